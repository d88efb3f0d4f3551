import type { ContractTerms } from '#shared/domain/contract/contract.ts';
import { type FormReader, formReader } from '../form-text.ts';
import { contractTermsIn } from './read-contract.ts';

/** Columns of pasted contracts, in their order. */
export const PASTED_COLUMNS = [
  '合同编号',
  '起始日',
  '终止日',
  '首年租金(元)',
  '每年递增(%)',
  '履约保证金(元)',
  '备注',
] as const;

const FIELDS = ['number', 'startsOn', 'endsOn', 'yearlyRent', 'escalation', 'bond', 'note'] as const;

/** What one request may enter in time. */
const MOST_ROWS = 100;

function termsOfLine(line: string, place: number, form: FormReader): readonly ContractTerms[] {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length > FIELDS.length) {
    form.fault('rows', `第 ${place} 行多于 ${FIELDS.length} 列`);
    return [];
  }
  const row = formReader(Object.fromEntries(FIELDS.map((field, index) => [field, cells[index] ?? ''])));
  try {
    return [contractTermsIn(row)];
  } catch {
    form.fault('rows', `第 ${place} 行:${Object.values(row.errors).join(';')}`);
    return [];
  }
}

/** Contracts pasted from a table, a line each; the first line something is wrong with is noted under `rows`. */
export function pastedIn(form: FormReader): readonly ContractTerms[] {
  const lines = form.lines('rows');
  if (lines.length === 0) form.fault('rows', '请粘贴合同');
  if (lines.length > MOST_ROWS) form.fault('rows', `一次最多 ${MOST_ROWS} 行,请分几次登记`);
  const terms = lines.slice(0, MOST_ROWS).flatMap((line, index) => termsOfLine(line, index + 1, form));
  const twice = terms.find(({ number }, index) => terms.findIndex((other) => other.number === number) < index);
  if (twice !== undefined) form.fault('rows', `合同编号 ${twice.number} 出现两次`);
  return terms;
}

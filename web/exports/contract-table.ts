import { ENDING_NAMES } from '#shared/domain/contract/contract.ts';
import { CONTRACT_STATE_NAMES } from '#shared/domain/contract/reminders.ts';
import { rentsOf, totalRent } from '#shared/domain/contract/rents.ts';
import type { ContractRow } from '#shared/services/contract/list-contracts.ts';
import { escalationText } from '../format.ts';
import { type Cell, textOrUnknown, words, yuan } from '../report/cells.ts';
import type { Table } from '../report/table.ts';

type Column = readonly [heading: string, cell: (row: ContractRow) => Cell];

// The lessee is in no list.
const COLUMNS: readonly Column[] = [
  ['合同编号', ({ contract }) => words(contract.terms.number)],
  ['单位', ({ owner }) => words(owner.name)],
  ['资产', ({ assetName }) => textOrUnknown(assetName)],
  ['起始日', ({ contract }) => words(contract.terms.startsOn)],
  ['终止日', ({ contract }) => words(contract.terms.endsOn)],
  ['首年租金(元)', ({ contract }) => yuan(contract.terms.yearlyRentFen)],
  ['递增', ({ contract }) => words(escalationText(contract.terms.escalationPpm))],
  ['全期租金(元)', ({ contract }) => yuan(totalRent(rentsOf(contract.terms)))],
  ['履约保证金(元)', ({ contract }) => yuan(contract.terms.bondFen)],
  ['状态', ({ state }) => words(CONTRACT_STATE_NAMES[state])],
  ['到期提醒', ({ reminder, state }) => textOrUnknown(state === 'running' && reminder ? `${reminder.days}天` : null)],
  ['终止方式', ({ contract }) => textOrUnknown(contract.ended === null ? null : ENDING_NAMES[contract.ended.how])],
  ['终止日期', ({ contract }) => textOrUnknown(contract.ended?.on ?? null)],
  ['标的编号', ({ contract }) => textOrUnknown(contract.terms.lotId)],
  ['备注', ({ contract }) => textOrUnknown(contract.terms.note)],
  ['系统编号', ({ contract }) => words(contract.id)],
];

/** The register of contracts (合同台账) as a table, a row for each. */
export function contractTable(rows: readonly ContractRow[]): Table {
  return {
    headings: COLUMNS.map(([heading]) => heading),
    rows: rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  };
}

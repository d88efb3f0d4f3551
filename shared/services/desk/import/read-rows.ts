import type { Asset, AssetNature, LeaseState } from '../../../domain/asset/asset.ts';
import type { Area, AssetClass } from '../../../domain/trade.ts';
import { type CellFault, type CellValue, cellArea, cellAs, cellDay, cellMoney, cellText } from './cell-values.ts';
import { classOfWord, leaseStateOfWord, natureOfWord } from './cell-words.ts';
import { type ColumnUnit, IMPORT_COLUMNS, type ImportField } from './columns.ts';
import type { ImportMapping } from './mapping.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';

/** What a row of a ledger says of an asset; `null`: it says nothing of that. */
export interface RowFacts {
  readonly ownerName: string | null;
  readonly ledgerNumber: string | null;
  readonly name: string | null;
  readonly assetClass: AssetClass | null;
  readonly nature: AssetNature | null;
  readonly address: string | null;
  readonly area: Area | null;
  readonly leaseState: LeaseState['state'] | null;
  readonly incumbent: string | null;
  readonly leaseUntil: LeaseState['until'];
  readonly yearlyRent: LeaseState['yearlyRentFen'];
  readonly permittedUse: Asset['permittedUse'];
  readonly certificate: string | null;
  readonly note: string | null;
}

/** One row under the heading, as read. */
export type ReadRow =
  | { readonly row: number; readonly kind: 'asset'; readonly facts: RowFacts; readonly nameAt: string }
  | {
      readonly row: number;
      readonly kind: 'faulty';
      readonly faults: readonly CellFault[];
      readonly name: string | null;
    }
  | { readonly row: number; readonly kind: 'skipped'; readonly sentence: string };

const TOTALS = /^(?:合计|总计|小计|累计|共计|本页合计|本页小计)[::]?/;

/** Reads the rows under the heading row; a faulty cell makes its row faulty and is named with the others. */
export function readRows(sheet: Sheet | undefined, mapping: ImportMapping): readonly ReadRow[] {
  const { headingRow } = mapping;
  if (sheet === undefined || headingRow === null) return [];
  return sheet.rows.filter(({ number }) => number > headingRow).map((row) => readRow(row, mapping));
}

function readRow(row: SheetRow, mapping: ImportMapping): ReadRow {
  const texts = [...row.cells.values()].flatMap((cell) =>
    cell.kind === 'unusable' ? [] : [cell.text.replace(/\s/g, '')],
  );
  if (texts.some((text) => TOTALS.test(text))) return skipped(row, '合计行,不导入');
  const repeated = mapping.columns.filter(({ column, heading }) => {
    const cell = row.cells.get(column);
    return cell?.kind === 'text' && cell.text === heading;
  });
  if (repeated.length >= 2) return skipped(row, '重复的表头,不导入');

  const faults: CellFault[] = [];
  const facts = factsOf(row, mapping, faults);
  const nameAt = cellOf(row, mapping, 'name')?.at ?? `第${row.number}行`;
  if (Object.values(facts).every((value) => value === null) && faults.length === 0)
    return skipped(row, '没有要读的内容');
  if (facts.name === null && faults.length === 0) faults.push({ at: nameAt, sentence: '没有资产名称' });
  if (faults.length > 0) return { row: row.number, kind: 'faulty', faults, name: facts.name };
  return { row: row.number, kind: 'asset', facts, nameAt };
}

function skipped(row: SheetRow, sentence: string): ReadRow {
  return { row: row.number, kind: 'skipped', sentence };
}

function cellOf(row: SheetRow, { columns }: ImportMapping, field: ImportField): SheetCell | undefined {
  const column = columns.find((mapped) => mapped.field === field)?.column;
  return column === undefined ? undefined : row.cells.get(column);
}

function unitOf({ columns }: ImportMapping, field: ImportField): ColumnUnit | null {
  return columns.find((mapped) => mapped.field === field)?.unit ?? null;
}

function factsOf(row: SheetRow, mapping: ImportMapping, faults: CellFault[]): RowFacts {
  function take<T>(field: ImportField, read: (cell: SheetCell | undefined) => CellValue<T>): T | null {
    const cell = cellOf(row, mapping, field);
    if (cell?.isMerged === true && !IMPORT_COLUMNS[field].isShared) {
      faults.push({ at: cell.at, sentence: '几行合并成一格,分不清是哪一行的,请拆开' });
      return null;
    }
    const said = read(cell);
    if (!('fault' in said)) return said.value;
    faults.push(said.fault);
    return null;
  }
  const word = <T>(field: ImportField, known: (text: string) => T | undefined) =>
    take(field, (cell) =>
      cellAs(cell, known, (text) => `${IMPORT_COLUMNS[field].title}“${text}”不在已知的词里,请改成页面上列出的名称`),
    );
  return {
    ownerName: take('owner', cellText),
    ledgerNumber: take('ledgerNumber', cellText),
    name: take('name', cellText),
    assetClass: word('assetClass', classOfWord),
    nature: word('nature', natureOfWord),
    address: take('address', cellText),
    area: take('area', (cell) => cellArea(cell, unitOf(mapping, 'area'))),
    leaseState: word('leaseState', leaseStateOfWord),
    incumbent: take('incumbent', cellText),
    leaseUntil: take('leaseUntil', cellDay),
    yearlyRent: take('yearlyRent', (cell) => cellMoney(cell, unitOf(mapping, 'yearlyRent'))),
    permittedUse: take('permittedUse', cellText),
    certificate: take('certificate', cellText),
    note: take('note', cellText),
  };
}

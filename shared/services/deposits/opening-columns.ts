import { toPlainText } from '../../domain/plain-text.ts';
import type { Sheet, SheetRow } from '../desk/import/sheet.ts';

/** What a column of a table of opening balances (期初台账) tells. */
export const OPENING_FIELDS = [
  'lot',
  'bidder',
  'holder',
  'day',
  'paid',
  'toPrice',
  'toBond',
  'refunded',
  'forfeited',
  'held',
] as const;
export type OpeningField = (typeof OPENING_FIELDS)[number];

/** The first word of each is what our pages call the column. */
export const OPENING_COLUMNS: Readonly<Record<OpeningField, readonly [title: string, ...synonyms: string[]]>> = {
  lot: ['标的编号', '平台标的编号', '标的'],
  bidder: ['竞买号', '竞买号码', '竞买人编号', '竞拍号'],
  holder: ['保管方', '保证金保管方', '收款方'],
  day: ['截止日期', '余额日期', '日期'],
  paid: ['已交', '已交保证金', '缴纳金额', '已缴'],
  toPrice: ['转价款', '转成交价款', '抵作价款'],
  toBond: ['转履约保证金', '转履约'],
  refunded: ['已退还', '已退', '退还金额'],
  forfeited: ['没收', '不予退还'],
  held: ['在途', '未退', '余额', '未处理'],
};

/** Without these nothing can be taken. */
const NEEDED: readonly OpeningField[] = ['lot', 'bidder', 'holder', 'day', 'paid'];

/** Rows in which the heading row is looked for. */
const ROWS_ABOVE = 10;

/** A sheet whose heading row was found: each field's column, and whether its amounts are in 万元. */
export interface OpeningSheet {
  readonly rows: readonly SheetRow[];
  readonly columns: ReadonlyMap<OpeningField, { readonly column: number; readonly unit: 'yuan' | 'wan' }>;
}

function headingOf(written: string) {
  const plain = toPlainText(written).replace(/[\s*::]/g, '');
  const [, bare = plain, unit = ''] = /^(.*?)\((?:单位)?(.*?)\)$/.exec(plain) ?? [];
  const field = OPENING_FIELDS.find((each) => OPENING_COLUMNS[each].includes(bare));
  return field === undefined ? undefined : { field, unit: unit === '万元' ? ('wan' as const) : ('yuan' as const) };
}

function columnsOf(row: SheetRow): OpeningSheet['columns'] {
  const columns = new Map<OpeningField, { readonly column: number; readonly unit: 'yuan' | 'wan' }>();
  for (const [column, cell] of row.cells) {
    const heading = cell.kind === 'text' ? headingOf(cell.text) : undefined;
    if (heading !== undefined && !columns.has(heading.field))
      columns.set(heading.field, { column, unit: heading.unit });
  }
  return columns;
}

/** The first sheet with a heading row that names all that is needed; else which columns are missing, in Chinese. */
export function findOpeningSheet(sheets: readonly Sheet[]): OpeningSheet | { readonly missing: readonly string[] } {
  let missing: readonly OpeningField[] = NEEDED;
  for (const { rows } of sheets) {
    for (const row of rows.slice(0, ROWS_ABOVE)) {
      const columns = columnsOf(row);
      const lacking = NEEDED.filter((field) => !columns.has(field));
      if (lacking.length === 0) return { rows: rows.filter(({ number }) => number > row.number), columns };
      if (lacking.length < missing.length) missing = lacking;
    }
  }
  return { missing: missing.map((field) => OPENING_COLUMNS[field][0]) };
}

import { toPlainText } from '#shared/domain/plain-text.ts';
import { toFactText } from './fact-text.ts';
import { drift } from './refusal.ts';
import type { ResultColumn, ResultField, ResultFileMapping } from './result-file-mapping.ts';
import { cellName, type Table, type TableRow, tablePath } from './table-cell.ts';

/** A column of the table and its heading as written. */
export interface HeadColumn {
  readonly index: number;
  readonly heading: string;
  readonly unit?: ResultColumn['unit'];
}

/** The heading row (表头) of a table. */
export interface Head {
  readonly row: number;
  /** Last row its cells reach down to. */
  readonly bottom: number;
  readonly width: number | undefined;
  readonly columns: ReadonlyMap<ResultField, HeadColumn>;
  /** Headings nobody reads, persons' columns left out. */
  readonly unread: readonly string[];
}

/** Rows in which a heading row is looked for; above it stand titles and notes. */
const ROWS_ABOVE = 10;
const LONGEST_HEADING = 40;

/** Columns about persons (受让方, 联系人, 身份证): never read, whatever a mapping says. Counts of them are no persons. */
const PERSONAL =
  /(?:受让|买受|竞得|竞买|承租|承包|中标)(?:方|人|单位)(?!数)|联系|电话|手机|身份证|证件|姓名|经办|法定代表|账号|账户|开户/;

/**
 * Finds the heading row by the required columns. Undefined when no row has them all.
 * @throws AppError `DOCUMENT.DRIFT` for two columns of one field, or a heading that covers several columns
 */
export function findHead(table: Table, mapping: ResultFileMapping): Head | undefined {
  return table.rows
    .slice(0, ROWS_ABOVE)
    .map((row) => readHead(table, row, mapping))
    .find((head) => missingFields(head.columns, mapping).length === 0);
}

/**
 * Why there is no heading row: what is missing from the row that comes closest, and the headings it has. Rows of data are
 * never quoted, for they hold names.
 */
export function headRefusal(tables: readonly Table[], mapping: ResultFileMapping): Error {
  const heads = tables.flatMap((table) =>
    table.rows
      .slice(0, ROWS_ABOVE)
      .filter(looksLikeHeadings)
      .map((row) => ({ head: readHead(table, row, mapping), row })),
  );
  const closest = heads.toSorted(
    (a, b) => b.head.columns.size - a.head.columns.size || b.row.cells.size - a.row.cells.size,
  )[0];
  const missing = missingFields(closest?.head.columns ?? new Map(), mapping);
  const found = closest === undefined ? [] : headingsOf(closest.row).map(({ heading }) => heading);
  return drift('a required column is missing', {
    missing: missing.map((field) => acceptedHeadings(field, mapping)).join('; '),
    found: toFactText(found.join(', ')),
  });
}

/** A heading as compared: without white space and marks of duty. */
export function normaliseHeading(text: string): string {
  return toPlainText(text).replace(/[\s*]/g, '');
}

function readHead(table: Table, row: TableRow, mapping: ResultFileMapping): Head {
  const columns = new Map<ResultField, HeadColumn>();
  const unread: string[] = [];
  for (const { index, heading } of headingsOf(row)) {
    if (PERSONAL.test(heading)) continue;
    const column = mapping.columns.find(({ theirs }) => theirs.some((name) => normaliseHeading(name) === heading));
    if (column === undefined) unread.push(heading);
    else addColumn(columns, column, { index, heading, unit: column.unit }, table, row.number);
  }
  const below = table.merges.filter(({ top, bottom }) => top <= row.number && row.number <= bottom);
  const bottom = Math.max(row.number, ...below.map((merge) => merge.bottom));
  return { row: row.number, bottom, width: row.width, columns, unread };
}

function addColumn(
  columns: Map<ResultField, HeadColumn>,
  { ours }: ResultColumn,
  found: HeadColumn,
  table: Table,
  row: number,
): void {
  const at = tablePath(table) + cellName(row, found.index);
  const earlier = columns.get(ours);
  if (earlier !== undefined) throw drift('two columns for one field', { field: ours, at, heading: found.heading });
  const covers = ({ top, left, right }: Table['merges'][number]) =>
    top === row && left === found.index && right > found.index;
  if (table.merges.some(covers)) throw drift('a heading covers several columns', { at, heading: found.heading });
  columns.set(ours, found);
}

function headingsOf(row: TableRow): readonly { readonly index: number; readonly heading: string }[] {
  return [...row.cells].flatMap(([index, cell]) =>
    cell.kind === 'text' ? [{ index, heading: toFactText(normaliseHeading(cell.text)).slice(0, LONGEST_HEADING) }] : [],
  );
}

/** Headings are text without amounts, dates and numbers. */
function looksLikeHeadings({ cells }: TableRow): boolean {
  return [...cells.values()].every((cell) => cell.kind === 'text' && !/\d{3}/.test(cell.text));
}

function missingFields(columns: Head['columns'], { required }: ResultFileMapping): readonly ResultField[] {
  return [...new Set<ResultField>(['externalId', ...required])].filter((field) => !columns.has(field));
}

function acceptedHeadings(field: ResultField, { columns }: ResultFileMapping): string {
  return columns
    .filter(({ ours }) => ours === field)
    .flatMap(({ theirs }) => theirs)
    .join(' / ');
}

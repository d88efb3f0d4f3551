import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { decodeTolerantly, isDamaged, type Page, unreadableText } from './page.ts';
import { drift } from './refusal.ts';
import { type Cell, MAX_COLUMNS, MAX_ROWS, type Table, type TableRow, toTextCell } from './table-cell.ts';

/** Far longer than any line of 100 columns. */
const LONGEST_ROW = 20_000;

/** Signs that make fields and rows, those within quotes included; counted first, for parsing them takes far longer. */
const MAX_COMMAS = MAX_ROWS * MAX_COLUMNS;
const MAX_LINES = 3 * MAX_ROWS;

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'records' | 'empty_lines'>;
}

/**
 * Reads a CSV file: commas, double quotes, UTF-8 or GBK. Rows are counted as spreadsheets count them on opening the file.
 * @throws AppError `DOCUMENT.DRIFT` for broken quoting and tables out of bounds, `DOCUMENT.ENCODING`
 */
export function readCsv(page: Page): Table {
  const text = decodeTolerantly(page);
  if (isDamaged(page, text)) throw unreadableText('undecodable bytes');
  if (hasMore(text, '\n', MAX_LINES)) throw drift('the table has too many rows', { maxRows: MAX_ROWS });
  if (hasMore(text, ',', MAX_COMMAS)) throw drift('the table has too many columns', { maxColumns: MAX_COLUMNS });
  const rows = parseRows(text)
    .map(({ record, info }) => toRow(record, info.records + info.empty_lines))
    .filter(({ cells }) => cells.size > 0);
  if (rows.length > MAX_ROWS) throw drift('the table has too many rows', { maxRows: MAX_ROWS });
  return { rows, merges: [] };
}

function hasMore(text: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1 && count <= most; at = text.indexOf(sign, at + 1)) count += 1;
  return count > most;
}

/** Empty lines are counted and not parsed: to the parser each is a row of another length, and costs it an error object. */
function parseRows(text: string): readonly ParsedRow[] {
  const options = {
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LONGEST_ROW,
  } as const;
  try {
    const rows: readonly unknown[] = parse(text.replace(/\r\n?/g, '\n'), options);
    // The parser's types do not know what `info` adds.
    return rows as readonly ParsedRow[];
  } catch (error) {
    // The parser's message quotes the file.
    const { lines } = error as Partial<CsvError>;
    throw drift('the CSV file is broken', { line: typeof lines === 'number' ? lines : 0 });
  }
}

function toRow(fields: readonly string[], number: number): TableRow {
  const cells = new Map<number, Cell>();
  for (const [column, field] of fields.entries()) {
    const cell = toTextCell(field);
    if (cell === undefined) continue;
    if (column >= MAX_COLUMNS) throw drift('the table has too many columns', { maxColumns: MAX_COLUMNS });
    cells.set(column, cell);
  }
  return { number, cells, width: fields.length };
}

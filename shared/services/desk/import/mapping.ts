import type { AssetClass } from '../../../domain/trade.ts';
import { type ColumnUnit, IMPORT_COLUMNS, type ImportField, readHeading } from './columns.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** One column of the table and what it is taken for; `null`: not read. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: ImportField | null;
  readonly unit: ColumnUnit | null;
}

/** How a table is read (列对应关系). The person may change all of it. */
export interface ImportMapping {
  /** Which sheet, from 0. */
  readonly sheet: number;
  /** Number of the heading row (表头); `null`: none was found. */
  readonly headingRow: number | null;
  readonly columns: readonly MappedColumn[];
  /** Class of assets whose row says none. */
  readonly assetClass: AssetClass | null;
}

/** Rows in which a heading row is looked for; above it stand titles and notes. */
const ROWS_ABOVE = 10;
/** Fewer known headings make no heading row. */
const FEWEST_HEADINGS = 2;

/** How many headings of a row are known; none when the name of the asset is not among them. */
function knownHeadings(row: SheetRow): number {
  const fields = [...row.cells.values()].flatMap((cell) =>
    cell.kind === 'text' ? (readHeading(cell.text).field ?? []) : [],
  );
  const distinct = new Set(fields);
  return distinct.has('name') && distinct.size >= FEWEST_HEADINGS ? distinct.size : 0;
}

function headingRowOf(sheet: Sheet): { readonly row: number; readonly known: number } | undefined {
  return sheet.rows
    .slice(0, ROWS_ABOVE)
    .map((row) => ({ row: row.number, known: knownHeadings(row) }))
    .filter(({ known }) => known > 0)
    .toSorted((a, b) => b.known - a.known || a.row - b.row)[0];
}

/** Guesses how a table is to be read: the sheet and the row whose headings are best known. */
export function guessMapping(sheets: readonly Sheet[]): ImportMapping {
  const best = sheets
    .map((sheet, index) => ({ index, head: headingRowOf(sheet) }))
    .toSorted((a, b) => (b.head?.known ?? 0) - (a.head?.known ?? 0) || a.index - b.index)[0];
  const sheet = best?.index ?? 0;
  const headingRow = best?.head?.row ?? null;
  return { sheet, headingRow, columns: columnsAt(sheets[sheet], headingRow), assetClass: null };
}

/**
 * The columns under a heading row, each with what its heading says. A field is taken once, by its first column; area and
 * rent of which the heading does not say the unit have none, and the person is asked.
 */
export function columnsAt(sheet: Sheet | undefined, headingRow: number | null): readonly MappedColumn[] {
  const row = sheet?.rows.find(({ number }) => number === headingRow);
  const taken = new Set<ImportField>();
  return [...(row?.cells ?? [])]
    .toSorted(([a], [b]) => a - b)
    .map(([column, cell]) => {
      const heading = cell.kind === 'unusable' ? '' : cell.text;
      const said = readHeading(heading);
      const field = said.field !== null && taken.has(said.field) ? null : said.field;
      if (field !== null) taken.add(field);
      return { column, heading, field, unit: field === null ? null : said.unit };
    });
}

/** What keeps a mapping from being used, in Chinese; none when it can be. */
export function mappingFaults({ headingRow, columns }: ImportMapping): readonly string[] {
  if (headingRow === null) return ['没有找到表头:请选择表头所在的行,表头里要有“资产名称”。'];
  const fields = columns.flatMap(({ field }) => field ?? []);
  const faults = fields.includes('name') ? [] : ['请指出哪一列是“资产名称”。'];
  const twice = new Set(fields.filter((field, index) => fields.indexOf(field) < index));
  return [...faults, ...[...twice].map((field) => `有两列都选成了“${IMPORT_COLUMNS[field].title}”,请只保留一列。`)];
}

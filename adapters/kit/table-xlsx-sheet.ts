import { drift } from './refusal.ts';
import { type Cell, MAX_COLUMNS, MAX_ROWS, type Merge, readCellName, type TableRow } from './table-cell.ts';
import { type OpenCell, readXlsxCell, type WorkbookContext } from './table-xlsx-cell.ts';
import { walkXml } from './table-xml.ts';

const MAX_MERGES = 10_000;

/** A sheet while it is being read. */
interface Reading {
  readonly part: string;
  readonly rows: TableRow[];
  readonly merges: Merge[];
  number: number;
  column: number;
  cells: Map<number, Cell>;
  cell: OpenCell | undefined;
  isValue: boolean;
  /** Within a reading aid (拼音) beside the text. */
  isAid: boolean;
}

/**
 * Reads one sheet: cached values of formulas, never formulas. Hidden rows count like any other.
 * @throws AppError `DOCUMENT.DRIFT` for a broken part, more than 10,000 rows or 100 columns
 */
export function readSheet(
  part: string,
  bytes: Uint8Array,
  context: WorkbookContext,
): { readonly rows: readonly TableRow[]; readonly merges: readonly Merge[] } {
  const reading: Reading = {
    part,
    rows: [],
    merges: [],
    number: 0,
    column: -1,
    cells: new Map(),
    cell: undefined,
    isValue: false,
    isAid: false,
  };
  walkXml(part, bytes, 'worksheet', {
    open: (element, attributes) => openElement(reading, element, attributes),
    text(text) {
      if (reading.isValue && !reading.isAid && reading.cell !== undefined) reading.cell.value += text;
    },
    close: (element) => closeElement(reading, element, context),
  });
  return reading;
}

function openElement(reading: Reading, element: string, attributes: Readonly<Record<string, string>>): void {
  switch (element) {
    case 'row':
      reading.number = readRowNumber(reading, attributes['r']);
      reading.column = -1;
      break;
    case 'c':
      reading.column = readColumn(reading, attributes['r']);
      reading.cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), isFormula: false, value: '' };
      break;
    case 'f':
      if (reading.cell !== undefined) reading.cell.isFormula = true;
      break;
    case 'v':
    case 't':
      reading.isValue = true;
      break;
    case 'rPh':
      reading.isAid = true;
      break;
    case 'mergeCell':
      reading.merges.push(readMerge(reading, attributes['ref'] ?? ''));
  }
}

function closeElement(reading: Reading, element: string, context: WorkbookContext): void {
  if (element === 'v' || element === 't') reading.isValue = false;
  if (element === 'rPh') reading.isAid = false;
  if (element === 'c' && reading.cell !== undefined) {
    const cell = readXlsxCell(reading.cell, context, reading.part);
    if (cell !== undefined) reading.cells.set(checkedColumn(reading.column), cell);
    reading.cell = undefined;
  }
  if (element !== 'row' || reading.cells.size === 0) return;
  reading.rows.push({ number: reading.number, cells: reading.cells });
  reading.cells = new Map();
  if (reading.rows.length > MAX_ROWS) throw drift('the table has too many rows', { maxRows: MAX_ROWS });
}

function readRowNumber({ number, part }: Reading, written: string | undefined): number {
  const found = written === undefined ? number + 1 : Number(written);
  if (Number.isInteger(found) && found > number) return found;
  throw drift('the rows of a sheet are out of order', { at: part, after: number });
}

function readColumn({ column, part, number }: Reading, written: string | undefined): number {
  const found = written === undefined ? column + 1 : readCellName(written)?.column;
  if (found !== undefined && found > column) return found;
  throw drift('the cells of a row are out of order', { at: part, row: number });
}

function checkedColumn(column: number): number {
  if (column < MAX_COLUMNS) return column;
  throw drift('the table has too many columns', { maxColumns: MAX_COLUMNS });
}

function readMerge({ merges, part }: Reading, range: string): Merge {
  if (merges.length >= MAX_MERGES) throw drift('too many merged cells', { at: part, max: MAX_MERGES });
  const [from, to] = range.split(':').map(readCellName);
  if (from === undefined || to === undefined) throw drift('a range of merged cells is unreadable', { at: part });
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}

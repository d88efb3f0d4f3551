import { toPlainText } from '#shared/domain/plain-text.ts';
import { toFactText } from './fact-text.ts';
import { toPointer } from './rows.ts';

/**
 * What a cell of a table (单元格) holds. A number is its shortest decimal text; a date is Beijing wall time as text, a day
 * alone where the cell shows no time of day; `unusable` holds something that must not be taken for a value.
 */
export type Cell =
  | { readonly kind: 'text' | 'number' | 'date'; readonly text: string }
  | { readonly kind: 'unusable'; readonly reason: string };

/** A row that holds anything. */
export interface TableRow {
  /** As a spreadsheet counts: from 1, empty rows included. */
  readonly number: number;
  /** By column, from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** How many fields the row has; absent where rows cannot differ. */
  readonly width?: number;
}

/** A range of merged cells (合并单元格), ends included; rows from 1, columns from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet of a workbook, or a CSV file, which has no name. */
export interface Table {
  readonly name?: string;
  readonly rows: readonly TableRow[];
  readonly merges: readonly Merge[];
}

/** Larger tables are no result files (成交结果表): a district sells some hundred lots a year. */
export const MAX_ROWS = 10_000;
export const MAX_COLUMNS = 100;

const LONGEST_NAME = 40;
/** As much as spreadsheets hold in a cell. */
const LONGEST_TEXT = 32_767;

/** Takes written text as a cell; undefined when blank. */
export function toTextCell(text: string): Cell | undefined {
  if (text.length > LONGEST_TEXT) return { kind: 'unusable', reason: 'longer than a cell can be' };
  const plain = toPlainText(text);
  if (plain === '') return undefined;
  return plain.startsWith('=')
    ? { kind: 'unusable', reason: 'a formula without its value' }
    : { kind: 'text', text: text.toWellFormed() };
}

/** Where cells of a table are, up to the cell's name: `/Sheet1!`. */
export function tablePath({ name }: Table): string {
  return name === undefined ? '/' : toPointer(`${toFactText(name).slice(0, LONGEST_NAME).toWellFormed()}!`);
}

/** A cell's name as spreadsheets show it: `F7`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** Reads a cell's name; undefined for anything else. */
export function readCellName(text: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

/** A column as spreadsheets show it: `F`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

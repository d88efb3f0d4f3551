import type { Span } from './json-place.ts';

/** A cell of a table by its name in a complaint: `/F7`, `/Sheet1!F7`, or a whole column, `/K`. */
export interface CellPlace {
  readonly column: number;
  /** As a spreadsheet counts, from 1; absent for a whole column. */
  readonly row?: number;
}

/** Reads where a complaint about a table points; undefined for other paths. */
export function readCellPath(path: string): CellPlace | undefined {
  const [, letters, digits] = /^\/(?:[^/]*!)?([A-Z]{1,3})([1-9]\d{0,6})?$/.exec(path) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return digits === undefined ? { column } : { column, row: Number(digits) };
}

/** The slice of one row of CSV text, from 1; line ends within quotes do not count. Undefined beyond the last row. */
export function csvRow(text: string, row: number): Span | undefined {
  let isQuoted = false;
  let start = 0;
  let passed = 1;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    const ends = at === text.length || (text[at] === '\n' && !isQuoted);
    if (!ends) continue;
    if (passed === row) return { start, end: at };
    passed += 1;
    start = at + 1;
  }
  return undefined;
}

/** The slice of one field within a row; the whole row when it has no such field. */
export function csvField(text: string, row: Span, column: number): Span {
  let isQuoted = false;
  let start = row.start;
  let passed = 0;
  for (let at = row.start; at <= row.end; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (at < row.end && (text[at] !== ',' || isQuoted)) continue;
    if (passed === column) return { start, end: at };
    passed += 1;
    start = at + 1;
  }
  return row;
}

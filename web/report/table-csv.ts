import { type CsvCell, toCsv } from '../api/csv.ts';
import { UNKNOWN } from '../words.ts';
import type { Cell } from './cells.ts';
import type { Table } from './table.ts';

/** Numbers as numbers, rates as fractions of one, so that a spreadsheet reckons with them; unknown is empty. */
function csvCell({ text, number }: Cell): CsvCell {
  if (number !== null) return number.value;
  return text === UNKNOWN ? null : text;
}

/** A table as CSV: no text of it is taken for a formula. */
export function tableCsv({ headings, rows }: Table): string {
  return toCsv(
    headings,
    rows.map((row) => row.map(csvCell)),
  );
}

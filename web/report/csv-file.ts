import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { type CsvCell, toCsv } from '../api/csv.ts';
import { UNKNOWN } from '../words.ts';
import type { Cell } from './cells.ts';
import { lotsTable } from './lots-table.ts';
import { platformTable } from './sections/overview.ts';

/** Numbers as numbers, rates as fractions of one, so that a spreadsheet reckons with them; unknown is empty. */
function csvCell({ text, number }: Cell): CsvCell {
  if (number !== null) return number.value;
  return text === UNKNOWN ? null : text;
}

function csvOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return toCsv(
    headings,
    rows.map((row) => row.map(csvCell)),
  );
}

/** The table of platforms as CSV. */
export function platformsCsv(comparison: Comparison): string {
  const { headings, rows } = platformTable(comparison);
  return csvOf(headings, rows);
}

/** The lots behind a figure as CSV, a row for each. */
export function figureCsv(lots: readonly RoundFacts[]): string {
  const { headings, rows } = lotsTable(lots);
  return csvOf(headings, rows);
}

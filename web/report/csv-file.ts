import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { lotsTable } from './lots-table.ts';
import { platformTable } from './sections/overview.ts';
import { tableCsv } from './table-csv.ts';

/** The table of platforms as CSV. */
export function platformsCsv(comparison: Comparison): string {
  return tableCsv(platformTable(comparison));
}

/** The lots behind a figure as CSV, a row for each. */
export function figureCsv(lots: readonly RoundFacts[]): string {
  return tableCsv(lotsTable(lots));
}

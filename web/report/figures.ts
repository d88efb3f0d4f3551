import type { TradeCategory } from '#shared/domain/trade.ts';
import type { Column, Comparison } from '#shared/services/comparison/model.ts';
import { type Cell, count, words } from './cells.ts';
import type { ReportChart, ReportTable } from './report.ts';

/** A table and a chart before they have their numbers. */
export type TableDraft = Omit<ReportTable, 'number'>;
export type ChartDraft = Omit<ReportChart, 'number'>;

/** The whole district first, then every platform. */
export function columnsOf({ all, platforms }: Comparison): readonly Column[] {
  return [all, ...platforms];
}

/** A table with one row for the district and one for each platform, its name first. */
export function rowsByColumn(
  comparison: Comparison,
  cells: (column: Column) => readonly Cell[],
): readonly (readonly Cell[])[] {
  return columnsOf(comparison).map((column) => [words(column.name), ...cells(column)]);
}

/** The name of a platform. */
export function nameOf({ platforms }: Comparison, id: string): string {
  return platforms.find((platform) => platform.id === id)?.name ?? id;
}

/** A chart with one column for each platform. */
export function chartByPlatform(
  { platforms }: Comparison,
  draft: Pick<ChartDraft, 'name' | 'unit' | 'format'>,
  series: readonly { readonly name: string; readonly cell: (column: Column) => Cell }[],
): ChartDraft {
  return {
    ...draft,
    categories: platforms.map(({ name }) => name),
    series: series.map(({ name, cell }) => ({ name, values: platforms.map(cell) })),
  };
}

/** How many lots of a category were sold; where there are none, no figure stands behind the zero. */
export function soldAs({ id, outcome }: Column, category: TradeCategory): Cell {
  const part = outcome.amount.subtotals.find(({ tradeCategory }) => tradeCategory === category);
  if (part === undefined) return count(0);
  return count(part.lots.length + part.unknown.length, `${id}/sold/${category}`);
}

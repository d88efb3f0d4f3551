import type { Period, PeriodPreset } from '../../domain/comparison/period.ts';
import type { Filters } from '../../domain/comparison/population.ts';

/** What a reader asks of the comparison. */
export interface ComparisonRequest {
  readonly period: Period;
  /** The preset the period came from; `null` for a free one. */
  readonly preset: PeriodPreset | null;
  readonly filters: Omit<Filters, 'platform'>;
  /** Illustrative fee schedules (示例) are compared as well. */
  readonly demo: boolean;
  /** Hash of the facts to reprint from; `null` for the newest. */
  readonly factsHash: string | null;
}

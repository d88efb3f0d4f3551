import { type Instant, parseBeijing } from '#shared/domain/time.ts';

/**
 * Ids are given out in order: 2,145 of them in the 84 days the captured page spans (2022-08-16 to 2022-11-08).
 * A row this near was entered within weeks, even if business has since become much slower.
 */
const NEAR_IDS = 1_000;

/** A row whose time is written with its year. */
export interface DatedRow {
  readonly id: number;
  readonly at: Instant;
}

/**
 * Reads the start of a coming lot, written without its year (11月24日10:00).
 * A page may be brought in long after it was taken, so the page itself is asked first: the year nearest to the dated
 * row with the nearest id is taken, and only without such a row the one nearest to when the document was observed.
 * Undefined when the lot would then not be coming: it would start before a lot of the page was over, or before the
 * page was observed. The year is never more than half a year away from what it was measured against.
 */
export function readComingStart(
  text: string,
  id: number,
  dated: readonly DatedRow[],
  observedAt: Instant,
): Instant | undefined {
  const distance = (row: DatedRow) => Math.abs(row.id - id);
  const [nearest] = dated.toSorted((a, b) => distance(a) - distance(b));
  const isNear = nearest !== undefined && distance(nearest) <= NEAR_IDS;
  const start = parseBeijing(text, { yearNear: isNear ? nearest.at : observedAt });
  if (start === undefined || dated.some(({ at }) => at >= start)) return undefined;
  return isNear || start >= observedAt ? start : undefined;
}

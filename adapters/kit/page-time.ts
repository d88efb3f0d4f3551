import { fromEpochMs, type Instant } from '#shared/domain/time.ts';

/** No platform sold online before 2000, none announces a sale for after 2099: such a time is another field's number. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/** Takes milliseconds since 1970; undefined unless whole and between 2000 and 2100. */
export function readEpochMs(ms: number): Instant | undefined {
  return Number.isInteger(ms) && ms >= EARLIEST_MS && ms < LATEST_MS ? fromEpochMs(ms) : undefined;
}

/**
 * The page's clock (页面时间) from what each row says it is: the value most rows agree on, else the median.
 * Undefined when no row says. The order of rows does not matter.
 */
export function agreedClock(saidMs: readonly number[]): Instant | undefined {
  const sorted = saidMs.toSorted((a, b) => a - b);
  // A value held by more than half of the rows is always the middle one of the sorted rows.
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return median === undefined ? undefined : readEpochMs(median);
}

import { addMs, type Instant } from '../time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes after the first and the second refusal of the same content; the third is the last. */
const AFTER_REFUSAL = [1, 5];
/** Minutes after the first, second, … failure in a row that may pass. */
const AFTER_FAILURE = [1, 2, 5, 10, 30, 60];
/** Minutes after each look for a lot that may be there. */
const AFTER_LOOK = [1, 5, 15];

/** When a refused request is sent again; `null` after `count` (1, 2, …) identical refusals: a person is asked. */
export function refusalRetryAt(count: number, now: Instant): Instant | null {
  return minutesAfter(now, AFTER_REFUSAL[count - 1]);
}

/** When a lot that may be at the platform is looked for again, after `times` looks (1, 2, …); `null`: a person is asked. */
export function lookAgainAt(times: number, now: Instant): Instant | null {
  return minutesAfter(now, AFTER_LOOK[times - 1]);
}

/**
 * When a request that failed for a while is tried again: 1, 2, 5, 10, 30, then every 60 minutes, and never before the
 * platform asked for, up to a day.
 *
 * @param timesInARow failures so far with this one: 1, 2, …
 */
export function postponedUntil(timesInARow: number, now: Instant, retryAfterMs = 0): Instant {
  const minutes = AFTER_FAILURE[Math.max(1, timesInARow) - 1] ?? AFTER_FAILURE.at(-1) ?? 0;
  return addMs(now, Math.max(minutes * MINUTE_MS, Math.min(Math.ceil(retryAfterMs), DAY_MS)));
}

function minutesAfter(now: Instant, minutes: number | undefined): Instant | null {
  return minutes === undefined ? null : addMs(now, minutes * MINUTE_MS);
}

import { addMs, type Instant, toEpochMs } from '../time.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How often something is looked at within so much time of an event. */
interface Tier {
  readonly withinMs: number;
  readonly everyMs: number;
}

/**
 * How often a lot or a page is read before the end (采集频率). Bids come late and ends are known: the closer, the more often.
 *
 * | time to the end | read every |
 * |---|---|
 * | more than 3 days | 6 h |
 * | 3 days | 60 min |
 * | 6 h | 20 min |
 * | 1 h | 5 min |
 * | 15 min | 1 min |
 * | 5 min | 30 s |
 *
 * and exactly at the end.
 */
const BEFORE_END: readonly Tier[] = [
  { withinMs: Number.POSITIVE_INFINITY, everyMs: 6 * HOUR_MS },
  { withinMs: 3 * DAY_MS, everyMs: HOUR_MS },
  { withinMs: 6 * HOUR_MS, everyMs: 20 * MINUTE_MS },
  { withinMs: HOUR_MS, everyMs: 5 * MINUTE_MS },
  { withinMs: 15 * MINUTE_MS, everyMs: MINUTE_MS },
  { withinMs: 5 * MINUTE_MS, everyMs: 30 * SECOND_MS },
];

/**
 * How often a result that is not there yet is looked for after the end: every 15 s for 10 minutes, every minute for an hour,
 * every 10 minutes for a day, every hour for a week, every day for 90 days, and then no more.
 */
const AFTER_END: readonly Tier[] = [
  { withinMs: 10 * MINUTE_MS, everyMs: 15 * SECOND_MS },
  { withinMs: HOUR_MS, everyMs: MINUTE_MS },
  { withinMs: DAY_MS, everyMs: 10 * MINUTE_MS },
  { withinMs: 7 * DAY_MS, everyMs: HOUR_MS },
  { withinMs: 90 * DAY_MS, everyMs: DAY_MS },
];

/**
 * What follows the end (成交后), deposits among it, is looked for at once, every 2 minutes for 10, every 15 for an hour, every hour for a
 * day and every day for 90.
 */
const AFTER_OUTCOME: readonly Tier[] = [
  { withinMs: 10 * MINUTE_MS, everyMs: 2 * MINUTE_MS },
  { withinMs: HOUR_MS, everyMs: 15 * MINUTE_MS },
  { withinMs: DAY_MS, everyMs: HOUR_MS },
  { withinMs: 90 * DAY_MS, everyMs: DAY_MS },
];

/** A result missing for longer is late (结果迟报). */
const LATE_AFTER_MS = 10 * MINUTE_MS;

/** Nothing changes before a sale begins but its terms. */
export const BEFORE_START_MS = DAY_MS;

/** A reading so shortly before the end is left to the one at the end. */
const SHORTLY_MS = 20 * SECOND_MS;

/** When something read at `last` is due again before an end that lies after that: at the end at the latest. */
export function dueBeforeEnd(last: Instant, end: Instant): Instant {
  const lastMs = toEpochMs(last);
  const endMs = toEpochMs(end);
  const due = Math.min(...BEFORE_END.map(({ withinMs, everyMs }) => Math.max(lastMs + everyMs, endMs - withinMs)));
  return due + SHORTLY_MS > endMs ? end : addMs(last, due - lastMs);
}

/** When a result that was not there at `last` is looked for again; `null`: no more. */
export function dueAfterEnd(last: Instant, end: Instant): Instant | null {
  return dueIn(AFTER_END, last, end);
}

/** When what follows an outcome is looked for again; `null`: no more. */
export function dueAfterOutcome(last: Instant, finalAt: Instant): Instant | null {
  return dueIn(AFTER_OUTCOME, last, finalAt);
}

/** Whether a result that was not there at `last` may come any moment: then looking for it cannot wait. */
export function isHurried(last: Instant, end: Instant): boolean {
  return lateSinceOf(end, last) === null;
}

/** Since when a result is late; `null`: it is not. */
export function lateSinceOf(end: Instant | null, now: Instant): Instant | null {
  return end !== null && addMs(end, LATE_AFTER_MS) <= now ? end : null;
}

function dueIn(tiers: readonly Tier[], last: Instant, since: Instant): Instant | null {
  const ageMs = toEpochMs(last) - toEpochMs(since);
  const tier = tiers.find(({ withinMs }) => ageMs < withinMs);
  return tier === undefined ? null : addMs(last, tier.everyMs);
}

import type { Instant } from '../../domain/time.ts';
import { fromEpochMs, toEpochMs } from '../../domain/time.ts';

/** A moment may be used so much later than it was reserved for: queues count in seconds, and functions take time to start. */
export const GRACE_SECONDS = 10;

/**
 * Whole seconds in which moments must not exceed the budget: whatever is used within 60 seconds was reserved within 70, both
 * ends included.
 */
const SPAN_SECONDS = 60 + GRACE_SECONDS + 1;

/** What is asked of one second after the other until it is free. */
export interface Search {
  /** Epoch seconds, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** Requests sent together. */
  readonly requests: number;
  /** Requests that any minute may hold, theirs included, when they are sent in that second. */
  readonly budgetAt: (second: number) => number;
}

/** Requests reserved for each second (预约的秒). */
export type Taken = ReadonlyMap<number, number>;

/** The first second that has room; beyond `until` nothing is looked at: then it is the second after. */
export function freeSecond(taken: Taken, { from, until, requests, budgetAt }: Search): number {
  for (let second = from; second <= until; second++) {
    const budget = budgetAt(second);
    if (hasRoomItself(taken.get(second) ?? 0, requests, budget) && mostBeside(taken, second) + requests <= budget) {
      return second;
    }
  }
  return until + 1;
}

/** Requests are spread: one second takes no more than a sixtieth of the budget, unless they belong together. */
function hasRoomItself(there: number, requests: number, budget: number): boolean {
  return there === 0 || there + requests <= Math.ceil(budget / 60);
}

/** The most requests of any span that this second is part of. */
function mostBeside(taken: Taken, second: number): number {
  let sum = 0;
  for (let at = second - SPAN_SECONDS + 1; at <= second; at++) sum += taken.get(at) ?? 0;
  let most = sum;
  for (let last = second + 1; last < second + SPAN_SECONDS; last++) {
    sum += (taken.get(last) ?? 0) - (taken.get(last - SPAN_SECONDS) ?? 0);
    most = Math.max(most, sum);
  }
  return most;
}

/** Whether one span may hold this second and one of those. */
export function isNear(second: number, others: ReadonlySet<number>): boolean {
  for (let at = second - SPAN_SECONDS + 1; at < second + SPAN_SECONDS; at++) if (others.has(at)) return true;
  return false;
}

/** Seconds that can still lie in one span with a second from now on, should clocks differ by a little. */
export function stillCounting(taken: Taken, now: number): Taken {
  return new Map([...taken].filter(([second]) => second > now - SPAN_SECONDS - GRACE_SECONDS));
}

/** The second a time lies in. */
export function secondOf(instant: Instant): number {
  return Math.floor(toEpochMs(instant) / 1000);
}

/** The first whole second that is not before a time. */
export function secondFrom(instant: Instant): number {
  return Math.ceil(toEpochMs(instant) / 1000);
}

export function instantOf(second: number): Instant {
  return fromEpochMs(second * 1000);
}

import { dayNumberOf, hoursBetween } from '../calendar/beijing-day.ts';
import { STATE_CALENDAR, type UnknownYear } from '../calendar/working-days.ts';
import { wasSold } from '../comparison/outcome-groups.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import { isOutcome } from '../lot-status.ts';
import type { Instant } from '../time.ts';
import type { Clock, Milestone } from './clock.ts';

/** Why nothing can be said of a clock. */
export type ClockUnknown =
  | 'start-not-reported'
  | 'end-not-reported'
  | 'out-of-order'
  | 'suspended'
  | 'deposit-unknown'
  | 'unknown-year';

/** Where a clock stands at an instant; numbers are in the clock's unit. */
export type ClockState =
  /** The event came: after `value`; where it was only seen, between `earliest` and `value`. Otherwise both are equal. */
  | { readonly state: 'done'; readonly value: number; readonly earliest: number }
  /** The event has not come yet (censored). */
  | { readonly state: 'open'; readonly elapsed: number }
  /** Another event came first (competing), so that this one never will. */
  | { readonly state: 'withdrawn'; readonly elapsed: number; readonly by: 'withdrawal' | 'default' }
  | { readonly state: 'unknown'; readonly why: ClockUnknown }
  /** This lot has no such clock, or it has not started. */
  | { readonly state: 'not-running' };

const NOT_RUNNING: ClockState = { state: 'not-running' };

function unknown(why: ClockUnknown): ClockState {
  return { state: 'unknown', why };
}

type Measured = number | 'out-of-order' | UnknownYear;

function measure({ unit }: Clock, from: Instant, to: Instant): Measured {
  if (unit === 'hours') return to < from ? 'out-of-order' : hoursBetween(from, to);
  if (dayNumberOf(to) < dayNumberOf(from)) return 'out-of-order';
  const counted = STATE_CALENDAR.between(from, to);
  return counted.kind === 'days' ? counted.days : counted;
}

/**
 * The time of corrections up to an instant. Each end is measured from where the clock starts, so that both parts together
 * are the whole, days off among them.
 */
function measureCorrections(facts: RoundFacts, clock: Clock, from: Instant, until: Instant): Measured {
  let sum = 0;
  for (const { returnedAt, resubmittedAt } of facts.corrections ?? []) {
    if (returnedAt >= until) continue;
    const begins = measure(clock, from, returnedAt);
    const ends = measure(clock, from, resubmittedAt < until ? resubmittedAt : until);
    if (typeof begins !== 'number') return begins;
    if (typeof ends !== 'number') return ends;
    sum += ends - begins;
  }
  return sum;
}

function measureOwn(facts: RoundFacts, clock: Clock, from: Instant, to: Instant): Measured {
  const whole = measure(clock, from, to);
  if (clock.corrections === undefined || typeof whole !== 'number') return whole;
  const corrections = measureCorrections(facts, clock, from, to);
  return clock.corrections === 'only' || typeof corrections !== 'number' ? corrections : whole - corrections;
}

type Making = (value: number) => ClockState;

function stateOf(facts: RoundFacts, clock: Clock, from: Instant, to: Instant, make: Making): ClockState {
  const measured = measureOwn(facts, clock, from, to);
  if (typeof measured === 'number') return make(measured);
  return unknown(measured === 'out-of-order' ? measured : measured.kind);
}

function runs({ runsFor }: Clock, facts: RoundFacts): boolean {
  if (runsFor === 'sold') return wasSold(facts);
  return runsFor === 'any' || isOutcome(facts.status);
}

/** The sighting of a withdrawal is not that of a result; that of a default hides when the sale was first seen. */
function sightingOf(facts: RoundFacts, milestone: Milestone | undefined): Instant | null {
  if (milestone === undefined) return null;
  const isOfAnother = facts.status === 'defaulted' || facts.status === 'withdrawn';
  return milestone === 'outcomeSeenAt' && isOfAnother ? null : facts[milestone];
}

/** When a lot's clock starts; `null` when that is not reported. */
export function clockStart(facts: RoundFacts, clock: Clock): Instant | null {
  const isWithdrawn = facts.status === 'withdrawn' && clock.fromWhenWithdrawn !== undefined;
  return facts[isWithdrawn ? clock.fromWhenWithdrawn : clock.from];
}

/** What ended the lot before the event could come, if anything did. */
function competing(facts: RoundFacts, clock: Clock): 'withdrawal' | 'default' | undefined {
  if (facts.status === 'withdrawn' && clock.fromWhenWithdrawn === undefined) return 'withdrawal';
  return facts.status === 'defaulted' && clock.runsFor === 'sold' ? 'default' : undefined;
}

function stateWithoutEvent(facts: RoundFacts, clock: Clock, from: Instant, asOf: Instant): ClockState {
  const by = competing(facts, clock);
  const stop = facts.outcomeSeenAt;
  if (by !== undefined && stop === null) return unknown('end-not-reported');
  if (by !== undefined && stop !== null && stop <= asOf) {
    if (stop <= from) return NOT_RUNNING;
    return stateOf(facts, clock, from, stop, (elapsed) => ({ state: 'withdrawn', elapsed, by }));
  }
  if (facts.status === 'suspended') return unknown('suspended');
  if (facts.status === 'defaulted' && clock.runsFor === 'any') return unknown('end-not-reported');
  return stateOf(facts, clock, from, asOf, (elapsed) => ({ state: 'open', elapsed }));
}

/** Whether there is anything to measure where only corrections count. */
function wasCorrected({ corrections }: RoundFacts, clock: Clock, asOf: Instant): boolean {
  return clock.corrections !== 'only' || (corrections ?? []).some(({ returnedAt }) => returnedAt <= asOf);
}

/** Nobody owes anything back where no deposit was asked for, or nobody registered. */
function hasNoDeposits({ depositFen, registrationCount }: RoundFacts): boolean {
  return depositFen === 0 || registrationCount === 0;
}

/**
 * Where a lot's clock stands at an instant, the cut-off (数据截至): an event after it has not come yet. A missing event
 * counts as not come; whether the platform reports such events at all is for `clockCases` to judge.
 */
export function clockOf(facts: RoundFacts, clock: Clock, asOf: Instant): ClockState {
  if (!runs(clock, facts)) return NOT_RUNNING;
  if (clock.needsDeposit && hasNoDeposits(facts)) return NOT_RUNNING;
  const from = clockStart(facts, clock);
  if (from === null) return unknown('start-not-reported');
  if (from > asOf || !wasCorrected(facts, clock, asOf)) return NOT_RUNNING;
  const stated = sightingOf(facts, clock.to);
  if (stated !== null && stated <= asOf) {
    return stateOf(facts, clock, from, stated, (value) => ({ state: 'done', value, earliest: value }));
  }
  const seen = sightingOf(facts, clock.seenAt);
  if (stated === null && seen !== null && seen <= asOf) {
    return stateOf(facts, clock, from, seen, (value) => ({ state: 'done', value, earliest: 0 }));
  }
  if (clock.needsDeposit && facts.depositFen === null) return unknown('deposit-unknown');
  return stateWithoutEvent(facts, clock, from, asOf);
}

import { byLotId } from '../comparison/population.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import type { Instant } from '../time.ts';
import { type Clock, type ClockLimit, limitFor, type Milestone } from './clock.ts';
import { type ClockState, clockOf, clockStart } from './clock-of.ts';

/** One lot on one clock. */
export interface ClockCase {
  readonly lotId: string;
  readonly platform: string;
  readonly from: Instant | null;
  readonly limit: ClockLimit | undefined;
  readonly state: ClockState;
}

/** Says which milestones a platform is known to report at all. */
export type Reporting = (platform: string, milestone: Milestone) => boolean;

/**
 * Learns from facts which milestones each platform reports: those it ever stated for any lot. Give it all facts there
 * are, not a selection: a milestone that is never reported is not an event that has not come.
 */
export function reportingOf(facts: Iterable<RoundFacts>, clocks: readonly Clock[]): Reporting {
  const milestones = new Set(clocks.map(({ to }) => to));
  const reported = new Map<string, Set<Milestone>>();
  for (const lot of facts) {
    const known = reported.get(lot.platform) ?? new Set<Milestone>();
    for (const milestone of milestones) if (lot[milestone] !== null) known.add(milestone);
    reported.set(lot.platform, known);
  }
  return (platform, milestone) => reported.get(platform)?.has(milestone) ?? false;
}

function judged(lot: RoundFacts, clock: Clock, state: ClockState, reporting: Reporting): ClockState {
  const isOurs = clock.to === 'outcomeSeenAt' || clock.seenAt === 'outcomeSeenAt';
  const isReported = isOurs || reporting(lot.platform, clock.to);
  return state.state === 'open' && !isReported ? { state: 'unknown', why: 'end-not-reported' } : state;
}

/** Every lot the clock runs for at that instant, by lot id. */
export function clockCases(
  lots: Iterable<RoundFacts>,
  clock: Clock,
  asOf: Instant,
  reporting: Reporting,
): readonly ClockCase[] {
  return byLotId(lots).flatMap((lot) => {
    const state = judged(lot, clock, clockOf(lot, clock, asOf), reporting);
    if (state.state === 'not-running') return [];
    const { lotId, platform } = lot;
    return [{ lotId, platform, from: clockStart(lot, clock), limit: limitFor(clock, lot), state }];
  });
}

import { canonicalJson } from './canonical.ts';
import { isOutcome, isPhase, isReversal, type LotStatus, OUTCOMES, type Outcome, type Phase } from './lot-status.ts';
import type { LotFacts, LotObservation } from './observation.ts';
import { compareStamps, type Stamp } from './stamp.ts';

/** One fact and the document it was first read in. */
export interface Register<T> {
  readonly value: T;
  readonly stamp: Stamp;
}

/**
 * What is known of a lot (标的): the fold of everything its documents said, the same whatever order they came in.
 * Each fact is the newest known value; unknown never replaces known. Outcomes are kept apart from phases,
 * so that a terminal status never reopens.
 */
export interface LotState {
  readonly platform: string;
  readonly externalId: string;
  readonly facts: { readonly [K in keyof LotFacts]?: Register<LotFacts[K]> };
  readonly phase?: Register<Phase>;
  /** Every outcome ever shown, with its newest sighting that changed the status. */
  readonly outcomes: { readonly [O in Outcome]?: Stamp };
}

/** A lot nothing is known of yet. */
export function unknownLot(platform: string, externalId: string): LotState {
  return { platform, externalId, facts: {}, outcomes: {} };
}

function newestOutcome(state: LotState): Outcome | undefined {
  let newest: Outcome | undefined;
  for (const outcome of OUTCOMES) {
    const stamp = state.outcomes[outcome];
    const best = newest === undefined ? undefined : state.outcomes[newest];
    if (stamp !== undefined && (best === undefined || compareStamps(stamp, best) > 0)) newest = outcome;
  }
  return newest;
}

/** Where the outcome was first shown; undefined while there is none. */
export function outcomeStampOf(state: LotState): Stamp | undefined {
  const outcome = newestOutcome(state);
  return outcome === undefined ? undefined : state.outcomes[outcome];
}

/** The status people see: the newest outcome, else the newest phase, else `unknown`. */
export function statusOf(state: LotState): LotStatus {
  return newestOutcome(state) ?? state.phase?.value ?? 'unknown';
}

/** The newer of two sightings. Equal values keep the first stamp: an unchanged page writes nothing. */
function newer<T>(known: Register<T> | undefined, value: T, stamp: Stamp): Register<T> {
  if (known === undefined) return { value, stamp };
  if (compareStamps(stamp, known.stamp) <= 0) return known;
  return canonicalJson(known.value) === canonicalJson(value) ? known : { value, stamp };
}

/** As `newer`, but a phase shown again after an outcome moves its stamp: that is how a reopening is seen. */
function newerPhase(state: LotState, phase: Phase, stamp: Stamp): Register<Phase> {
  const known = state.phase;
  const reopens = Object.values(state.outcomes).some(
    (outcome) => known && compareStamps(known.stamp, outcome) < 0 && compareStamps(outcome, stamp) < 0,
  );
  return reopens ? { value: phase, stamp } : newer(known, phase, stamp);
}

/** The newest outcome, in an older document than the one known for it, and no other outcome since: it settled the lot then. */
function settledEarlier(state: LotState, newest: Outcome, stamp: Stamp): boolean {
  return OUTCOMES.every((outcome) => {
    const known = state.outcomes[outcome];
    if (known === undefined) return true;
    return outcome === newest ? compareStamps(stamp, known) < 0 : compareStamps(stamp, known) > 0;
  });
}

/** An outcome never shown before, one newer than the newest, or an earlier sight of the newest. */
function saysMoreOfOutcome(state: LotState, outcome: Outcome, stamp: Stamp): boolean {
  const newest = newestOutcome(state);
  const settled = newest && state.outcomes[newest];
  if (settled === undefined || state.outcomes[outcome] === undefined) return true;
  return outcome === newest ? settledEarlier(state, outcome, stamp) : compareStamps(stamp, settled) > 0;
}

function mergeStatus(state: LotState, status: LotStatus, stamp: Stamp): LotState {
  if (isPhase(status)) {
    const phase = newerPhase(state, status, stamp);
    return phase === state.phase ? state : { ...state, phase };
  }
  if (!isOutcome(status) || !saysMoreOfOutcome(state, status, stamp)) return state;
  return { ...state, outcomes: { ...state.outcomes, [status]: stamp } };
}

/**
 * Merges what one document says into what is known. Returns the very same object when nothing new was said.
 * Commutative in the values it leaves, provided documents later than a late one are merged again after it.
 */
export function mergeLot(state: LotState, observation: LotObservation, stamp: Stamp): LotState {
  let facts: Record<string, Register<unknown>> | undefined;
  for (const [name, value] of Object.entries(observation.facts)) {
    if (value === undefined) continue;
    const known = state.facts[name as keyof LotFacts] as Register<unknown> | undefined;
    const register = newer<unknown>(known, value, stamp);
    if (register === known) continue;
    facts ??= { ...state.facts };
    facts[name] = register;
  }
  const withFacts = facts === undefined ? state : { ...state, facts: facts as LotState['facts'] };
  return observation.status === undefined ? withFacts : mergeStatus(withFacts, observation.status, stamp);
}

/** Every stamp a fact, the phase or an outcome rests on. */
export function stampsOf(state: LotState): readonly Stamp[] {
  const registers: (Register<unknown> | undefined)[] = [...Object.values(state.facts), state.phase];
  const stamps = registers.flatMap((register) => (register ? [register.stamp] : []));
  return [...stamps, ...Object.values(state.outcomes)];
}

/** Says whether anything known of the lot was read in that document. */
export function restsOn(state: LotState, document: string): boolean {
  return stampsOf(state).some((stamp) => stamp.document === document);
}

/** Something in the record that cannot all be true; shown to the office as 待核, never silently resolved. */
export type Contradiction =
  | 'outcome-reversed'
  | 'reopened-after-outcome'
  | 'sold-without-hammer'
  | 'hammer-below-start'
  | 'ends-before-start';

/** Everything about a lot that a person should check. */
export function contradictionsOf(state: LotState): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const status = statusOf(state);
  const { startPrice, hammerPrice, saleMode, startsAt, endsAt } = state.facts;
  if (isOutcome(status)) {
    if (OUTCOMES.some((other) => state.outcomes[other] !== undefined && isReversal(other, status))) {
      found.push('outcome-reversed');
    }
    const settled = state.outcomes[status];
    const open = state.phase !== undefined && state.phase.value !== 'ended' && state.phase.value !== 'suspended';
    if (open && settled && state.phase && compareStamps(state.phase.stamp, settled) > 0) {
      found.push('reopened-after-outcome');
    }
  }
  if (status === 'sold' && hammerPrice === undefined) found.push('sold-without-hammer');
  const start = startPrice?.value;
  const ascending = (saleMode?.value ?? 'ascending') === 'ascending';
  if (ascending && hammerPrice && start !== undefined && hammerPrice.value < start) {
    found.push('hammer-below-start');
  }
  if (startsAt && endsAt && endsAt.value <= startsAt.value) found.push('ends-before-start');
  return found;
}

import { canonicalJson } from '../canonical.ts';
import type { LoggedEvent } from '../events/event.ts';
import type { Instant } from '../time.ts';
import { attempted, NOT_POSTPONED, postponed, settled } from './attempts.ts';
import type { PlacementEvent } from './events.ts';
import type { Placement, PlacementState, Refusal } from './placement.ts';
import { isTaken } from './transitions.ts';

type DataOf<T extends PlacementEvent['type']> = Extract<PlacementEvent, { type: T }>['data'];
type Logged = LoggedEvent<PlacementEvent>;

/**
 * The placement after one more event. The log holds only what was allowed; @throws RangeError when it does not begin with
 * `opened`.
 */
export function foldPlacement(state: Placement | undefined, logged: Logged, id: string): Placement {
  const { event, at } = logged;
  const version = logged.sequence;
  if (event.type === 'opened') return { ...opened(state, event.data, at), id, version };
  if (state === undefined) throw new RangeError(`the log of placement ${id} does not begin with its opening`);
  const next = afterEvent(state, event, logged);
  return { ...next, version, since: next.state === state.state ? state.since : at };
}

/** How often a refusal came in a row with this one: the same stage, step, code and faults. */
export function refusalsInARow(
  last: Refusal | null,
  { stage, step, code, faults }: Pick<Refusal, 'stage' | 'step' | 'code' | 'faults'>,
): number {
  const said = (refusal: Pick<Refusal, 'stage' | 'step' | 'code' | 'faults'>) =>
    canonicalJson([refusal.stage, refusal.step, refusal.code, refusal.faults]);
  return last !== null && said(last) === said({ stage, step, code, faults }) ? last.count + 1 : 1;
}

function opened(before: Placement | undefined, data: DataOf<'opened'>, at: Instant): Omit<Placement, 'id' | 'version'> {
  return {
    listingId: data.listingId,
    round: data.round,
    platform: data.platform,
    way: data.way,
    state: data.way === 'api' ? 'pending' : 'awaiting-handoff',
    openedAt: at,
    since: at,
    offer: null,
    // Numbers of attempts are never used twice, and what may be at the platform does not leave it by a new approval.
    attempts: before?.attempts ?? 0,
    attempt: before?.attempt ?? null,
    mayBeThere: before?.mayBeThere ?? false,
    ...NOT_POSTPONED,
    refusal: null,
    lot: null,
    shown: null,
    amendment: null,
    withdrawal: null,
    doubt: null,
    outcome: null,
  };
}

function afterEvent(
  placement: Placement,
  event: Exclude<PlacementEvent, { type: 'opened' }>,
  { at, by }: Pick<Logged, 'at' | 'by'>,
): Placement {
  switch (event.type) {
    case 'validated':
      return validated(placement, event.data);
    case 'attempted':
      return attempted(placement, event.data);
    case 'postponed':
      return postponed(placement, event.data);
    case 'refused':
      return refused(placement, event.data, at);
    case 'doubted':
      return { ...settled(placement), state: 'unknown', doubt: event.data.code };
    case 'accepted':
      return accepted(placement, event.data, at);
    case 'shown':
      return { ...placement, state: 'live', shown: { at, ...event.data } };
    case 'ended':
      return { ...settled(placement), state: 'ended', outcome: event.data.outcome };
    case 'amendment-asked':
      return amendmentAsked(placement, event.data, at);
    case 'amended':
      return amended(placement, event.data, at);
    case 'withdrawal-asked':
      return {
        ...placement,
        withdrawal: { reason: event.data.reason, askedAt: at, by },
        ...without(placement, 'withdraw'),
      };
    case 'withdrawn':
      return { ...settled(placement), state: 'withdrawn', mayBeThere: false, doubt: null };
    case 'resumed':
      return resumed(placement);
    case 'switched':
      return { ...settled(placement), way: 'handoff', state: 'awaiting-handoff', mayBeThere: false, doubt: null };
  }
}

/** No refusal of one of these steps; the others stay. */
function without({ refusal }: Placement, ...steps: readonly Refusal['step'][]): Pick<Placement, 'refusal'> {
  return { refusal: refusal !== null && steps.includes(refusal.step) ? null : refusal };
}

function validated(placement: Placement, { offerSha256, amendment }: DataOf<'validated'>): Placement {
  const state: PlacementState = isTaken(placement.state) ? placement.state : 'validated';
  return {
    ...placement,
    state,
    offer: { sha256: offerSha256, amendment },
    ...without(placement, 'prepare', 'publish', 'amend'),
  };
}

function refused(placement: Placement, data: DataOf<'refused'>, at: Instant): Placement {
  const count = refusalsInARow(placement.refusal, data);
  const isOfLot = isTaken(placement.state) || data.step === 'amend' || data.step === 'withdraw';
  const stops: PlacementState = data.retryAt === null ? 'blocked' : 'rejected';
  return {
    ...settled(placement),
    state: isOfLot ? placement.state : stops,
    refusal: { ...data, count, at },
    postponedUntil: data.retryAt,
    postponedFor: data.retryAt === null ? null : data.code,
  };
}

function accepted(placement: Placement, lot: DataOf<'accepted'>, at: Instant): Placement {
  const { amendment, offer } = placement;
  const isIn = amendment !== null && offer !== null && offer.amendment >= amendment.number;
  return {
    ...settled(placement),
    state: 'accepted',
    lot,
    doubt: null,
    amendment: isIn ? { ...amendment, doneAt: amendment.doneAt ?? at } : amendment,
  };
}

function amendmentAsked(placement: Placement, data: DataOf<'amendment-asked'>, at: Instant): Placement {
  // What was refused is not what is asked for now: it is tried again with the new terms.
  const isStopped = placement.state === 'blocked' || placement.state === 'rejected';
  return {
    ...(isStopped ? resumed(placement) : placement),
    amendment: { ...data, askedAt: at, doneAt: null },
    ...without(placement, 'prepare', 'publish', 'amend'),
  };
}

function amended(placement: Placement, { number, revision }: DataOf<'amended'>, at: Instant): Placement {
  const { amendment, lot } = placement;
  const isNewest = amendment !== null && number >= amendment.number;
  return {
    ...settled(placement),
    lot: lot === null ? null : { ...lot, revision: revision ?? lot.revision },
    amendment: isNewest ? { ...amendment, doneAt: at } : amendment,
  };
}

function resumed(placement: Placement): Placement {
  const { state, offer, attempt, mayBeThere } = placement;
  const next = { ...settled(placement), attempt, doubt: null };
  if (isTaken(state) || state === 'submitted') return next;
  const isSeenMissing = state === 'unknown';
  return {
    ...next,
    state: offer === null ? 'pending' : 'validated',
    mayBeThere: mayBeThere && !isSeenMissing,
  };
}

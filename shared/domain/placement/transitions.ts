import type { PlacementEvent } from './events.ts';
import type { PlacementState } from './placement.ts';

/** Kinds of events, without their data. */
export type PlacementEventType = PlacementEvent['type'];

/** Every kind of event, in the order of a placement's life. */
export const PLACEMENT_EVENT_TYPES = [
  'opened',
  'validated',
  'attempted',
  'postponed',
  'refused',
  'doubted',
  'accepted',
  'shown',
  'amendment-asked',
  'amended',
  'withdrawal-asked',
  'withdrawn',
  'ended',
  'resumed',
  'switched',
] as const satisfies readonly PlacementEventType[];

/** States in which the system may call the platform: all but those left to people and those that are over. */
const BY_SYSTEM = [
  'pending',
  'validated',
  'submitted',
  'rejected',
  'blocked',
  'unknown',
  'accepted',
  'live',
] as const satisfies readonly PlacementState[];

const NOT_OVER = [...BY_SYSTEM, 'awaiting-handoff'] as const satisfies readonly PlacementState[];

/**
 * In which states each event may happen. Nothing follows an end; what was withdrawn is only ever opened again. Where a
 * withdrawal was asked, the platform is called from any state, so that attempts and their outcomes may happen in all of them.
 */
const ALLOWED_IN: Readonly<Record<PlacementEventType, readonly PlacementState[]>> = {
  opened: ['pending', 'blocked', 'awaiting-handoff', 'withdrawn'],
  validated: ['pending', 'validated', 'rejected', 'accepted', 'live'],
  attempted: BY_SYSTEM,
  postponed: BY_SYSTEM,
  refused: BY_SYSTEM,
  doubted: ['validated', 'submitted', 'rejected'],
  accepted: ['pending', 'validated', 'submitted', 'rejected', 'blocked', 'unknown', 'awaiting-handoff', 'accepted'],
  shown: ['accepted', 'live'],
  'amendment-asked': NOT_OVER,
  amended: ['awaiting-handoff', 'accepted', 'live'],
  'withdrawal-asked': NOT_OVER,
  withdrawn: NOT_OVER,
  ended: NOT_OVER,
  resumed: BY_SYSTEM,
  switched: ['pending', 'validated', 'rejected', 'blocked', 'unknown'],
};

/** Whether the platform said it has it, and nothing has ended it. */
export function isTaken(state: PlacementState): boolean {
  return state === 'accepted' || state === 'live';
}

/** Whether an event of this kind may happen in the state. `undefined` is a placement that does not exist yet. */
export function mayHappenTo(state: PlacementState | undefined, type: PlacementEventType): boolean {
  return state === undefined ? type === 'opened' : ALLOWED_IN[type].includes(state);
}

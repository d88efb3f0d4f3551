import type { Caller } from '../../../domain/caller.ts';
import { programActor } from '../../../domain/people/reach.ts';
import type { PlacementEvent } from '../../../domain/placement/events.ts';
import type { Placement, SendingStep } from '../../../domain/placement/placement.ts';
import { mayHappenTo } from '../../../domain/placement/transitions.ts';
import { addMs } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/codes.ts';
import { commit } from '../../events/commit.ts';
import { wrongPlacementState } from '../log-event.ts';
import { placementAggregate } from '../placement-aggregate.ts';
import type { PlacePorts } from './place-ports.ts';

/** Longer than any function runs, so that nobody calls while another may still be calling. */
const LEASE_MS = 120_000;

/** What a commit says when somebody else was faster. */
const LOST_RACE: readonly ErrorCode[] = ['COMMAND.CONFLICT', 'COMMAND.KEY_REUSED'];

/** A placement whose attempt is under way. */
export type Begun = Placement & { readonly attempt: NonNullable<Placement['attempt']> };

/**
 * Takes the lease: whoever puts the next attempt behind the log as it was read may call the platform. Undefined when somebody
 * else was faster, be it with an attempt or with any other event.
 */
export async function beginAttempt(
  caller: Caller,
  ports: PlacePorts,
  placement: Placement,
  step: SendingStep,
): Promise<Begun | undefined> {
  const { id, version } = placement;
  const number = placement.attempts + 1;
  // Drawn afresh: an attempt found in the log under this id is ours only if this very call put it there.
  const command = { id: `attempt-${number}`, body: { worker: ports.random.next() }, expected: version };
  const commander = { caller, actor: programActor(caller) };
  try {
    const { state } = await commit(ports, placementAggregate, id, commander, command, (_, at): PlacementEvent => {
      return { type: 'attempted', data: { number, step, until: addMs(at, LEASE_MS) } };
    });
    return state.attempt?.number === number ? { ...state, attempt: state.attempt } : undefined;
  } catch (error) {
    if (error instanceof AppError && LOST_RACE.includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * Writes what became of an attempt. Where the lease ran out meanwhile, the next attempt decides; only a lot that nobody knows
 * of yet is still written.
 *
 * @throws AppError `PLACEMENT.STATE` for a lot that the placement cannot take any more, or beside which it has another
 */
export async function endAttempt(
  caller: Caller,
  ports: PlacePorts,
  { id, attempt: { number } }: Begun,
  event: PlacementEvent,
): Promise<void> {
  const command = { id: `outcome-${number}`, body: { type: event.type } };
  const commander = { caller, actor: programActor(caller) };
  try {
    await commit(ports, placementAggregate, id, commander, command, (state) => {
      if (state === undefined || isOver(state, number, event)) throw new Superseded('PLACEMENT.STATE', 'it is over');
      if (!mayHappenTo(state.state, event.type) || isAnother(state, event)) {
        throw wrongPlacementState(state, event.type);
      }
      return event;
    });
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

/** The attempt is not the one under way any more, and what it came to is nothing new. */
class Superseded extends AppError {}

function isOver({ attempt, lot }: Placement, number: number, event: PlacementEvent): boolean {
  if (attempt?.number === number) return false;
  return event.type !== 'accepted' || lot?.number === event.data.number;
}

function isAnother({ lot }: Placement, event: PlacementEvent): boolean {
  return event.type === 'accepted' && lot !== null && lot.number !== event.data.number;
}

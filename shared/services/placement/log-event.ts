import type { Caller } from '../../domain/caller.ts';
import { programActor } from '../../domain/people/reach.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { mayHappenTo } from '../../domain/placement/transitions.ts';
import { AppError } from '../../errors/app-error.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { placementAggregate } from './placement-aggregate.ts';

/**
 * Writes what one of our own functions found about a placement behind the event it decided on. Undefined when something else
 * happened to the placement meanwhile: nothing is written then, and whoever asks looks again.
 *
 * @throws AppError `PLACEMENT.STATE` for what cannot happen in this state, and those of `commit`
 */
export async function logEvent(
  caller: Caller,
  ports: EventPorts,
  placement: Placement,
  event: PlacementEvent,
): Promise<Placement | undefined> {
  if (!mayHappenTo(placement.state, event.type)) throw wrongPlacementState(placement, event.type);
  const { id, version } = placement;
  const command = { id: `${event.type}-${version}`, body: { version }, expected: version };
  const commander = { caller, actor: programActor(caller) };
  try {
    return (await commit(ports, placementAggregate, id, commander, command, () => event)).state;
  } catch (error) {
    if (error instanceof AppError && error.code === 'COMMAND.CONFLICT') return undefined;
    throw error;
  }
}

/** The state does not allow it. */
export function wrongPlacementState({ id, state }: Placement, wanted: string): AppError {
  const details = { placement: id, state, wanted };
  return new AppError('PLACEMENT.STATE', 'the state of the placement does not allow this', { details });
}

import type { Listing } from '../../domain/listing/listing.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import { mayBeAtPlatform } from '../../domain/placement/next.ts';
import { type Placement, placementId } from '../../domain/placement/placement.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Commander } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { wrongPlacementState } from './log-event.ts';
import { placementAggregate } from './placement-aggregate.ts';

/**
 * Makes sure that nothing of a listing is sent to its platform any more, before the listing is withdrawn: its placement is
 * closed first, so that of this and a call to the platform only one can be begun. What people hand over they look after
 * themselves.
 *
 * @throws AppError `PLACEMENT.AT_PLATFORM` when the platform may have it already: then it has to take it down first;
 *   `PLACEMENT.STATE` when something else ended it meanwhile
 */
export async function closeUnsent(
  commander: Commander,
  ports: EventPorts,
  listing: Listing,
  reason: string,
): Promise<void> {
  const round = currentRound(listing);
  const id = placementId(listing.id, round.number);
  const loaded = await load(ports, placementAggregate, id);
  if (loaded === undefined || round.ended !== null || !isOpen(loaded.state)) return;
  const body = { listing: listing.id, reason };
  const command = { id: `close-${loaded.version}`, body };
  await commit(ports, placementAggregate, id, commander, command, (now): PlacementEvent => {
    if (now === undefined || !isOpen(now)) throw wrongPlacementState(loaded.state, 'withdrawn');
    if (mayBeAtPlatform(now)) {
      throw new AppError('PLACEMENT.AT_PLATFORM', 'the platform may have the lot', { details: { placement: id } });
    }
    return { type: 'withdrawn', data: { reason, said: 'never-sent' } };
  });
}

function isOpen({ way, state }: Placement): boolean {
  return way === 'api' && state !== 'withdrawn' && state !== 'ended';
}

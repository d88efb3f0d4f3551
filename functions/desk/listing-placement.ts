import type { Listing } from '#shared/domain/listing/listing.ts';
import { currentRound } from '#shared/domain/listing/progress.ts';
import { type Placement, placementId } from '#shared/domain/placement/placement.ts';
import { load } from '#shared/services/events/load.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import type { DeskPorts } from './desk-ports.ts';

/** The placement of a listing's running round, for whoever may see the listing; `null` before the first approval. */
export async function placementOf(ports: Pick<DeskPorts, 'records'>, listing: Listing): Promise<Placement | null> {
  const id = placementId(listing.id, currentRound(listing).number);
  return (await load(ports, placementAggregate, id))?.state ?? null;
}

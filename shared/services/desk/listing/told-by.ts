import type { Listing } from '../../../domain/listing/listing.ts';
import { currentRound } from '../../../domain/listing/progress.ts';
import { placementId } from '../../../domain/placement/placement.ts';
import { load } from '../../events/load.ts';
import { isForPeople } from '../../placement/allowed-placement.ts';
import { placementAggregate } from '../../placement/placement-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';

/** Who tells the platform of a change: our own functions by its interface, or somebody by hand (人工告知). */
export type ToldBy = 'system' | 'person';

/** Who tells the platform of an amendment of the round that runs. */
export async function amendmentToldBy(
  ports: Pick<ListingPorts, 'records' | 'publishing'>,
  listing: Listing,
): Promise<ToldBy> {
  const known = await load(ports, placementAggregate, placementId(listing.id, currentRound(listing).number));
  if (known === undefined) return 'person';
  const publishing = ports.publishing.find(({ platform }) => platform === known.state.platform);
  return isForPeople(known.state, publishing, 'amend') ? 'person' : 'system';
}

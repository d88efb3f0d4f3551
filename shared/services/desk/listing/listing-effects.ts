import type { Listing } from '../../../domain/listing/listing.ts';
import { statementsOf } from '../../../domain/listing/statement.ts';
import { partitionOf } from '../../../domain/people/reach.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { settleLock } from '../../events/asset-lock.ts';
import { putCard } from '../../events/cards.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { load } from '../../events/load.ts';
import type { PlacementPorts } from '../../placement/placement-ports.ts';
import { syncPlacement } from '../../placement/sync-placement.ts';
import { assetAggregate } from '../asset/asset-aggregate.ts';
import { findOwner } from '../owner/read-owner.ts';
import { listingAggregate } from './listing-aggregate.ts';
import { cardOf } from './listing-card.ts';
import { assetPartition, storedCard } from './listing-cards.ts';
import { putStatement } from './put-statement.ts';

/** What the effects of a listing need beside the ports of events. */
interface Given extends Pick<PlacementPorts, 'publishing'> {
  readonly documents: () => ObjectStore;
}

/** What follows from an event of one listing. */
type ListingEffects = (ports: EventPorts, id: string) => Promise<void>;

/**
 * What follows from an event of a listing: its card among those of the township, one among those of each asset it names;
 * once it is over for good, its claims; for each lot it became, what the desk states of it, among the raw `documents`; and
 * its placements. Reads the listing as it is now; safe to repeat.
 */
export function listingEffects({ documents, publishing }: Given): ListingEffects {
  return async (ports, id) => {
    const listing = await cardListing(ports, id);
    if (listing === undefined) return;
    await settle(ports, listing);
    await syncPlacement({ ...ports, publishing }, listing);
    for (const placed of statementsOf(listing)) await putStatement(documents(), ports.hash, placed);
  };
}

async function cardListing(ports: EventPorts, id: string): Promise<Listing | undefined> {
  const loaded = await load(ports, listingAggregate, id);
  const owner = loaded === undefined ? undefined : await findOwner(ports, loaded.state.ownerId);
  if (loaded === undefined || owner === undefined) return undefined;
  const { state: listing, version } = loaded;
  const [first] = listing.terms.items;
  const asset = first === undefined ? undefined : await load(ports, assetAggregate, first.assetId);
  const card = cardOf(listing, owner, asset?.state.asset.assetClass ?? null);
  await putCard(ports, 'listing', partitionOf(owner), id, version, storedCard(card));
  for (const assetId of listing.assetsNamed) {
    const isOffered = card.assets.includes(assetId);
    await putCard(ports, 'listing', assetPartition(assetId), id, version, isOffered ? storedCard(card) : null);
  }
  return listing;
}

/**
 * Only states nothing follows settle here, for an effect may run late: a sale may still be defaulted on and offered again.
 * Its claim ends with its term, and whoever meets it before asks the listing's own log (`standingOfListing`).
 */
async function settle(ports: EventPorts, { id, state, assetsNamed }: Listing): Promise<void> {
  if (state === 'withdrawn') await settleLock(ports, id, assetsNamed, 'released');
  if (state === 'agreed') await settleLock(ports, id, assetsNamed, 'sold');
}

import { claimOf } from '../../../domain/listing/claim.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { AppError } from '../../../errors/app-error.ts';
import { lockAssets, type Standing } from '../../events/asset-lock.ts';
import { load } from '../../events/load.ts';
import { listingAggregate } from './listing-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';

/**
 * Takes what the listing offers, so that nothing is on sale twice: called in the decision of a command that brings it
 * before buyers or sells it.
 *
 * @throws AppError `ASSET.LOCKED` naming the listing that has it, `LISTING.INCOMPLETE` when the terms do not say for how long
 */
export async function lockListing(ports: ListingPorts, { id, terms, version }: Listing): Promise<void> {
  const claim = claimOf(terms);
  if (claim === undefined) {
    const errors = [{ pointer: '/lease/startsOn', detail: '请填写租期开始日和月数;转让的请填写公告发布日。' }];
    throw new AppError('LISTING.INCOMPLETE', 'the terms do not say what is taken for how long', {
      details: { errors },
    });
  }
  const { items, takes, from, until } = claim;
  const standingOf = (holder: string, assetId: string) => standingOfListing(ports, holder, assetId);
  await lockAssets(ports, id, items, { takes, from, until, version, standingOf });
}

/**
 * What a listing's own log says of its claim on an asset: released once it is withdrawn or offers the asset no more, sold
 * once it is sold or let by agreement, else open.
 */
export async function standingOfListing(
  ports: Pick<ListingPorts, 'records'>,
  listingId: string,
  assetId: string,
): Promise<Standing> {
  const listing = (await load(ports, listingAggregate, listingId))?.state;
  if (listing === undefined) return 'open';
  const isOffered = listing.terms.items.some((item) => item.assetId === assetId);
  if (listing.state === 'withdrawn' || !isOffered) return 'released';
  return listing.state === 'sold' || listing.state === 'agreed' ? 'sold' : 'open';
}

import { canonicalJson } from '../../domain/canonical.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import type { ListingCard } from '../desk/listing/listing-card.ts';
import { assetPartition, cardsIn } from '../desk/listing/listing-cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';
import { changeSameAssets } from './head.ts';

/** What a listing offers, as text: the same assets, and the same parts of them. Undefined while it does not say. */
function offerOf({ claim }: Pick<ListingCard, 'claim'>): string | undefined {
  const items = claim?.items ?? [];
  if (items.length === 0) return undefined;
  const named = items.map(({ assetId, parts }) => [assetId, ...(parts ?? []).toSorted()].join('/'));
  return canonicalJson(named.toSorted());
}

/**
 * What follows from every change of a listing: listings that offer exactly the same assets and parts are kept together, for
 * their lots are one asset by the register (资产台账). A listing of one pond and one of two ponds are not the same asset.
 */
export async function offersChanged(ports: Pick<EventPorts, 'records' | 'hash'>, listingId: string): Promise<void> {
  const listing = (await load(ports, listingAggregate, listingId))?.state;
  if (listing === undefined) return;
  const cards = await cardsIn(ports, listing.assetsNamed.map(assetPartition));
  const known = new Map(cards.map((card) => [card.id, card] as const));
  const byOffer = Map.groupBy(known.values(), offerOf);
  const same: Record<string, readonly string[]> = {};
  for (const [offer, listings] of byOffer) {
    if (offer === undefined || listings.length < 2) continue;
    same[ports.hash.sha256(offer).slice(0, 16)] = listings.map(({ id }) => id).toSorted();
  }
  await changeSameAssets(ports.records, ({ offers }) => {
    const others = Object.entries(offers).filter(([, listings]) => !listings.includes(listingId));
    const next = Object.entries({ ...Object.fromEntries(others), ...same });
    return { offers: Object.fromEntries(next.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  });
}

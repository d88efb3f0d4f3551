import type { Claim } from '#shared/domain/asset/lock.ts';
import type { LoggedEvent } from '#shared/domain/events/event.ts';
import { claimOf } from '#shared/domain/listing/claim.ts';
import type { ListingEvent } from '#shared/domain/listing/events.ts';
import type { Listing, ListingState } from '#shared/domain/listing/listing.ts';
import { listingAggregate } from '#shared/services/desk/listing/listing-aggregate.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { foldLog } from '#shared/services/events/load.ts';
import type { ListingDesk } from '#test/support/desk.ts';
import type { MemoryItemStore } from '#test/support/memory-item-store.ts';
import { actReally, type RealCommand } from './desk-real-acts.ts';
import { type DeskModel, plain } from './desk-system.ts';
import { wrongOffers } from './desk-watch.ts';

/** States in which somebody may buy it, or has. */
const TAKES: Readonly<Partial<Record<ListingState, Claim['state']>>> = {
  review: 'open',
  approved: 'open',
  'handed-over': 'open',
  placed: 'open',
  sold: 'sold',
  agreed: 'sold',
};

/** Every listing as its log leaves it at this moment. */
export function realListings(stored: MemoryItemStore): ReadonlyMap<string, Listing> {
  const ids = stored.items('STREAMS#listing').map(({ id }) => id as string);
  const entries = ids.flatMap((id) => {
    const log = stored.items(`LISTING#${id}`).map(({ logged }) => logged as unknown as LoggedEvent<ListingEvent>);
    const state = foldLog(listingAggregate, id, log)?.state;
    return state === undefined ? [] : [[id, state] as const];
  });
  return new Map(entries);
}

function offersIn(stored: MemoryItemStore): ReadonlyMap<string, readonly Claim[]> {
  const offers = new Map<string, Claim[]>();
  for (const [holder, listing] of realListings(stored)) {
    const state = TAKES[listing.state];
    const claim = claimOf(listing.terms);
    if (state === undefined || claim === undefined) continue;
    const { items, ...taking } = claim;
    for (const { assetId, parts } of items) {
      offers.set(assetId, [...(offers.get(assetId) ?? []), { ...taking, holder, parts, state }]);
    }
  }
  return offers;
}

/** The desk's own listing services. */
export function realModel(desk: ListingDesk, justifications: RealCommand['justifications']): DeskModel {
  return {
    effects: { listing: listingEffects({ documents: () => desk.documents, publishing: [] }) },
    act: (ports, { listing, key, asked }) => {
      const command = { id: key, body: plain(asked) };
      return actReally({ ...desk.ports, ...ports }, listing, command, { ...(asked as RealCommand), justifications });
    },
    wrongIn: (stored) => wrongOffers(stored, offersIn(stored)),
    listings: (stored) =>
      new Map([...realListings(stored)].map(([id, { state, assetsNamed }]) => [id, { state, named: assetsNamed }])),
  };
}

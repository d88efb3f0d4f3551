import { type Claim, keepsOut } from '#shared/domain/asset/lock.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { LoggedEvent } from '#shared/domain/events/event.ts';
import type { Item, ItemStore, PutCondition } from '#shared/ports/item-store.ts';
import { foldLog } from '#shared/services/events/load.ts';
import type { MemoryItemStore } from '#test/support/memory-item-store.ts';
import { type SmallEvent, type SmallListing, smallListing } from '#test/support/small-listing.ts';

/** Every listing as its log leaves it at this moment. */
export function listingsIn(stored: MemoryItemStore): ReadonlyMap<string, SmallListing> {
  const ids = stored.items('STREAMS#listing').map(({ id }) => id as string);
  const entries = ids.flatMap((id) => {
    const log = stored.items(`LISTING#${id}`).map(({ logged }) => logged as unknown as LoggedEvent<SmallEvent>);
    const state = foldLog(smallListing, id, log)?.state;
    return state === undefined ? [] : [[id, state] as const];
  });
  return new Map(entries);
}

export function claimsIn(stored: MemoryItemStore, assetId: string): readonly Claim[] {
  return stored.items(`LOCK#${assetId}`).flatMap(({ claims }) => claims as unknown as readonly Claim[]);
}

/** What the listings themselves say they have on sale or sold of each asset. */
function offered(stored: MemoryItemStore): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const [holder, { state, offer }] of listingsIn(stored)) {
    if (state !== 'on-sale' && state !== 'sold') continue;
    const { items, ...taking } = offer;
    for (const { assetId, parts } of items) {
      const claim: Claim = { ...taking, holder, parts, state: state === 'sold' ? 'sold' : 'open' };
      claims.set(assetId, [...(claims.get(assetId) ?? []), claim]);
    }
  }
  return claims;
}

function covers(held: Claim, claim: Claim): boolean {
  const taking = ({ holder, parts, takes, from, until }: Claim) => canonicalJson({ holder, parts, takes, from, until });
  return taking(held) === taking(claim);
}

/** What is wrong at this moment: two sales of one thing, or a sale that the lock does not know. */
export function wrongNow(stored: MemoryItemStore): readonly string[] {
  return wrongOffers(stored, offered(stored));
}

/** The same of what listings say they offer, by asset. */
export function wrongOffers(stored: MemoryItemStore, offers: ReadonlyMap<string, readonly Claim[]>): readonly string[] {
  return [...offers].flatMap(([assetId, claims]) => {
    const held = claimsIn(stored, assetId);
    const loose = claims.filter((claim) => !held.some((one) => covers(one, claim)));
    const pairs = claims.flatMap((one, index) => claims.slice(index + 1).map((other) => [one, other] as const));
    const twice = pairs.filter(([one, other]) => keepsOut(one, other) && keepsOut(other, one));
    return [
      ...loose.map(({ holder }) => `unlocked: ${holder} offers ${assetId} without holding it`),
      ...twice.map(([one, other]) => `sold twice: ${assetId} by ${one.holder} and ${other.holder}`),
    ];
  });
}

/** What an item may never be replaced by. */
function overwrites(known: Item | undefined, item: Item): string | undefined {
  if (known === undefined) return undefined;
  if (item.sk.startsWith('EVENT#') && canonicalJson(known['logged']) !== canonicalJson(item['logged'])) {
    return `overwritten: ${item.pk} ${item.sk}`;
  }
  if (item.pk === 'AUDIT' && canonicalJson(known) !== canonicalJson(item)) return `sealed again: ${item.sk}`;
  return undefined;
}

/** The store with eyes: looks at every put that was written, and at what all listings say after it. */
export function watchedDesk(
  stored: MemoryItemStore,
  complain: (complaint: string) => void,
  wrongIn: (stored: MemoryItemStore) => readonly string[],
): ItemStore {
  return {
    get: (key) => stored.get(key),
    query: (range) => stored.query(range),
    async put(item: Item, condition: PutCondition) {
      const known = await stored.get(item);
      const answer = await stored.put(item, condition);
      if (answer === 'refused') return answer;
      const overwritten = overwrites(known, item);
      if (overwritten !== undefined) complain(overwritten);
      for (const wrong of wrongIn(stored)) complain(wrong);
      return answer;
    },
  };
}

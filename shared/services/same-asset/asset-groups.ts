import type { LotCard } from '../../domain/lot-card.ts';
import { confirmedNeighbours, groupOf, type Neighbour, type Why } from '../../domain/same-asset/groups.ts';
import { toEpochMs } from '../../domain/time.ts';
import type { CatalogueIndex } from '../catalogue/catalogue-query.ts';
import { listingOf } from '../catalogue/same-property.ts';
import type { SameAssets } from './head.ts';

/** What is asked of the lots. */
export type LotsBySource = Pick<CatalogueIndex, 'get' | 'sameProperty' | 'sameListing'>;

/** A lot of a group (同一资产): how it came into it. */
export interface GroupedLot {
  readonly card: LotCard;
  /** The lot it is linked to and why; `null`: the one asked for. */
  readonly by: { readonly card: LotCard; readonly why: Why } | null;
}

/** Answers with all lots of a lot's asset, itself included, in order of time. */
export type AssetGroups = (card: LotCard) => readonly GroupedLot[];

/** What follows from one state of the item, made once for it. */
interface Derived {
  readonly confirmed: ReadonlyMap<string, readonly Neighbour[]>;
  /** The listings that offer the same as a listing, itself included. */
  readonly sameOffer: ReadonlyMap<string, readonly string[]>;
}

const derivations = new WeakMap<SameAssets, Derived>();

function derivedOf(head: SameAssets): Derived {
  const known = derivations.get(head);
  if (known !== undefined) return known;
  const offers = Object.values(head.offers).flatMap((listings) => listings.map((id) => [id, listings] as const));
  const derived = { confirmed: confirmedNeighbours(head.links), sameOffer: new Map(offers) };
  derivations.set(head, derived);
  return derived;
}

function certainNeighbours(card: LotCard, lots: LotsBySource, { sameOffer }: Derived): readonly Neighbour[] {
  const { lotId, propertyKey } = card;
  const neighbours = (cards: readonly LotCard[], why: Why) =>
    cards.filter((other) => other.lotId !== lotId).map((other) => ({ lotId: other.lotId, why }));
  const listing = listingOf(card);
  const offered = listing === null ? [] : (sameOffer.get(listing) ?? []).filter((other) => other !== listing);
  return [
    ...(listing === null ? [] : neighbours(lots.sameListing(listing), { rule: 'listing' })),
    ...neighbours(offered.flatMap(lots.sameListing), { rule: 'register' }),
    ...(propertyKey === null ? [] : neighbours(lots.sameProperty(card), { rule: 'property-key', key: propertyKey })),
  ];
}

/** What comes first on the calendar comes first; what has no time comes last. */
function timeOf({ startsAt, endsAt }: LotCard): number {
  const at = startsAt ?? endsAt;
  return at === null ? Number.MAX_SAFE_INTEGER : toEpochMs(at);
}

function inTimeOrder({ card: a }: GroupedLot, { card: b }: GroupedLot): number {
  return timeOf(a) - timeOf(b) || (a.lotId < b.lotId ? -1 : 1);
}

/**
 * Groups of lots: by rule (equal reference of ours, listings of ours that offer the same, equal property key on one
 * platform), and by what people confirmed. Costs what the group is large, not what the catalogue is.
 */
export function assetGroups(lots: LotsBySource, head: SameAssets): AssetGroups {
  const derived = derivedOf(head);
  return (card) => {
    const cardOf = (lotId: string) => (lotId === card.lotId ? card : lots.get(lotId));
    const members = groupOf(card.lotId, (lotId) => {
      const known = cardOf(lotId);
      const certain = known === undefined ? [] : certainNeighbours(known, lots, derived);
      return [...certain, ...(derived.confirmed.get(lotId) ?? [])];
    });
    const grouped = members.flatMap(({ lotId, by }): readonly GroupedLot[] => {
      const known = cardOf(lotId);
      if (known === undefined) return [];
      const from = by === null ? undefined : cardOf(by.lotId);
      return [{ card: known, by: by === null || from === undefined ? null : { card: from, why: by.why } }];
    });
    return grouped.toSorted(inTimeOrder);
  };
}

/** The lots of a fold, ready to be asked. */
export function lotsBySource(lots: ReadonlyMap<string, LotCard>): LotsBySource {
  const cards = [...lots.values()];
  const keyed = cards.filter(({ propertyKey }) => propertyKey !== null);
  const properties = Map.groupBy(keyed, ({ platform, propertyKey }) => `${platform}|${propertyKey}`);
  const listings = Map.groupBy(cards, listingOf);
  return {
    get: (lotId) => lots.get(lotId),
    sameProperty: (card) => properties.get(`${card.platform}|${card.propertyKey}`) ?? [card],
    sameListing: (listing) => listings.get(listing) ?? [],
  };
}

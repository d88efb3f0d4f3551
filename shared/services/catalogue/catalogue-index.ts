import type { LotCard } from '../../domain/lot-card.ts';
import { type Instant, toEpochMs } from '../../domain/time.ts';
import {
  type CatalogueIndex,
  type CataloguePage,
  type CatalogueQuery,
  FACETS,
  type Facet,
  type PageRequest,
} from './catalogue-query.ts';
import { type FacetIndex, facetIndex } from './facet-index.ts';
import { facetValues, forFacets } from './facet-values.ts';
import { type OrderNow, ordersNow } from './order-now.ts';
import { type Stretch, slotsInOrder } from './page-of.ts';
import { type LotChains, listingOf, lotChains, propertyOf } from './same-property.ts';
import { type Selection, selectionOf } from './selection.ts';
import { type Bits, setBit, wordsFor } from './slot-set.ts';
import { endingRanks } from './sort-keys.ts';
import { type SortOrders, sortOrders } from './sort-orders.ts';
import { type TextIndex, textIndex } from './text-index.ts';
import { wordsOf } from './text-words.ts';

const DAY_MS = 86_400_000;

/** The cards by slot, and what is known of the slots. A lot keeps its slot for good. */
interface Rooms {
  readonly cards: LotCard[];
  readonly slots: Map<string, number>;
  readonly facets: FacetIndex;
  readonly texts: TextIndex;
  readonly orders: SortOrders;
  readonly orderNow: ReturnType<typeof ordersNow>;
  readonly properties: LotChains;
  readonly listings: LotChains;
}

/** Listings have one room: their ids are ours. */
function ofListing(card: LotCard) {
  const key = listingOf(card);
  return key === null ? null : { room: '', key };
}

/** What a query leaves, facet by facet: the lots under all restrictions but the facet's own. */
interface Found {
  readonly selected: Selection;
  readonly without: Readonly<Record<Facet, Selection>>;
}

function emptyRooms(): Rooms {
  const cards: LotCard[] = [];
  const orders = sortOrders(cards);
  return {
    cards,
    slots: new Map(),
    facets: facetIndex(),
    texts: textIndex(cards),
    orders,
    orderNow: ordersNow(orders, cards),
    properties: lotChains(cards, propertyOf),
    listings: lotChains(cards, ofListing),
  };
}

function put(rooms: Rooms, card: LotCard): void {
  const { cards, slots } = rooms;
  const slot = slots.get(card.lotId) ?? cards.length;
  const before = cards[slot];
  cards[slot] = card;
  if (before === undefined) slots.set(card.lotId, slot);
  rooms.facets.put(slot, facetValues(card));
  rooms.texts.changed(slot);
  rooms.orders.changed(slot, before);
  rooms.properties.changed(slot, before);
  rooms.listings.changed(slot, before);
}

/** Open lots whose end lies from now on within so many days: a stretch of the order `ending`. */
function endingWithin({ cards, orders }: Rooms, days: number, now: Instant): Bits {
  const nowMs = toEpochMs(now);
  const { from, to } = endingRanks(nowMs, nowMs + days * DAY_MS);
  const words: Bits = new Int32Array(wordsFor(cards.length));
  const end = orders.placeOfRank('ending', to + 1);
  const stretch = orders.sorted('ending').slots.subarray(orders.placeOfRank('ending', from), end);
  for (const slot of stretch) if (cards[slot]?.endsAt !== null) setBit(words, slot);
  return words;
}

/** What no facet restricts: text and end. */
function commonRestrictions(rooms: Rooms, query: CatalogueQuery, now: Instant): readonly Bits[] {
  const found = rooms.texts.search(wordsOf(query.text));
  return query.endsWithinDays === null ? found : [...found, endingWithin(rooms, query.endsWithinDays, now)];
}

function restrict(rooms: Rooms, query: CatalogueQuery, now: Instant): Found {
  const common = commonRestrictions(rooms, query, now);
  const filters = new Map<Facet, Bits>();
  for (const facet of FACETS) {
    const values = query.filters[facet] ?? [];
    if (values.length > 0) filters.set(facet, rooms.facets.slotsWith(facet, values));
  }
  const lots = rooms.cards.length;
  const selected = selectionOf([...common, ...filters.values()], lots);
  const without = forFacets((facet) => {
    const own = filters.get(facet);
    if (own === undefined) return selected;
    return selectionOf([...common, ...[...filters.values()].filter((words) => words !== own)], lots);
  });
  return { selected, without };
}

function stretchOf(order: OrderNow, { start, limit }: PageRequest): Stretch {
  // One more than the page holds tells whether there is a next page.
  const take = limit + 1;
  if ('offset' in start) return { from: 0, skip: start.offset, take };
  return { from: order.placeAfter(start.after), skip: 0, take };
}

function cardsAt({ cards }: Rooms, slots: Uint32Array): LotCard[] {
  return Array.from(slots, (slot) => cards[slot] as LotCard);
}

function find(rooms: Rooms, query: CatalogueQuery, page: PageRequest): CataloguePage {
  const { selected, without } = restrict(rooms, query, page.now);
  const order = rooms.orderNow(query.sort, toEpochMs(page.now));
  const lots = cardsAt(rooms, slotsInOrder(order, selected, stretchOf(order, page)));
  const isLast = lots.length <= page.limit;
  if (!isLast) lots.pop();
  const last = lots.at(-1);
  return {
    total: selected.size,
    lots,
    facets: forFacets((facet) => rooms.facets.count(facet, without[facet], query.filters[facet] ?? [])),
    next: isLast || last === undefined ? null : order.positionOf(last),
  };
}

function all(rooms: Rooms, query: CatalogueQuery, now: Instant): readonly LotCard[] {
  const { selected } = restrict(rooms, query, now);
  const order = rooms.orderNow(query.sort, toEpochMs(now));
  return cardsAt(rooms, slotsInOrder(order, selected, { from: 0, skip: 0, take: selected.size }));
}

function sameProperty({ cards, properties }: Rooms, card: LotCard): readonly LotCard[] {
  if (card.propertyKey === null) return [card];
  const known = properties.slotsOf(card.platform, card.propertyKey).map((slot) => cards[slot] as LotCard);
  return [...known.filter(({ lotId }) => lotId !== card.lotId), card];
}

/** A catalogue in memory of the given lots; a lot given twice counts as it was given last. */
export function catalogueIndex(cards: Iterable<LotCard> = []): CatalogueIndex {
  const rooms = emptyRooms();
  const apply = (changed: Iterable<LotCard>) => {
    for (const card of changed) put(rooms, card);
  };
  apply(cards);
  return {
    get size() {
      return rooms.cards.length;
    },
    get(lotId) {
      const slot = rooms.slots.get(lotId);
      return slot === undefined ? undefined : rooms.cards[slot];
    },
    apply,
    find: (query, page) => find(rooms, query, page),
    all: (query, now) => all(rooms, query, now),
    overdue: (now) => rooms.orders.placeOfRank('ending', toEpochMs(now)),
    sameProperty: (card) => sameProperty(rooms, card),
    sameListing: (listing) => rooms.listings.slotsOf('', listing).map((slot) => rooms.cards[slot] as LotCard),
  };
}

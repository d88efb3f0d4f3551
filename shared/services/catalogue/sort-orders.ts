import type { LotCard } from '../../domain/lot-card.ts';
import type { CatalogueSort } from './catalogue-query.ts';
import { type Bits, hasBit, setBit, wordsFor } from './slot-set.ts';
import { sortRank } from './sort-keys.ts';

/** All slots in one order. */
export interface SortedSlots {
  readonly slots: Uint32Array;
  /** Place of each slot in `slots`. */
  readonly places: Uint32Array;
}

/** The orders of the catalogue, each made when it is first asked for and kept from then on. */
export interface SortOrders {
  /** Says that the lot of a slot is new or another than before. */
  changed(slot: number, before: LotCard | undefined): void;
  sorted(sort: CatalogueSort): SortedSlots;
  /** Place of the first lot with this rank or a higher one. */
  placeOfRank(sort: CatalogueSort, rank: number): number;
}

interface Order {
  readonly sort: CatalogueSort;
  /** `null` when all lots are to be sorted anew. */
  sorted: SortedSlots | null;
  /** Slots that are missing in `sorted` or stand where they no longer belong. */
  readonly misplaced: Set<number>;
}

/** Above this share of misplaced lots it is quicker to sort all of them. */
const MERGE_UP_TO_ONE_IN = 16;

/** Slots in an order with the place of each. */
export function withPlaces(slots: Uint32Array): SortedSlots {
  const places = new Uint32Array(slots.length);
  for (let place = 0; place < slots.length; place++) places[slots[place] ?? 0] = place;
  return { slots, places };
}

/** Place of the first slot for which the question is answered yes, when it is answered yes for all after it too. */
export function firstPlace(slots: Uint32Array, isBehind: (slot: number) => boolean): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(slots[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Slots in order, their ranks worked out once. */
function inOrder(cards: readonly LotCard[], sort: CatalogueSort, slots: Uint32Array): Uint32Array {
  const ranks = new Float64Array(cards.length);
  for (const slot of slots) ranks[slot] = sortRank(sort, cards[slot] as LotCard);
  const id = (slot: number) => cards[slot]?.lotId ?? '';
  return slots.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || (id(a) < id(b) ? -1 : 1));
}

/** The order without the misplaced slots, and these put in where they belong. */
function merged(
  cards: readonly LotCard[],
  sort: CatalogueSort,
  sorted: SortedSlots,
  misplaced: ReadonlySet<number>,
): Uint32Array {
  const moved: Bits = new Int32Array(wordsFor(cards.length));
  for (const slot of misplaced) setBit(moved, slot);
  const kept = sorted.slots.filter((slot) => !hasBit(moved, slot));
  const result = new Uint32Array(cards.length);
  let from = 0;
  let filled = 0;
  for (const slot of inOrder(cards, sort, Uint32Array.from(misplaced))) {
    const card = cards[slot] as LotCard;
    const to = firstPlace(kept, behind(cards, sort, sortRank(sort, card), card.lotId));
    result.set(kept.subarray(from, to), filled);
    filled += to - from;
    result[filled++] = slot;
    from = to;
  }
  result.set(kept.subarray(from), filled);
  return result;
}

function behind(cards: readonly LotCard[], sort: CatalogueSort, rank: number, lotId: string) {
  return (slot: number): boolean => {
    const card = cards[slot] as LotCard;
    const distance = sortRank(sort, card) - rank;
    return distance > 0 || (distance === 0 && card.lotId > lotId);
  };
}

function misplace(order: Order, slot: number, lots: number): void {
  if (order.sorted === null) return;
  order.misplaced.add(slot);
  if (order.misplaced.size * MERGE_UP_TO_ONE_IN <= lots) return;
  order.sorted = null;
  order.misplaced.clear();
}

function upToDate(cards: readonly LotCard[], order: Order): SortedSlots {
  const { sort, sorted, misplaced } = order;
  if (sorted !== null && misplaced.size === 0) return sorted;
  const all = () => Uint32Array.from({ length: cards.length }, (_, slot) => slot);
  const slots = sorted === null ? inOrder(cards, sort, all()) : merged(cards, sort, sorted, misplaced);
  misplaced.clear();
  order.sorted = withPlaces(slots);
  return order.sorted;
}

/** Orders over cards that the caller adds to and replaces, saying so. */
export function sortOrders(cards: readonly LotCard[]): SortOrders {
  const orders = new Map<CatalogueSort, Order>();
  const sorted = (sort: CatalogueSort): SortedSlots => {
    const order = orders.get(sort) ?? { sort, sorted: null, misplaced: new Set() };
    orders.set(sort, order);
    return upToDate(cards, order);
  };
  return {
    changed(slot, before) {
      const card = cards[slot] as LotCard;
      for (const order of orders.values()) {
        const isMoved = before === undefined || sortRank(order.sort, before) !== sortRank(order.sort, card);
        if (isMoved) misplace(order, slot, cards.length);
      }
    },
    sorted,
    placeOfRank(sort, rank) {
      return firstPlace(sorted(sort).slots, (slot) => sortRank(sort, cards[slot] as LotCard) >= rank);
    },
  };
}

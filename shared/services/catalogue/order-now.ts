import type { LotCard } from '../../domain/lot-card.ts';
import type { CatalogueSort, SortPosition } from './catalogue-query.ts';
import { rankAt, rankKey } from './sort-keys.ts';
import { firstPlace, type SortedSlots, type SortOrders, withPlaces } from './sort-orders.ts';

/** One order of the catalogue as it stands at one moment. */
export interface OrderNow extends SortedSlots {
  /** Place of the first lot that stands behind the position. */
  placeAfter(position: SortPosition): number;
  positionOf(card: LotCard): SortPosition;
}

type Behind = (a: number, b: number) => boolean;

/** Turns the overdue around, the latest end first, and merges them with the lots that are closed in their state too. */
function overdueAmongClosed(slots: Uint32Array, overdue: number, isBehind: Behind): Uint32Array {
  const late = slots.slice(0, overdue).reverse();
  const rest = slots.subarray(overdue);
  const result = new Uint32Array(slots.length);
  let taken = 0;
  let filled = 0;
  for (const slot of late.sort((a, b) => (isBehind(a, b) ? 1 : -1))) {
    const to = taken + firstPlace(rest.subarray(taken), (other) => isBehind(other, slot));
    result.set(rest.subarray(taken, to), filled);
    filled += to - taken;
    taken = to;
    result[filled++] = slot;
  }
  result.set(rest.subarray(taken), filled);
  return result;
}

/**
 * The orders as time makes them: a lot that is still shown as open when its end has passed stands among the closed ones,
 * by its end, until its platform says more.
 */
export function ordersNow(orders: SortOrders, cards: readonly LotCard[]) {
  let made: { readonly of: SortedSlots; readonly overdue: number; readonly order: SortedSlots } | undefined;
  const endingNow = (nowMs: number): SortedSlots => {
    const of = orders.sorted('ending');
    const overdue = orders.placeOfRank('ending', nowMs);
    if (overdue === 0) return of;
    if (made?.of === of && made.overdue === overdue) return made.order;
    const rank = (slot: number) => rankAt('ending', cards[slot] as LotCard, nowMs);
    const id = (slot: number) => cards[slot]?.lotId ?? '';
    const isBehind: Behind = (a, b) => rank(a) > rank(b) || (rank(a) === rank(b) && id(a) > id(b));
    made = { of, overdue, order: withPlaces(overdueAmongClosed(of.slots, overdue, isBehind)) };
    return made.order;
  };
  return (sort: CatalogueSort, nowMs: number): OrderNow => {
    const sorted = sort === 'ending' ? endingNow(nowMs) : orders.sorted(sort);
    const keyOf = (card: LotCard) => rankKey(rankAt(sort, card, nowMs));
    return {
      ...sorted,
      placeAfter: ({ key, lotId }) =>
        firstPlace(sorted.slots, (slot) => {
          const card = cards[slot] as LotCard;
          const own = keyOf(card);
          return own > key || (own === key && card.lotId > lotId);
        }),
      positionOf: (card) => ({ key: keyOf(card), lotId: card.lotId }),
    };
  };
}

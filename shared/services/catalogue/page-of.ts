import type { Selection } from './selection.ts';
import { type Bits, hasBit, setBit, slotsIn, wordsFor } from './slot-set.ts';
import type { SortedSlots } from './sort-orders.ts';

/** Which of the selected lots: from a place of the order on, so many passed over, so many taken at most. */
export interface Stretch {
  readonly from: number;
  readonly skip: number;
  readonly take: number;
}

/** Goes along the order until enough are found: quick when many lots are selected. */
function alongTheOrder({ slots }: SortedSlots, words: Bits, { from, skip, take }: Stretch): Uint32Array {
  const taken = new Uint32Array(take);
  let passed = 0;
  let filled = 0;
  for (let place = from; place < slots.length && filled < take; place++) {
    const slot = slots[place] ?? 0;
    if (!hasBit(words, slot)) continue;
    if (passed < skip) passed += 1;
    else taken[filled++] = slot;
  }
  return taken.slice(0, filled);
}

/** Sorts the selected lots by marking their places: quick when few lots are selected. */
function bySorting(sorted: SortedSlots, selection: Selection, { from, skip, take }: Stretch): Uint32Array {
  const places: Bits = new Int32Array(wordsFor(sorted.slots.length));
  for (const slot of selection.slots()) {
    const place = sorted.places[slot] ?? 0;
    if (place >= from) setBit(places, place);
  }
  return slotsIn(places, skip, take).map((place) => sorted.slots[place] ?? 0);
}

/** Slots of the selected lots in their order. */
export function slotsInOrder(sorted: SortedSlots, selection: Selection, stretch: Stretch): Uint32Array {
  const { from, skip } = stretch;
  const take = Math.min(stretch.take, selection.size);
  if (selection.words === null) return sorted.slots.slice(from + skip, from + skip + take);
  // As if the selected lots were spread evenly over the order.
  const expectedSteps = ((skip + take) * sorted.slots.length) / selection.size;
  if (expectedSteps < selection.size) return alongTheOrder(sorted, selection.words, { from, skip, take });
  return bySorting(sorted, selection, { from, skip, take });
}

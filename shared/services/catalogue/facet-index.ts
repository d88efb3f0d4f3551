import { FACETS, type Facet, type FacetCount } from './catalogue-query.ts';
import { forFacets } from './facet-values.ts';
import type { Selection } from './selection.ts';
import {
  type Bits,
  countCommon,
  removeSlot,
  type SlotSet,
  sizeOf,
  unite,
  withRoom,
  withSlot,
  wordsFor,
} from './slot-set.ts';

/** Which lots have which value of a facet. */
export interface FacetIndex {
  /** Sets the values of a lot, instead of those it had; a new lot takes the next slot. */
  put(slot: number, values: Readonly<Record<Facet, string>>): void;
  /** Lots that have one of the values. */
  slotsWith(facet: Facet, values: readonly string[]): Bits;
  /** How many of the selected lots have which value, the most frequent first; values asked for even when none has them. */
  count(facet: Facet, selection: Selection, askedFor: readonly string[]): readonly FacetCount[];
}

/** One facet: its values are numbered as they come, each has the set of its lots, each lot the number of its value. */
interface Column {
  readonly numbers: Map<string, number>;
  readonly values: string[];
  readonly members: SlotSet[];
  numberOf: Uint32Array;
  lots: number;
}

function numberFor(column: Column, value: string): number {
  const known = column.numbers.get(value);
  if (known !== undefined) return known;
  const number = column.values.length;
  column.numbers.set(value, number);
  column.values.push(value);
  column.members.push([]);
  return number;
}

function putValue(column: Column, slot: number, value: string): void {
  const number = numberFor(column, value);
  if (slot < column.lots) {
    const before = column.numberOf[slot] ?? 0;
    if (before === number) return;
    removeSlot(column.members[before] ?? [], slot);
  }
  column.lots = Math.max(column.lots, slot + 1);
  column.members[number] = withSlot(column.members[number] ?? [], slot, column.lots);
  column.numberOf = withRoom(column.numberOf, slot + 1);
  column.numberOf[slot] = number;
}

/** Counts by looking up each selected lot's value: its time grows with the lots. */
function countByLot(column: Column, slots: Uint32Array): readonly number[] {
  const counts = new Uint32Array(column.values.length);
  const { numberOf } = column;
  for (let at = 0; at < slots.length; at++) {
    const number = numberOf[slots[at] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return Array.from(counts);
}

/** Time for one lot looked up, in units of one word intersected and counted; measured. */
const LOT_IN_WORDS = 0.8;

function countsOf(column: Column, { words, size, slots }: Selection): readonly number[] {
  if (words === null) return column.members.map(sizeOf);
  const byWord = column.values.length * words.length;
  if (size * LOT_IN_WORDS < byWord) return countByLot(column, slots());
  return column.members.map((members) => countCommon(words, members));
}

function mostFrequentFirst(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function countedValues(column: Column, selection: Selection, askedFor: readonly string[]): readonly FacetCount[] {
  const asked = new Set(askedFor);
  const found: FacetCount[] = [];
  for (const [number, count] of countsOf(column, selection).entries()) {
    const value = column.values[number] ?? '';
    if (count > 0) found.push({ value, count });
    if (count > 0) asked.delete(value);
  }
  for (const value of asked) found.push({ value, count: 0 });
  return found.sort(mostFrequentFirst);
}

/** An empty index. */
export function facetIndex(): FacetIndex {
  const columns = forFacets<Column>(() => {
    return { numbers: new Map(), values: [], members: [], numberOf: new Uint32Array(0), lots: 0 };
  });
  return {
    put(slot, values) {
      for (const facet of FACETS) putValue(columns[facet], slot, values[facet]);
    },
    slotsWith(facet, values) {
      const column = columns[facet];
      const words = new Int32Array(wordsFor(column.lots));
      for (const value of values) {
        const number = column.numbers.get(value);
        if (number !== undefined) unite(words, column.members[number] ?? []);
      }
      return words;
    },
    count: (facet, selection, askedFor) => countedValues(columns[facet], selection, askedFor),
  };
}

/**
 * Sets of slots. A slot is the place of a lot (or of a text) in the index: whole numbers from 0, without gaps.
 * In bits, slot 0 lies lowest; words that are missing at the end are zero.
 */

/** Bits in words of 32; signed, because that is what bit operators work on. */
export type Bits = Int32Array;

/** Many slots: one bit each. */
interface DenseSet {
  words: Bits;
  size: number;
}

/** A set that is a list while it holds few of the slots there are, and bits once that is smaller. */
export type SlotSet = number[] | DenseSet;

/** A list takes 8 bytes a slot, bits an eighth of a byte for every slot there is. */
const DENSE_FROM_ONE_IN = 64;
const DENSE_FROM = 32;

/** How many words hold the bits of so many slots. */
export function wordsFor(slots: number): number {
  return (slots + 31) >>> 5;
}

export function hasBit(words: Bits, slot: number): boolean {
  return ((words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
}

/** Sets a bit that the words have room for. */
export function setBit(words: Bits, slot: number): void {
  const at = slot >>> 5;
  words[at] = (words[at] ?? 0) | (1 << (slot & 31));
}

/** How many ones a word has. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many slots are in the words. */
export function countBits(words: Bits): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) count += ones(words[at] ?? 0);
  return count;
}

/** Keeps in `words` what is in `others` too. */
export function intersect(words: Bits, others: Bits): void {
  const common = Math.min(words.length, others.length);
  for (let at = 0; at < common; at++) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
  words.fill(0, common);
}

/** The slots in the words, ascending; from the `skip`th on, at most `take`. */
export function slotsIn(words: Bits, skip: number, take: number): Uint32Array {
  const slots = new Uint32Array(take);
  let filled = 0;
  let passed = 0;
  for (let at = 0; at < words.length && filled < take; at++) {
    let word = words[at] ?? 0;
    if (word === 0) continue;
    if (passed < skip) {
      const here = ones(word);
      if (passed + here <= skip) {
        passed += here;
        continue;
      }
      for (; passed < skip; passed++) word &= word - 1;
    }
    for (; word !== 0 && filled < take; word &= word - 1) slots[filled++] = (at << 5) + 31 - Math.clz32(word & -word);
  }
  return filled === take ? slots : slots.slice(0, filled);
}

export function sizeOf(set: SlotSet): number {
  return Array.isArray(set) ? set.length : set.size;
}

function toDense(list: readonly number[], universe: number): DenseSet {
  const dense: DenseSet = { words: new Int32Array(wordsFor(universe)), size: list.length };
  for (const slot of list) setBit(dense.words, slot);
  return dense;
}

function addDense(set: DenseSet, slot: number): void {
  if (slot >>> 5 >= set.words.length) {
    const grown = new Int32Array(Math.max(wordsFor(slot + 1), set.words.length + (set.words.length >>> 2)));
    grown.set(set.words);
    set.words = grown;
  }
  if (hasBit(set.words, slot)) return;
  setBit(set.words, slot);
  set.size += 1;
}

/**
 * The set with a slot more, which must not be in it unless it was the last one added; the given set is used up.
 * `universe` is how many slots there are, this one included.
 */
export function withSlot(set: SlotSet, slot: number, universe: number): SlotSet {
  if (!Array.isArray(set)) {
    addDense(set, slot);
    return set;
  }
  if (set.at(-1) !== slot) set.push(slot);
  return set.length >= DENSE_FROM && set.length * DENSE_FROM_ONE_IN > universe ? toDense(set, universe) : set;
}

/** Takes a slot out of the set. */
export function removeSlot(set: SlotSet, slot: number): void {
  if (Array.isArray(set)) {
    const at = set.indexOf(slot);
    if (at === -1) return;
    const last = set.pop();
    if (last !== undefined && at < set.length) set[at] = last;
  } else if (hasBit(set.words, slot)) {
    set.words[slot >>> 5] = (set.words[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
    set.size -= 1;
  }
}

/** Adds the set to words that have room for it. */
export function unite(words: Bits, set: SlotSet): void {
  if (Array.isArray(set)) {
    for (const slot of set) setBit(words, slot);
    return;
  }
  const common = Math.min(words.length, set.words.length);
  for (let at = 0; at < common; at++) words[at] = (words[at] ?? 0) | (set.words[at] ?? 0);
}

/** How many slots of the words are in the set. */
export function countCommon(words: Bits, set: SlotSet): number {
  let count = 0;
  if (Array.isArray(set)) {
    for (const slot of set) if (hasBit(words, slot)) count += 1;
    return count;
  }
  const common = Math.min(words.length, set.words.length);
  for (let at = 0; at < common; at++) count += ones((words[at] ?? 0) & (set.words[at] ?? 0));
  return count;
}

/** The same numbers in an array with room for so many at least. */
export function withRoom(numbers: Uint32Array, length: number): Uint32Array {
  if (length <= numbers.length) return numbers;
  const grown = new Uint32Array(Math.max(length, numbers.length + (numbers.length >>> 1), 16));
  grown.set(numbers);
  return grown;
}

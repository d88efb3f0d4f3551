import {
  type Bits,
  countBits,
  intersect,
  type SlotSet,
  sizeOf,
  slotsIn,
  unite,
  withSlot,
  wordsFor,
} from './slot-set.ts';

/** Ends a field of an indexed text; never part of a word that is searched. */
export const FIELD_END = '\n';
const END = FIELD_END.charCodeAt(0);

/** Expensive words kept at hand, the least recently used goes first. */
const WORDS_KEPT = 64;

/**
 * Texts found by any part of them, exactly: for every two UTF-16 units that follow each other, the texts they occur in.
 * A text is a sequence of fields, each ended by `FIELD_END`. Texts are added and never changed.
 */
export interface BigramPostings {
  /** Adds a text and returns its number: 0, 1, 2 and so on. */
  add(text: string): number;
  /** Forgets the wording of a text; whether it is still found is left open. */
  forget(number: number): void;
  text(number: number): string;
  /** Numbers of the texts one of whose fields contains the word, which holds no white space and is not empty. */
  find(word: string): ArrayLike<number>;
}

interface Postings {
  readonly texts: string[];
  /** First unit, then second unit; the last unit of a field is followed by the end. */
  readonly pairs: Map<number, Map<number, SlotSet>>;
  /** Texts found to contain a word among the first `upTo` ones: what was said of them never changes. */
  readonly kept: Map<string, { readonly found: SlotSet; readonly upTo: number }>;
}

function addPair({ pairs, texts }: Postings, first: number, second: number, number: number): void {
  let seconds = pairs.get(first);
  if (seconds === undefined) {
    seconds = new Map();
    pairs.set(first, seconds);
  }
  const before = seconds.get(second);
  const after = withSlot(before ?? [], number, texts.length);
  if (after !== before) seconds.set(second, after);
}

function addText(postings: Postings, text: string): number {
  const number = postings.texts.length;
  postings.texts.push(text);
  for (let at = 0; at + 1 < text.length; at++) {
    const first = text.charCodeAt(at);
    if (first !== END) addPair(postings, first, text.charCodeAt(at + 1), number);
  }
  return number;
}

/** A unit occurs wherever a pair begins with it, for the end of a field makes a pair too. */
function withUnit({ pairs, texts }: Postings, unit: number): ArrayLike<number> {
  const words: Bits = new Int32Array(wordsFor(texts.length));
  for (const set of pairs.get(unit)?.values() ?? []) unite(words, set);
  return slotsIn(words, 0, countBits(words));
}

/** The texts of every pair in a word, the fewest first. */
function pairsOf({ pairs }: Postings, word: string): readonly SlotSet[] {
  const sets = new Set<SlotSet>();
  for (let at = 0; at + 1 < word.length; at++) {
    sets.add(pairs.get(word.charCodeAt(at))?.get(word.charCodeAt(at + 1)) ?? []);
  }
  return [...sets].sort((a, b) => sizeOf(a) - sizeOf(b));
}

/** Texts that have all pairs are read: pairs may stand apart, or in another order. */
function amongCandidates({ texts }: Postings, word: string, sets: readonly SlotSet[]): SlotSet {
  const words: Bits = new Int32Array(wordsFor(texts.length)).fill(-1);
  for (const set of sets) if (!Array.isArray(set)) intersect(words, set.words);
  let found: SlotSet = [];
  for (const number of slotsIn(words, 0, countBits(words))) {
    if (texts[number]?.includes(word) === true) found = withSlot(found, number, texts.length);
  }
  return found;
}

function withCommonWord(postings: Postings, word: string, sets: readonly SlotSet[]): SlotSet {
  const { texts, kept } = postings;
  const known = kept.get(word);
  let found = known?.found ?? amongCandidates(postings, word, sets);
  for (let number = known?.upTo ?? texts.length; number < texts.length; number++) {
    if (texts[number]?.includes(word) === true) found = withSlot(found, number, texts.length);
  }
  kept.delete(word);
  kept.set(word, { found, upTo: texts.length });
  const [oldest] = kept.keys();
  if (kept.size > WORDS_KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}

function withPairs(postings: Postings, word: string): SlotSet {
  const sets = pairsOf(postings, word);
  const fewest = sets[0] ?? [];
  if (word.length === 2) return fewest;
  if (!Array.isArray(fewest)) return withCommonWord(postings, word, sets);
  return fewest.filter((number) => postings.texts[number]?.includes(word) === true);
}

/** Postings of no text. */
export function bigramPostings(): BigramPostings {
  const postings: Postings = { texts: [], pairs: new Map(), kept: new Map() };
  return {
    add: (text) => addText(postings, text),
    forget(number) {
      postings.texts[number] = '';
    },
    text: (number) => postings.texts[number] ?? '',
    find(word) {
      if (word.length === 1) return withUnit(postings, word.charCodeAt(0));
      const found = withPairs(postings, word);
      return Array.isArray(found) ? found : slotsIn(found.words, 0, found.size);
    },
  };
}

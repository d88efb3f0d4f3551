import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { type BigramPostings, bigramPostings, FIELD_END } from './bigram-postings.ts';
import { type Bits, removeSlot, type SlotSet, setBit, unite, withRoom, withSlot, wordsFor } from './slot-set.ts';
import { normaliseText } from './text-words.ts';

/** Lots found by words in their title, numbers, seller and place. */
export interface TextIndex {
  /** Reads the texts of a lot anew; a new lot takes the next slot. */
  changed(slot: number): void;
  /** For each of the normalised words, the lots in which it occurs, in whichever field. */
  search(words: readonly string[]): readonly Bits[];
}

/** Owner of a text that no lot has any more; slots and text numbers stay below it. */
const NOBODY = 0xffffffff;
/** Owner of a text that lots may share. */
const SHARED = 0xfffffffe;

/** Texts without an owner are dropped when there are so many of them, and more than texts in use. */
const DROP_FROM = 1024;

interface State {
  readonly postings: BigramPostings;
  /** Text number: slot of the lot whose own text it is. */
  owners: Uint32Array;
  texts: number;
  unused: number;
  /** Sellers and places are repeated from lot to lot: each is one text, found by its raw wording. */
  readonly sharedTexts: Map<string, number>;
  readonly sharedBy: Map<number, SlotSet>;
  /** Slot: number of the lot's own text. */
  ownText: Uint32Array;
  /** Slot × `SHARED_FIELDS`: numbers of the shared texts, each once, `NOBODY` for none. */
  sharedOf: Uint32Array;
  lots: number;
}

const SHARED_FIELDS = 4;

function ownFields(card: LotCard): string {
  const said = [card.title, card.externalId, card.reference].map((text) => normaliseText(text ?? ''));
  return said.map((text) => (text === '' ? '' : text + FIELD_END)).join('');
}

function sharedFields({ location, seller, jurisdiction, township }: LotCard): readonly string[] {
  const isHome = jurisdiction === HOME_DISTRICT.code;
  const named = isHome ? HOME_DISTRICT.townships.find(({ code }) => code === township)?.name : undefined;
  const texts = [location, seller, named, isHome ? HOME_DISTRICT.name : undefined];
  return [...new Set(texts.filter((text) => typeof text === 'string'))];
}

function addText(state: State, text: string, owner: number): number {
  const number = state.postings.add(text);
  state.owners = withRoom(state.owners, number + 1);
  state.owners[number] = owner;
  state.texts += 1;
  return number;
}

function dropText(state: State, number: number): void {
  state.postings.forget(number);
  state.owners[number] = NOBODY;
  state.unused += 1;
}

function putOwnText(state: State, slot: number, text: string, isNew: boolean): void {
  const before = state.ownText[slot] ?? NOBODY;
  if (!isNew && state.postings.text(before) === text) return;
  if (!isNew) dropText(state, before);
  state.ownText[slot] = addText(state, text, slot);
}

function sharedNumber(state: State, raw: string): number {
  const known = state.sharedTexts.get(raw);
  if (known !== undefined) return known;
  const number = addText(state, normaliseText(raw) + FIELD_END, SHARED);
  state.sharedTexts.set(raw, number);
  state.sharedBy.set(number, []);
  return number;
}

function putSharedTexts(state: State, slot: number, raws: readonly string[], isNew: boolean): void {
  const from = slot * SHARED_FIELDS;
  const before = isNew ? [] : [...state.sharedOf.subarray(from, from + SHARED_FIELDS)];
  const after = raws.map((raw) => sharedNumber(state, raw));
  state.sharedOf.fill(NOBODY, from, from + SHARED_FIELDS);
  state.sharedOf.set(after, from);
  for (const number of before) {
    if (!after.includes(number)) removeSlot(state.sharedBy.get(number) ?? [], slot);
  }
  for (const number of after) {
    if (before.includes(number)) continue;
    state.sharedBy.set(number, withSlot(state.sharedBy.get(number) ?? [], slot, state.lots));
  }
}

function put(state: State, slot: number, card: LotCard): void {
  const isNew = slot >= state.lots;
  state.lots = Math.max(state.lots, slot + 1);
  state.ownText = withRoom(state.ownText, state.lots);
  state.sharedOf = withRoom(state.sharedOf, state.lots * SHARED_FIELDS);
  putOwnText(state, slot, ownFields(card), isNew);
  putSharedTexts(state, slot, sharedFields(card), isNew);
}

function lotsWith(state: State, word: string): Bits {
  const words: Bits = new Int32Array(wordsFor(state.lots));
  const found = state.postings.find(word);
  for (let at = 0; at < found.length; at++) {
    const number = found[at] ?? 0;
    const owner = state.owners[number] ?? NOBODY;
    if (owner === SHARED) unite(words, state.sharedBy.get(number) ?? []);
    else if (owner !== NOBODY) setBit(words, owner);
  }
  return words;
}

function emptyState(): State {
  return {
    postings: bigramPostings(),
    owners: new Uint32Array(0),
    texts: 0,
    unused: 0,
    sharedTexts: new Map(),
    sharedBy: new Map(),
    ownText: new Uint32Array(0),
    sharedOf: new Uint32Array(0),
    lots: 0,
  };
}

function stateOf(cards: readonly LotCard[]): State {
  const state = emptyState();
  for (const [slot, card] of cards.entries()) put(state, slot, card);
  return state;
}

/** An index over cards that the caller adds to and replaces, saying so. */
export function textIndex(cards: readonly LotCard[]): TextIndex {
  let state = stateOf(cards);
  return {
    changed(slot) {
      put(state, slot, cards[slot] as LotCard);
      const isMostlyUnused = state.unused >= DROP_FROM && state.unused * 2 > state.texts;
      if (isMostlyUnused) state = stateOf(cards);
    },
    search: (words) => words.map((word) => lotsWith(state, word)),
  };
}

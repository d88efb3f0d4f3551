import type { Complaint } from '../records/document-outcome.ts';
import { followPointer, memberStarts, pointerNames, type Span } from './json-place.ts';
import { findElementByPath, scriptDataStarts } from './markup-place.ts';
import { quotedIn, wordsNamed } from './quoted-words.ts';
import { csvField, csvRow, readCellPath } from './table-place.ts';

/** A piece of the raw text (原文摘录) with the place the complaint means marked in it. */
export interface Excerpt {
  /** Line of the marked text, from 1. */
  readonly line: number;
  /** Characters before the marked text. */
  readonly offset: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Says whether the place was found by the path itself, not by words that look alike. */
  readonly exact: boolean;
}

const MOST_EXCERPTS = 3;
const EXCERPT_CHARACTERS = 400;
const MARKED_CHARACTERS = 240;

type Place = Span & { readonly exact: boolean };

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Cuts 400 characters around a place, never through a character of two units. */
function cut(text: string, { start, end, exact }: Place): Excerpt {
  const marked = text.slice(start, Math.min(end, start + MARKED_CHARACTERS));
  const around = Math.floor((EXCERPT_CHARACTERS - marked.length) / 2);
  return {
    line: lineOf(text, start),
    offset: start,
    before: text.slice(Math.max(0, start - around), start).toWellFormed(),
    marked: marked.toWellFormed(),
    after: text.slice(start + marked.length, start + marked.length + around).toWellFormed(),
    exact,
  };
}

/** Places a pointer may mean: in a JSON document, in the script element its first name names, or below a wrapping reply. */
function jsonPlaces(text: string, names: readonly string[]): readonly Place[] {
  const [first = '', ...rest] = names;
  const isMarkup = /^\s*</.test(text);
  const whole = isMarkup ? [] : [{ from: Math.max(0, text.search(/[[{]/)), names }];
  const isNamed = first !== '' && !/^\d+$/.test(first);
  const starts = !isNamed ? [] : isMarkup ? scriptDataStarts(text, first) : memberStarts(text, first);
  const places = [...whole, ...starts.map((from) => ({ from, names: rest }))].map(({ from, names: wanted }) => {
    const place = followPointer(text, from, wanted);
    return { ...place, exact: place.found === wanted.length, depth: place.found + names.length - wanted.length };
  });
  const deepest = Math.max(0, ...places.map(({ depth }) => depth));
  return deepest === 0 ? [] : places.filter(({ depth }) => depth === deepest).slice(0, 1);
}

function cellPlaces(text: string, path: string): readonly Place[] {
  const cell = readCellPath(path);
  const isTable = !/^\s*[[{<]/.test(text);
  const row = cell && isTable ? csvRow(text, cell.row ?? 1) : undefined;
  return cell === undefined || row === undefined ? [] : [{ ...csvField(text, row, cell.column), exact: true }];
}

/** Markup that travels inside a JSON reply: its longest text with tags. */
function markupIn(text: string): string {
  let longest = '';
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && value.includes('<') && value.length > longest.length) longest = value;
      return value;
    });
  } catch {
    return text;
  }
  return longest === '' ? text : longest;
}

function placesOfWords(text: string, words: readonly string[]): readonly Place[] {
  for (const word of words) {
    const places: Place[] = [];
    for (let at = text.indexOf(word); at !== -1 && places.length < MOST_EXCERPTS; at = text.indexOf(word, at + 1)) {
      places.push({ start: at, end: at + word.length, exact: false });
    }
    if (places.length > 0) return places;
  }
  return [];
}

function placesByPath(text: string, path: string): readonly Place[] {
  const names = pointerNames(path);
  if (names === undefined) {
    const element = findElementByPath(text, path);
    return element === undefined ? [] : [{ ...element, exact: true }];
  }
  const places = jsonPlaces(text, names);
  return places.length > 0 ? places : cellPlaces(text, path);
}

/** Other places the reason speaks of: `says something else of the same lot than /data/1`. */
function otherPath(reason: string): string | undefined {
  return / than ((?:\/|[a-z]+\.)\S.*)$/.exec(reason)?.[1];
}

/**
 * The raw text beside a complaint: the value its path leads to, else the words the reason quotes, else the field it names,
 * else the beginning of the document. At most three pieces of 400 characters.
 */
export function excerptsOf(raw: string, complaint: Complaint): readonly Excerpt[] {
  const isCssPath = !complaint.path.startsWith('/') && complaint.path !== '';
  const text = isCssPath ? markupIn(raw) : raw;
  const byPath = placesByPath(text, complaint.path);
  const other = otherPath(complaint.reason);
  const found = other === undefined ? byPath : [...byPath, ...placesByPath(text, other)];
  if (found.some(({ exact }) => exact)) return found.slice(0, MOST_EXCERPTS).map((place) => cut(text, place));
  const quoted = placesOfWords(text, quotedIn(complaint.reason));
  const likely = quoted.length > 0 ? quoted : found;
  const places = likely.length > 0 ? likely : placesOfWords(text, wordsNamed(complaint));
  const shown = places.length > 0 ? places : [{ start: 0, end: 0, exact: false }];
  return shown.map((place) => cut(text, place));
}

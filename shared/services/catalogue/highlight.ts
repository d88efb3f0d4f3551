import { foldText, wordsOf } from './text-words.ts';

/** A piece of a text, and whether the query found it. */
export interface HighlightedPart {
  readonly text: string;
  readonly hit: boolean;
}

const MARK_FIRST = /^\p{M}/u;

/** Says whether folding two pieces together gives more than folding each: then they are one. */
function belongTogether(piece: string, next: string): boolean {
  const folded = foldText(next);
  return folded === '' || MARK_FIRST.test(folded) || foldText(piece + next) !== foldText(piece) + folded;
}

/** The smallest pieces that fold each on its own: a letter with its marks, the parts of a Hangul syllable. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const next of text) {
    const piece = pieces.at(-1);
    if (piece !== undefined && belongTogether(piece, next)) pieces[pieces.length - 1] = piece + next;
    else pieces.push(next);
  }
  return pieces;
}

/** Marks the units of the folded text that lie in an occurrence of a word. */
function unitsFound(folded: string, words: readonly string[]): Uint8Array {
  const found = new Uint8Array(folded.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      found.fill(1, at, at + word.length);
    }
  }
  return found;
}

/**
 * Splits a text into what the words of a query matched and the rest; the parts together are the text, unit by unit.
 * A character that folds into several (㎡ into m2) is marked as a whole when any of them matched.
 *
 * @example highlight('标准厂房３号', '厂房 3') //=> 标准 · [厂房３] · 号
 */
export function highlight(text: string, query: string): readonly HighlightedPart[] {
  const pieces = piecesOf(text);
  const folded = pieces.map(foldText);
  const found = unitsFound(folded.join(''), wordsOf(query));
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const end = at + (folded[index] ?? '').length;
    const hit = found.subarray(at, end).includes(1);
    at = end;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += piece;
    else parts.push({ text: piece, hit });
  }
  return parts;
}

import { type Fen, parseMoney } from '#shared/domain/money.ts';
import { quote } from './rows.ts';

/** Leaves one fact unsaid and tells where and why. */
export type Note = (place: string, reason: string) => void;

/** An amount within text, as a pattern. Bounded, and never from within a number, for patterns may start with it. */
export const AMOUNT = '(?:人民币)? ?(?<![\\d,.])([\\d,.]{1,24} ?[万亿]?元)';

/** The one amount of a list. Nothing, and a note, for an unreadable one or for different ones. */
export function only(found: readonly (Fen | string)[], place: string, note: Note): Fen | undefined {
  const unreadable = found.find((amount) => typeof amount === 'string');
  if (unreadable !== undefined) note(place, `not an amount: ${quote(unreadable)}`);
  const distinct = new Set(found.filter((amount) => typeof amount === 'number'));
  if (distinct.size > 1) note(place, 'several different amounts');
  return unreadable === undefined && distinct.size === 1 ? [...distinct][0] : undefined;
}

/** Amounts a pattern finds, in fen; as written where they cannot be read. */
export function amounts(text: string, pattern: RegExp): readonly (Fen | string)[] {
  return [...text.matchAll(pattern)].map(([, written = '']) => toAmount(written));
}

/** An amount in fen, or as written where it cannot be read. */
export function toAmount(written: string): Fen | string {
  const amount = parseMoney(written);
  return amount.kind === 'amount' ? amount.fen : written;
}

import type { LotFacts } from '#shared/domain/observation.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { Round } from '#shared/domain/trade.ts';
import { decodeReferences } from '../kit/character-references.ts';
import { toFactText } from '../kit/fact-text.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { quote } from '../kit/rows.ts';
import type { Note } from './item-terms.ts';
import { parseRound, readTitle, type TitleReading } from './words.ts';

/** A title that still speaks of its round, in words other than the prefix, differs from round to round. */
const ROUND_WORDS = /第.{1,3}次|[一二三四五]拍|再次|重新|变卖|流拍/;

/** Reads a title as pages and JSON carry it: the round off its front, persons masked. */
export function readLotTitle(text: string): TitleReading {
  const reading = readTitle(toFactText(decodeReferences(text)));
  return { ...reading, title: maskPersonNames(reading.title) };
}

/**
 * Reads a title beside the badge that names the round (一拍, or auction_period in replies).
 * Unknown words are noted; where both places name a round they must agree, else none is said.
 */
export function readTitleAndRound(
  text: string,
  roundWord: string,
  note: Note,
): { readonly title: string; readonly round?: Round } {
  const { title, round, unknownWord } = readLotTitle(text);
  const other = parseRound(roundWord);
  const unknown = unknownWord ?? (roundWord !== '' && other === undefined ? roundWord : undefined);
  if (unknown !== undefined) note('round', `unknown round word ${quote(unknown)}`);
  if (round !== undefined && other !== undefined && round !== other) {
    note('round', 'the title and the badge name different rounds');
    return { title };
  }
  const known = round ?? other;
  return known === undefined ? { title } : { title, round: known };
}

/**
 * What stays the same when a property is offered again: its title without the round, and who sells it.
 * Undefined where that is not certain: a title that was masked or cut, or that names its round elsewhere.
 */
export function toPropertyKey(written: string, seller: string | undefined): LotFacts['propertyKey'] | undefined {
  const { title, unknownWord } = readTitle(toFactText(decodeReferences(written)));
  const isWhole = !title.endsWith('…') && maskPersonNames(title) === title && !title.includes('*');
  if (seller === undefined || unknownWord !== undefined || !isWhole || ROUND_WORDS.test(title)) return undefined;
  return [title, seller].map((part) => toPlainText(part).replaceAll(' ', '')).join('|');
}

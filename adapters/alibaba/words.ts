import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Round } from '#shared/domain/trade.ts';

/** Status words of the data blocks. `closed`, seen by one crawler in 2026, is left out: nobody knows what it means. */
export const LIST_STATUS: ReadonlyMap<string, LotStatus> = new Map([
  ['todo', 'announced'],
  ['doing', 'bidding'],
  ['done', 'ended'],
  ['break', 'suspended'],
  ['revocation', 'withdrawn'],
]);

const ROUNDS: ReadonlyMap<string, Round> = new Map<string, Round>([
  ['第一次拍卖', 1],
  ['一拍', 1],
  ['第二次拍卖', 2],
  ['二拍', 2],
  ['再次拍卖', 'again'],
  ['重新拍卖', 'again'],
  ['变卖', 'sell-off'],
]);

const OVER_WORDS: readonly (readonly [string, LotStatus])[] = [
  ['流拍', 'passed-in'],
  ['撤回', 'withdrawn'],
  ['中止', 'suspended'],
  ['暂缓', 'suspended'],
  ['成交', 'sold'],
];

/** A title and the round its prefix names. `unknownWord`: a prefix that speaks of a round in words we do not know. */
export interface TitleReading {
  readonly title: string;
  readonly round?: Round;
  readonly unknownWord?: string;
}

/** Reads 【第一次拍卖】 and its like off the front of a title; any other bracket belongs to the title. */
export function readTitle(text: string): TitleReading {
  const match = /^【([^】]{1,12})】(.*)$/s.exec(text.trim());
  const [, word = '', rest = ''] = match ?? [];
  const round = parseRound(word);
  if (round !== undefined) return { title: rest.trim(), round };
  return /拍卖?$|变卖$/.test(word) ? { title: text.trim(), unknownWord: word } : { title: text.trim() };
}

/** Reads a round word (一拍, 变卖). */
export function parseRound(word: string): Round | undefined {
  return ROUNDS.get(word.replace(/\s/g, ''));
}

/**
 * Reads what an ended lot's headline says (本场拍卖已流拍 ！). `undefined` when it says nothing;
 * `unknown` for words we do not know, for two outcomes at once, and for a negated sale.
 */
export function readOverWords(text: string): LotStatus | undefined {
  const words = text.replace(/[\s\p{P}\p{S}\d]/gu, '');
  if (words === '') return undefined;
  if (/[未没不无]有?能?成交/.test(words)) return 'unknown';
  const statuses = new Set(OVER_WORDS.filter(([word]) => words.includes(word)).map(([, status]) => status));
  const [status] = statuses;
  if (statuses.size === 1) return status;
  return statuses.size === 0 && words.includes('结束') ? 'ended' : 'unknown';
}

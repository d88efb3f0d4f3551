import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Round } from '#shared/domain/trade.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';
import { STANDING_CODES, STANDINGS } from './bid-row.ts';

/** Status words of the data blocks. `closed`, seen by one crawler in 2026, is left out: nobody knows what it means. */
export const LIST_STATUS: ReadonlyMap<string, LotStatus> = new Map([
  ['todo', 'announced'],
  ['doing', 'bidding'],
  ['done', 'ended'],
  ['failure', 'passed-in'],
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

/** Status words of the open platform's lot (旧状态). 已结束 stands for every lot that is over with a sale or without. */
export const PROJECT_STATUS: ReadonlyMap<string, LotStatus> = new Map([
  ['即将开始', 'announced'],
  ['正在进行', 'bidding'],
  ['中止', 'suspended'],
  ['撤回', 'withdrawn'],
  ['流拍', 'passed-in'],
  ['已结束', 'ended'],
]);

/** Status words of the open platform's list of lots, and the codes they stand for. */
export const ITEM_STATUS: ReadonlyMap<string, LotStatus> = new Map(
  (
    [
      ['即将开始', 'announced'],
      ['正在进行', 'bidding'],
      ['已中止', 'suspended'],
      ['已撤回', 'withdrawn'],
      ['交易未履行', 'defaulted'],
      ['竞拍成功', 'sold'],
      ['已流拍', 'passed-in'],
    ] as const
  ).flatMap(([word, status], code) => [
    [word, status],
    [String(code), status],
  ]),
);

/** A lot that was handed to its creditor (以物抵债): known, and no outcome of a sale. */
export const SETTLED_IN_KIND: readonly string[] = ['已以物抵债', '7'];

/** Words for the remainder of the price (尾款), and whether it was paid through the platform. */
export const REMAINDER_PAID: ReadonlyMap<string, boolean> = new Map([
  ['已支付', true],
  ['未支付', false],
  ['未走线上支付', false],
]);

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

const FROM_CODE = '见于爬虫代码,未见原页';
const FROM_DOCS = '见于开放平台文档,未见回复';

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  const documented = (field: string, words: ReadonlyMap<string, string>) =>
    tableOf(field, words).map((pair) => ({ ...pair, note: FROM_DOCS }));
  return [
    ...tableOf('列表状态', LIST_STATUS, {
      done: FROM_CODE,
      failure: FROM_CODE,
      break: FROM_CODE,
      revocation: FROM_CODE,
    }),
    ...tableOf('结束页', OVER_WORDS),
    ...tableOf('轮次', ROUNDS),
    ...tableOf('出价状态', STANDINGS, { 领先: '未见原页' }),
    ...tableOf('出价状态 status', STANDING_CODES).map((pair) => ({ ...pair, note: FROM_CODE })),
    ...documented('开放平台标的状态', PROJECT_STATUS),
    ...documented('开放平台列表状态', ITEM_STATUS),
  ];
}

import type { LotStatus } from '#shared/domain/lot-status.ts';
import type { Round } from '#shared/domain/trade.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';

/** Status words of a lot's page and of the badge on a row of the list. */
const STATUS_WORDS: ReadonlyMap<string, LotStatus> = new Map([
  ['即将开始', 'announced'],
  ['即将开拍', 'announced'],
  ['正在拍卖', 'bidding'],
  ['竞价中', 'bidding'],
  ['已结束', 'ended'],
  ['成交', 'sold'],
  ['已成交', 'sold'],
  ['流拍', 'passed-in'],
  ['已流拍', 'passed-in'],
  ['撤拍', 'withdrawn'],
  ['已撤拍', 'withdrawn'],
  ['已撤回', 'withdrawn'],
  ['中止', 'suspended'],
]);

const ROUNDS: ReadonlyMap<string, Round> = new Map<string, Round>([
  ['第一次拍卖', 1],
  ['一拍', 1],
  ['第二次拍卖', 2],
  ['二拍', 2],
  ['第三次拍卖', 3],
  ['变卖', 'sell-off'],
]);

/** What the price above the terms of a lot is a price of. 最新价 stands in lists, 当前价 on pages. */
export const PRICE_LABELS = {
  start: ['起拍价', '变卖价'],
  current: ['当前价', '最新价'],
  hammer: ['成交价'],
} as const;

/** How a lot's prices are quoted (拍卖方式). */
export const PRICE_MODES = { 按总价拍卖: 'total', 按单价拍卖: 'per_unit' } as const;

export function readStatusWord(text: string): LotStatus | undefined {
  return STATUS_WORDS.get(text.replace(/\s/g, ''));
}

export function readRound(word: string): Round | undefined {
  return ROUNDS.get(word.replace(/\s/g, ''));
}

/** Reads 【第一次拍卖】 and its like off the front of a title; any other bracket belongs to the title. */
export function readTitle(text: string): { readonly title: string; readonly round: Round | undefined } {
  const [, word = '', rest = ''] = /^【([^】]{1,12})】(.*)$/s.exec(text.trim()) ?? [];
  const round = readRound(word);
  return round === undefined ? { title: text.trim(), round } : { title: rest.trim(), round };
}

const FROM_CODE = '见于爬虫代码与网页仿制代码,未见原页';

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  return [
    ...tableOf('状态', STATUS_WORDS),
    ...tableOf('轮次', ROUNDS),
    ...tableOf('计价 拍卖方式', Object.entries(PRICE_MODES)),
  ].map((pair) => ({ ...pair, note: FROM_CODE }));
}

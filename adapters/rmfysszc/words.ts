import type { LotStatus } from '#shared/domain/lot-status.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';

/** Words a row ends in or carries beside its start. 预计剩余 (time left) stands on running lots, from code of 2026. */
const STATUS_WORDS: ReadonlyMap<string, LotStatus> = new Map([
  ['即将开始', 'announced'],
  ['预计剩余', 'bidding'],
  ['已成交', 'sold'],
  ['已流标', 'passed-in'],
]);

/** Reads a status word; what follows 预计剩余 is a count-down. */
export function readStatusWord(text: string): LotStatus | undefined {
  const word = text.replace(/\s/g, '');
  return STATUS_WORDS.get(word.startsWith('预计剩余') ? '预计剩余' : word);
}

/** Labels of amounts and times inside a row; a time's label may name the outcome once more. */
export const LABELS = {
  startPrice: '起拍价',
  appraisal: '评估值',
  startsAt: '开始时间',
  endsAt: new Map<string, LotStatus>([
    ['成交时间', 'sold'],
    ['流标时间', 'passed-in'],
  ]),
} as const;

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  return [
    ...tableOf('状态', STATUS_WORDS, { 预计剩余: '见于2026年爬虫代码,未见原页' }),
    ...tableOf('时间', LABELS.endsAt),
  ];
}

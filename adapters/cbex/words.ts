import type { LotStatus } from '#shared/domain/lot-status.ts';
import { tableOf, type WordTable } from '../kit/word-table.ts';

/** The mark beside a lot's times. 已结束 is over and nothing more: a sale is confirmed elsewhere. */
export const STATE_MARKS: ReadonlyMap<string, LotStatus> = new Map<string, LotStatus>([
  ['即将开始', 'announced'],
  ['竞价中', 'bidding'],
  ['已结束', 'ended'],
  ['已撤回', 'withdrawn'],
  ['暂停', 'suspended'],
  ['已暂停', 'suspended'],
  ['已流拍', 'passed-in'],
  ['已中止', 'suspended'],
]);

/** Sentences that say the same once more, or alone. */
export const STATE_SENTENCES: ReadonlyMap<string, LotStatus> = new Map<string, LotStatus>([
  ['竞价结束。', 'ended'],
  ['标的物已撤回', 'withdrawn'],
  ['标的物已竞价暂停', 'suspended'],
  ['标的物已流拍', 'passed-in'],
  ['标的物已中止', 'suspended'],
]);

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  return [
    ...tableOf('竞价状态', STATE_MARKS, { 暂停: '只见说明,未见原页', 已暂停: '只见说明,未见原页' }),
    ...tableOf('竞价状态说明', STATE_SENTENCES, { '竞价结束。': '不等于成交' }),
  ];
}

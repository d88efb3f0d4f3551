import type { BidEntry } from '../bid-log.ts';

/** What may be wrong between a lot's result and its bid log (结果与出价核对), with its Chinese name. */
export const FINDING_TEXT = {
  'winner-not-in-log': '竞得的竞买号不在出价记录中',
  'winner-not-top': '竞得的竞买号不是最高有效出价者',
  'hammer-not-top': '成交价与最高有效出价不一致',
  'winning-not-top': '平台标为成交的出价不是最高有效出价',
  'sold-without-bids': '网上成交而没有有效出价',
  'passed-in-with-bids': '流拍而有有效出价',
  'count-differs': '平台出价次数与出价记录不一致',
  'bid-after-end': '竞价结束后仍有出价',
  'extension-not-honoured': '未按规则延时',
  'bid-below-start': '出价低于起拍价',
  'bid-below-step': '加价不足一个加价幅度',
  'result-after-seen': '平台所称出结果的时间晚于我们看到结果的时间',
} as const satisfies Readonly<Record<string, string>>;
export type FindingCode = keyof typeof FINDING_TEXT;

/** One thing that cannot be true of both the result and the bids. */
export interface Finding {
  readonly code: FindingCode;
  /** Chinese: both sides, with their figures. */
  readonly words: string;
  /** The bids that show it, in the order of bidding; empty where it is their absence. */
  readonly bids: readonly BidEntry[];
}

/** Why a lot's result is not held against bids: none of it is a fault. */
export const UNCHECKED_REASONS = ['not-over', 'on-site', 'not-bid-for', 'bids-not-shown', 'venue-unknown'] as const;
export type UncheckedReason = (typeof UNCHECKED_REASONS)[number];

/** Chinese words of the reasons. */
export const UNCHECKED_TEXT: Readonly<Record<UncheckedReason, string>> = {
  'not-over': '竞价尚未结束,或没有进行竞价',
  'on-site': '现场举行,没有网上出价记录',
  'not-bid-for': '不以竞价方式成交',
  'bids-not-shown': '平台不公布出价记录',
  'venue-unknown': '没有出价记录,也不知道是网上还是现场举行',
};

/** A lot held against its bids; `unchecked` says why it could not be, and then nothing was found. */
export interface LotCheck {
  readonly unchecked: UncheckedReason | null;
  readonly findings: readonly Finding[];
}

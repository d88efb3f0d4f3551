/**
 * Status words (标的状态) of a lot, one lot being one round on one platform.
 *
 * `ended` (已结束) says that bidding is over and nothing about the outcome; `unknown` is a value.
 */
export const LOT_STATUSES = [
  'announced',
  'bidding',
  'ended',
  'sold',
  'passed-in',
  'withdrawn',
  'suspended',
  'defaulted',
  'unknown',
] as const;
export type LotStatus = (typeof LOT_STATUSES)[number];

/** An outcome (结果) ends the lot: a terminal status never reopens, a further attempt is a new lot. */
export const OUTCOMES = ['sold', 'passed-in', 'withdrawn', 'defaulted'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A phase (阶段) may still change. */
export const PHASES = ['announced', 'bidding', 'suspended', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

/** Says whether the word ends the lot. */
export function isOutcome(status: LotStatus): status is Outcome {
  return (OUTCOMES as readonly string[]).includes(status);
}

/** Says whether the word is a phase that may still change. */
export function isPhase(status: LotStatus): status is Phase {
  return (PHASES as readonly string[]).includes(status);
}

/**
 * Says whether `to` reverses `from` rather than following from it.
 * A sale may end in default (悔拍); any other change of outcome is a correction and is shown as one.
 */
export function isReversal(from: Outcome, to: Outcome): boolean {
  return from !== to && !(from === 'sold' && to === 'defaulted');
}

/** Chinese words shown to people. */
export const STATUS_TEXT: Readonly<Record<LotStatus, string>> = {
  announced: '公告中',
  bidding: '竞价中',
  ended: '已结束,结果未报',
  sold: '成交',
  'passed-in': '流拍',
  withdrawn: '撤回',
  suspended: '中止',
  defaulted: '悔拍',
  unknown: '状态未知',
};

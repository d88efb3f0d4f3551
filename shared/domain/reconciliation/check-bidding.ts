import { type BidEntry, countBids, inBiddingOrder } from '../bid-log.ts';
import { outcomeStampOf } from '../lot-state.ts';
import { formatYuan } from '../money.ts';
import { addMs, formatBeijing, type Instant } from '../time.ts';
import type { ResultAndBids } from './check-result.ts';
import type { Finding } from './finding.ts';
import { validBids } from './valid-bids.ts';

const MINUTE_MS = 60_000;

/** Beijing wall time to the second, as bids are told apart by it. */
function timeWords(at: Instant): string {
  return formatBeijing(at).slice(0, 19).replace('T', ' ');
}

/**
 * Platforms count what was taken back or leave it out: either is right. A smaller number read before the last bid says
 * nothing of the end.
 */
function countFinding({ state, bids }: ResultAndBids): readonly Finding[] {
  const stated = state.facts.bidCount;
  const last = inBiddingOrder(bids).at(-1);
  if (stated === undefined) return [];
  const [all, valid] = [countBids(bids), countBids(validBids(bids))];
  if (stated.value === all || stated.value === valid) return [];
  if (stated.value < all && last !== undefined && stated.stamp.at <= last.at) return [];
  const takenBack = all === valid ? '' : `,其中已撤回 ${all - valid} 次`;
  const words = `平台称出价 ${stated.value} 次,出价记录有 ${all} 次${takenBack}`;
  return [{ code: 'count-differs', words, bids: [] }];
}

function lateFinding(end: Instant, valid: readonly BidEntry[]): readonly Finding[] {
  const late = valid.filter(({ at }) => at > end);
  if (late.length === 0) return [];
  const words = `竞价于 ${timeWords(end)} 结束,其后有 ${countBids(late)} 次出价`;
  return [{ code: 'bid-after-end', words, bids: late }];
}

/** A bid so shortly before the end moves the end: the end that is known has to lie a whole period after it. */
function extensionFinding(end: Instant, period: number, valid: readonly BidEntry[]): readonly Finding[] {
  const last = valid.at(-1);
  if (last === undefined || addMs(last.at, period * MINUTE_MS) <= end) return [];
  const words = `最后一次出价在 ${timeWords(last.at)},延时周期 ${period} 分钟,竞价却于 ${timeWords(end)} 结束`;
  return [{ code: 'extension-not-honoured', words, bids: [last] }];
}

function endFindings({ state }: ResultAndBids, valid: readonly BidEntry[]): readonly Finding[] {
  const { endsAt, extensionMinutes } = state.facts;
  if (endsAt === undefined) return [];
  const late = lateFinding(endsAt.value, valid);
  if (late.length > 0 || extensionMinutes === undefined) return late;
  return extensionFinding(endsAt.value, extensionMinutes.value, valid);
}

function startFinding({ state }: ResultAndBids, valid: readonly BidEntry[]): readonly Finding[] {
  const start = state.facts.startPrice?.value;
  const below = start === undefined ? [] : valid.filter(({ price }) => price < start);
  if (start === undefined || below.length === 0) return [];
  const words = `起拍价 ${formatYuan(start)} 元,低于它的出价 ${countBids(below)} 次`;
  return [{ code: 'bid-below-start', words, bids: below }];
}

/** Bids that rise by less than a step over the highest before them. One of an equal price does not rise: who has priority may. */
function shortOfStep(step: number, valid: readonly BidEntry[]): readonly BidEntry[] {
  let top: number | undefined;
  return valid.filter(({ price }) => {
    const isShort = top !== undefined && price !== top && price < top + step;
    top = Math.max(top ?? price, price);
    return isShort;
  });
}

function stepFinding({ state }: ResultAndBids, valid: readonly BidEntry[]): readonly Finding[] {
  const step = state.facts.increment?.value;
  const short = step === undefined ? [] : shortOfStep(step, valid);
  if (step === undefined || short.length === 0) return [];
  const words = `加价幅度 ${formatYuan(step)} 元,加价不足的出价 ${countBids(short)} 次`;
  return [{ code: 'bid-below-step', words, bids: short }];
}

function seenFinding({ state }: ResultAndBids): readonly Finding[] {
  const [said, seen] = [state.facts.resultKnownAt?.value, outcomeStampOf(state)?.at];
  if (said === undefined || seen === undefined || said <= seen) return [];
  const words = `平台称 ${timeWords(said)} 出结果,我们在 ${timeWords(seen)} 的资料中已看到结果`;
  return [{ code: 'result-after-seen', words, bids: [] }];
}

/** What of the bidding itself contradicts the lot's terms and times. */
export function biddingFindings(of: ResultAndBids): readonly Finding[] {
  const valid = validBids(of.bids);
  return [
    ...countFinding(of),
    ...endFindings(of, valid),
    ...startFinding(of, valid),
    ...stepFinding(of, valid),
    ...seenFinding(of),
  ];
}

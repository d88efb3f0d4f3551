import type { BidEntry } from '../bid-log.ts';
import type { LotState } from '../lot-state.ts';
import { statusOf } from '../lot-state.ts';
import { formatYuan } from '../money.ts';
import type { Finding } from './finding.ts';
import { bidWords, topBid } from './valid-bids.ts';

/** What the result of a lot is held against. */
export interface ResultAndBids {
  readonly state: LotState;
  /** The whole log, what was taken back included. */
  readonly bids: readonly BidEntry[];
  /** Public number of whom a document names as the buyer; `null` where none does. */
  readonly winner: string | null;
}

/** Says whether the hammer fell, whatever became of the sale. */
export function fell(state: LotState): boolean {
  const status = statusOf(state);
  return status === 'sold' || status === 'defaulted';
}

function hammerFinding({ state }: ResultAndBids, top: BidEntry): readonly Finding[] {
  const hammer = state.facts.hammerPrice?.value;
  if (hammer === undefined || hammer === top.price) return [];
  const words = `成交价 ${formatYuan(hammer)} 元,最高有效出价 ${bidWords(top)}`;
  return [{ code: 'hammer-not-top', words, bids: [top] }];
}

/** Two bids of one price in one second are equally early: times are known to the second. */
function isAsGood(bid: BidEntry, top: BidEntry): boolean {
  return bid.price === top.price && bid.at === top.at;
}

function winningFinding({ bids }: ResultAndBids, top: BidEntry): readonly Finding[] {
  const wrong = bids.filter(({ standing }) => standing === 'winning').filter((bid) => !isAsGood(bid, top));
  const [first] = wrong;
  if (first === undefined) return [];
  const priority = first.price === top.price ? ';价格相同,如系优先购买权人同价应价,请注明' : '';
  const words = `平台标为成交的出价 ${bidWords(first)},最高有效出价 ${bidWords(top)}${priority}`;
  return [{ code: 'winning-not-top', words, bids: [top, ...wrong] }];
}

function winnerFinding({ bids, winner }: ResultAndBids, top: BidEntry): readonly Finding[] {
  if (winner === null || winner === top.bidder) return [];
  const own = bids.filter(({ bidder }) => bidder === winner);
  if (own.length === 0) {
    return [{ code: 'winner-not-in-log', words: `竞得的竞买号 ${winner} 没有出过价`, bids: [top] }];
  }
  if (own.some((bid) => bid.standing !== 'taken-back' && isAsGood(bid, top))) return [];
  const words = `竞得的竞买号 ${winner},最高有效出价 ${bidWords(top)}`;
  return [{ code: 'winner-not-top', words, bids: [top, ...own] }];
}

function soldFindings(of: ResultAndBids): readonly Finding[] {
  const top = topBid(of.bids);
  if (top !== undefined) return [...winnerFinding(of, top), ...hammerFinding(of, top), ...winningFinding(of, top)];
  const words = of.bids.length === 0 ? '平台公布出价记录,我们没有收到一条' : '收到的出价全部已撤回';
  return [{ code: 'sold-without-bids', words, bids: of.bids }];
}

/** With a hidden reserve, or none known, bids below it leave a lot unsold, and nothing is wrong. */
function passedInFindings({ state, bids }: ResultAndBids): readonly Finding[] {
  const top = topBid(bids);
  const start = state.facts.startPrice?.value;
  if (top === undefined || state.facts.reserve?.value !== 'none') return [];
  if (start !== undefined && top.price < start) return [];
  return [{ code: 'passed-in-with-bids', words: `没有保留价,最高有效出价 ${bidWords(top)}`, bids: [top] }];
}

/** What of the outcome contradicts the bids: who won, at what price, or that nobody did. */
export function outcomeFindings(of: ResultAndBids): readonly Finding[] {
  if (fell(of.state)) return soldFindings(of);
  return statusOf(of.state) === 'passed-in' ? passedInFindings(of) : [];
}

import { type BidEntry, inBiddingOrder } from '../bid-log.ts';
import { formatYuan } from '../money.ts';

/** Bids that count, in the order of bidding: one that was taken back (撤回, 判定无效) never counts. */
export function validBids(bids: Iterable<BidEntry>): readonly BidEntry[] {
  return inBiddingOrder(bids).filter(({ standing }) => standing !== 'taken-back');
}

/** The top valid bid (最高有效出价): the highest that was not taken back, of equal ones the earlier; undefined of none. */
export function topBid(bids: Iterable<BidEntry>): BidEntry | undefined {
  return validBids(bids).reduce<BidEntry | undefined>(
    (top, bid) => (top === undefined || bid.price > top.price ? bid : top),
    undefined,
  );
}

/** A bid as words: its price and the public number of who made it. */
export function bidWords({ price, bidder }: BidEntry): string {
  return `${formatYuan(price)} 元(竞买号 ${bidder})`;
}

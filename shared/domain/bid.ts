import type { Fen } from './money.ts';
import type { Instant } from './time.ts';

/**
 * What a platform says of one bid (出价) in its table, from least to most informed. The order is the merge order:
 * whichever document arrives first, the most informed word stays.
 */
export const BID_STANDINGS = ['unknown', 'leading', 'outbid', 'winning', 'taken-back'] as const;
export type BidStanding = (typeof BID_STANDINGS)[number];

/** One bid as one document shows it. */
export interface BidObservation {
  /** The platform's own id of the bid, only where every document kind carries it. */
  readonly platformBidId?: string;
  /** Public bidder number (竞买号): an alias, valid for this lot only. */
  readonly bidder: string;
  readonly price: Fen;
  readonly at: Instant;
  readonly standing: BidStanding;
}

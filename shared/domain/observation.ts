import type { BidObservation } from './bid.ts';
import type { LotStatus } from './lot-status.ts';
import type { Fen } from './money.ts';
import type { PriceBasis } from './price.ts';
import type { Instant } from './time.ts';
import type { Round, SaleMode, TradeCategory, Venue } from './trade.ts';

/**
 * What one document may say of a lot (标的), field by field. A field that is absent was not said,
 * which is neither zero nor none. Money is fen, times are UTC.
 */
export interface LotFacts {
  readonly title: string;
  /** Address of the lot on its platform, https only. */
  readonly url: string;
  readonly round: Round;
  readonly tradeCategory: TradeCategory;
  readonly venue: Venue;
  readonly saleMode: SaleMode;
  /** Seller or disposing body (委托方, 处置单位): an organisation, never a private person. */
  readonly seller: string;
  /** Place as the platform words it (所在地). */
  readonly location: string;
  /** What the lot's prices are prices of (计价方式): start, current and hammer price share it. */
  readonly priceBasis: PriceBasis;
  /** Term (期限) a lease's price runs for, in whole months. */
  readonly termMonths: number;
  /** Start price (起拍价), on the price basis. */
  readonly startPrice: Fen;
  readonly appraisal: Fen;
  readonly deposit: Fen;
  readonly increment: Fen;
  /** Extension period (延时周期) in minutes. */
  readonly extensionMinutes: number;
  readonly startsAt: Instant;
  /** Planned or current end; extensions move it. */
  readonly endsAt: Instant;
  readonly currentPrice: Fen;
  readonly bidCount: number;
  readonly registrationCount: number;
  readonly extensionCount: number;
  /** Hammer price (成交价); only a sale has one. */
  readonly hammerPrice: Fen;
}

/** One lot as one document shows it. `status` absent: the document does not say. */
export interface LotObservation {
  /** The platform's own id, verbatim: hostile text until encoded. */
  readonly externalId: string;
  readonly status?: LotStatus;
  readonly facts: Readonly<Partial<LotFacts>>;
}

/** All bids (出价) that one document shows of a lot; pages of one fetch are numbered together. */
export interface BidsObservation {
  readonly externalId: string;
  readonly bids: readonly BidObservation[];
}

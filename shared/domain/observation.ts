import type { BidObservation } from './bid.ts';
import type { LotStatus } from './lot-status.ts';
import type { Fen, Ppm } from './money.ts';
import type { PriceBasis } from './price.ts';
import type { Instant } from './time.ts';
import type { Area, AssetClass, Round, SaleMode, TradeCategory, TradeKind, Venue } from './trade.ts';

/** Once that a listing was returned to its owner (退回补正): from the return until it was submitted again. */
export interface Correction {
  readonly returnedAt: Instant;
  readonly resubmittedAt: Instant;
}

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
  /** Yearly rise of a lease's rent (租金递增), compounding from the second year; 0 is level. */
  readonly escalation: Ppm;
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
  /** Hammer price (成交价), on the price basis; only a sale has one. */
  readonly hammerPrice: Fen;
  /** Largest step a bid may take (最高加价). */
  readonly maxIncrement: Fen;
  /** Reserve price (保留价): `hidden` when there is one that is not shown. */
  readonly reserve: 'none' | 'hidden';
  readonly assetClass: AssetClass;
  readonly tradeKind: TradeKind;
  readonly area: Area;
  /** Administrative division (行政区划代码) the asset lies in: 6, 9 or 12 digits. */
  readonly divisionCode: string;
  /** Firm that assists the sale (拍卖行), and where an on-site sale is held. */
  readonly serviceAgency: string;
  readonly venueAddress: string;
  readonly registrationStartsAt: Instant;
  readonly registrationEndsAt: Instant;
  readonly viewingStartsAt: Instant;
  readonly viewingEndsAt: Instant;
  /** Our own reference, where the platform carries it. */
  readonly reference: string;
  /** The platform's own words why a lot was withdrawn or suspended. */
  readonly statusReason: string;
  /** Text that is equal for every round of one property on its platform, and no other; see the adapter's README. */
  readonly propertyKey: string;
  /** First submission of this round for approval, as the desk's own log has it. */
  readonly submittedAt: Instant;
  /** Every return for correction of this round, in order of time; none is an empty list. */
  readonly corrections: readonly Correction[];
  readonly approvedAt: Instant;
  /** When we handed the complete package over, by our own record; what a platform says of it is `materialsCompleteAt`. */
  readonly packageHandedOverAt: Instant;
  readonly materialsCompleteAt: Instant;
  readonly liveAt: Instant;
  readonly resultKnownAt: Instant;
  readonly confirmedAt: Instant;
  readonly publicityStartsAt: Instant;
  readonly publicityEndsAt: Instant;
  readonly contractSignedAt: Instant;
  readonly paidAt: Instant;
  readonly handedOverAt: Instant;
  readonly depositsRefundedAt: Instant;
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

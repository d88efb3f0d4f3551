/** How far a lot has come, in the words of the interface. */
export type Status =
  | 'announced'
  | 'registering'
  | 'bidding'
  | 'extended'
  | 'sold'
  | 'passed-in'
  | 'withdrawn'
  | 'defaulted';

/** What the engine needs of a listing. Times are milliseconds since 1970, money is fen. */
export interface Terms {
  readonly startPriceFen: number;
  readonly depositFen: number;
  readonly incrementFen: number;
  readonly maxIncrementFen?: number;
  /** Never shown to anybody. */
  readonly reserveFen?: number;
  readonly extensionMs: number;
  readonly registersFrom: number;
  readonly registersTo: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The deposit of a tenant becomes a performance bond, that of a buyer part of the price. */
  readonly isLease: boolean;
}

export interface Bid {
  readonly bidId: string;
  readonly bidder: string;
  readonly priceFen: number;
  readonly at: number;
}

/** Where the deposit of one bidder is. The whole amount is in exactly one place. */
export type DepositState = 'held' | 'price' | 'bond' | 'refunded' | 'forfeited';

export interface Deposit {
  readonly bidder: string;
  readonly amountFen: number;
  readonly state: DepositState;
}

/** A simulated bidder, and what the lot is worth to him. */
export interface Bidder {
  readonly bidder: string;
  readonly limitFen: number;
}

export type Milestone =
  | 'liveAt'
  | 'endedAt'
  | 'resultKnownAt'
  | 'confirmedAt'
  | 'publicityStartsAt'
  | 'publicityEndsAt'
  | 'contractSignedAt'
  | 'paidAt'
  | 'handedOverAt'
  | 'depositsRefundedAt';

/** What will happen to a lot, at a moment that is already settled. */
export type Step = { readonly at: number } & (
  | { readonly act: 'admit' | 'open' | 'bid' | 'close' | 'confirm' | 'publish' | 'sign' | 'pay' | 'hand-over' }
  | { readonly act: 'register'; readonly who: Bidder }
  | { readonly act: 'refund'; readonly bidder: string }
);

export interface Lot {
  readonly lotId: string;
  readonly terms: Terms;
  readonly status: Status;
  readonly reason?: string;
  /** The current end, moved by extensions only. */
  readonly endsAt: number;
  readonly extensionCount: number;
  readonly bidders: readonly Bidder[];
  readonly bids: readonly Bid[];
  readonly deposits: readonly Deposit[];
  readonly winner?: string;
  readonly hammerPriceFen?: number;
  readonly milestones: Readonly<Partial<Record<Milestone, number>>>;
  /** In order of time. */
  readonly agenda: readonly Step[];
}

export type News = 'lot.changed' | 'bids.placed' | 'result.known' | 'settlement.changed';

/** A lot after something happened, and what is to be told. */
export interface Change {
  readonly lot: Lot;
  readonly news: readonly News[];
}

/** Adds to the agenda; of two steps at one moment the one planned first comes first. */
export function plan(lot: Lot, ...steps: readonly Step[]): Lot {
  return { ...lot, agenda: [...lot.agenda, ...steps].sort((a, b) => a.at - b.at) };
}

export function isBidding({ status }: Lot): boolean {
  return status === 'bidding' || status === 'extended';
}

/** Nothing but a default follows a sale, and nothing follows the others. */
export function isOver({ status }: Lot): boolean {
  return status === 'sold' || status === 'passed-in' || status === 'withdrawn' || status === 'defaulted';
}

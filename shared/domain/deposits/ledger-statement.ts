import type { Fen } from '../money.ts';

/** Where the deposit of one bidder is, as the platform states it. It closes: paid is the sum of the others. */
export interface StatedDeposit {
  /** Public bidder number (竞买号), never a name. */
  readonly bidder: string;
  readonly paid: Fen;
  readonly converted: Fen;
  readonly refunded: Fen;
  readonly forfeited: Fen;
  readonly held: Fen;
}

/** All deposits of one lot as one document states them. */
export interface DepositsObservation {
  readonly externalId: string;
  readonly deposits: readonly StatedDeposit[];
}

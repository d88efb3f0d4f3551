import type { Fen } from '../money.ts';

/** What a deposit was converted into: the price (转价款) or the performance bond (履约保证金). */
export type DepositConversion = 'price' | 'performance-bond';

/** Where the deposit of one bidder is, as the platform states it. It closes: paid is the sum of the others. */
export interface StatedDeposit {
  /** Public bidder number (竞买号), never a name. */
  readonly bidder: string;
  readonly paid: Fen;
  readonly converted: Fen;
  /** Absent: nothing was converted, or the platform does not say into what. */
  readonly convertedTo?: DepositConversion;
  readonly refunded: Fen;
  readonly forfeited: Fen;
  readonly held: Fen;
}

/** All deposits of one lot as one document states them. */
export interface DepositsObservation {
  readonly externalId: string;
  readonly deposits: readonly StatedDeposit[];
  /** Rows of the document that could not be taken and wait for a person: with any, the statement is not whole. */
  readonly setAside: number;
}

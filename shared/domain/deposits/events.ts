import type { Fen } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { DepositConversion } from './ledger-statement.ts';
import type { RefundTerm } from './refund-term.ts';

/** Who holds a deposit (保管方): the platform, the trading centre, or the township. */
export const DEPOSIT_HOLDERS = ['platform', 'centre', 'township'] as const;
export type DepositHolder = (typeof DEPOSIT_HOLDERS)[number];

export const HOLDER_NAMES: Readonly<Record<DepositHolder, string>> = {
  platform: '平台',
  centre: '交易中心',
  township: '镇街',
};

/** A bidder's public number (竞买号): too short for a phone or identity number, and no name. */
const BIDDER = /^[A-Za-z]{0,3}[0-9]{1,8}$/;

/** Says whether a text is a bidder's number; anything else may be a name and is taken nowhere. */
export function isBidderNumber(text: string): boolean {
  return BIDDER.test(text);
}

/** An amount that moved, as a person records it. */
export interface Movement {
  readonly bidder: string;
  readonly holder: DepositHolder;
  /** Beijing day it moved on. */
  readonly day: LocalDate;
  readonly amount: Fen;
  /** Id of the stored paper that shows it; `null`: none was given. */
  readonly file: string | null;
}

/** One row of a table of opening balances (期初); it closes. */
export interface OpeningRow {
  /** As spreadsheets count. */
  readonly row: number;
  readonly bidder: string;
  readonly holder: DepositHolder;
  /** The day the balance is of. */
  readonly day: LocalDate;
  readonly paid: Fen;
  readonly toPrice: Fen;
  readonly toBond: Fen;
  readonly refunded: Fen;
  readonly forfeited: Fen;
  readonly held: Fen;
}

/** Everything people may record of the deposits of one lot. */
export type DepositsEvent =
  | { readonly type: 'paid'; readonly data: Movement }
  | { readonly type: 'converted'; readonly data: Movement & { readonly to: DepositConversion } }
  | { readonly type: 'refunded'; readonly data: Movement }
  | { readonly type: 'forfeited'; readonly data: Movement & { readonly reason: string } }
  /** An entry was wrong and does not count any more; what is right is entered anew. */
  | { readonly type: 'corrected'; readonly data: { readonly entry: string; readonly reason: string } }
  | {
      readonly type: 'imported';
      readonly data: { readonly importId: string; readonly fileName: string; readonly rows: readonly OpeningRow[] };
    }
  /** The bidder handed in the receipt of the payment (收据交回), from which some rules count. */
  | { readonly type: 'receipt'; readonly data: Omit<Movement, 'amount'> }
  | { readonly type: 'term-stated'; readonly data: RefundTerm };

export const MOVEMENTS = ['paid', 'converted', 'refunded', 'forfeited'] as const;
export type MovementType = (typeof MOVEMENTS)[number];

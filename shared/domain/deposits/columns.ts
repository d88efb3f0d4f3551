import { type Fen, fen } from '../money.ts';
import type { StatedDeposit } from './ledger-statement.ts';

/** Where an amount paid as deposit is: what was paid is the sum of all the others. */
export interface DepositColumns {
  readonly paid: Fen;
  /** Converted into the price (转价款). */
  readonly toPrice: Fen;
  /** Converted into the performance bond (转履约保证金). */
  readonly toBond: Fen;
  /** Converted, and the platform does not say into what. */
  readonly toUnsaid: Fen;
  readonly refunded: Fen;
  readonly forfeited: Fen;
  /** Still with its holder (在途). */
  readonly held: Fen;
}
export type DepositColumn = keyof DepositColumns;

export const NOTHING_PAID: DepositColumns = {
  paid: fen(0),
  toPrice: fen(0),
  toBond: fen(0),
  toUnsaid: fen(0),
  refunded: fen(0),
  forfeited: fen(0),
  held: fen(0),
};

/** What people call the columns. */
export const COLUMN_NAMES: Readonly<Record<DepositColumn, string>> = {
  paid: '已交',
  toPrice: '转价款',
  toBond: '转履约保证金',
  toUnsaid: '已转出(去向未报)',
  refunded: '已退还',
  forfeited: '没收',
  held: '在途',
};

/** Adds two, column by column. @throws RangeError beyond safe integers */
export function addColumns(a: DepositColumns, b: DepositColumns): DepositColumns {
  return {
    paid: fen(a.paid + b.paid),
    toPrice: fen(a.toPrice + b.toPrice),
    toBond: fen(a.toBond + b.toBond),
    toUnsaid: fen(a.toUnsaid + b.toUnsaid),
    refunded: fen(a.refunded + b.refunded),
    forfeited: fen(a.forfeited + b.forfeited),
    held: fen(a.held + b.held),
  };
}

/** Everything converted, into whatever. */
export function convertedOf({ toPrice, toBond, toUnsaid }: DepositColumns): Fen {
  return fen(toPrice + toBond + toUnsaid);
}

/** Says whether every fen paid is in exactly one column, and none is negative. */
export function closes(columns: DepositColumns): boolean {
  const { paid, refunded, forfeited, held } = columns;
  const sum = BigInt(convertedOf(columns)) + BigInt(refunded) + BigInt(forfeited) + BigInt(held);
  return BigInt(paid) === sum && Object.values(columns).every((amount) => amount >= 0);
}

/** What a platform states of one bidder, by column. */
export function statedColumns(stated: StatedDeposit): DepositColumns {
  const { paid, converted, convertedTo, refunded, forfeited, held } = stated;
  const into = convertedTo === undefined ? 'toUnsaid' : convertedTo === 'price' ? 'toPrice' : 'toBond';
  return { ...NOTHING_PAID, paid, [into]: converted, refunded, forfeited, held };
}

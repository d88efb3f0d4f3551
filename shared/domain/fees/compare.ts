import type { Fen } from '../money.ts';
import type { FeeBook } from './book.ts';
import { type ChargedFees, type FeeOptions, feesOnSale, type PlatformFees } from './on-sale.ts';
import type { Sale } from './sale.ts';

/** Whose fees are compared: one side's, or both together. */
export type FeeSide = 'buyer' | 'seller' | 'total';

/** The ends of a comparison; several platforms where they are level. */
export interface FeeRange {
  readonly cheapest: readonly string[];
  readonly cheapestFen: Fen;
  readonly dearest: readonly string[];
  readonly dearestFen: Fen;
}

/** What every admitted platform would have charged on one sale. */
export interface FeeComparison {
  /** One entry per platform, by id. */
  readonly platforms: readonly PlatformFees[];
  /** `null` where fewer than two platforms can be compared. */
  readonly range: Readonly<Record<FeeSide, FeeRange | null>>;
}

function rangeOf(side: FeeSide, fees: readonly ChargedFees[]): FeeRange | null {
  const [first, ...others] = fees.toSorted((a, b) => a.charge[side].fen - b.charge[side].fen);
  const last = others.at(-1);
  if (first === undefined || last === undefined) return null;
  const [cheapestFen, dearestFen] = [first.charge[side].fen, last.charge[side].fen];
  const at = (amount: Fen) => fees.filter(({ charge }) => charge[side].fen === amount).map(({ platform }) => platform);
  return { cheapest: at(cheapestFen), cheapestFen, dearest: at(dearestFen), dearestFen };
}

/**
 * Compares platforms on one sale. `admitted` are those admitted for its class on its day.
 * Legal maxima are checked with each charge and never take part as prices.
 *
 * @throws AppError `FEES.TIED` when two schedules of a platform hold and neither goes first
 */
export function compareFees(
  sale: Sale,
  admitted: readonly string[],
  book: FeeBook,
  options: FeeOptions = {},
): FeeComparison {
  const platforms = [...new Set(admitted)].toSorted().map((platform) => feesOnSale(sale, platform, book, options));
  const fees = platforms.filter((entry) => entry.kind === 'fees');
  return {
    platforms,
    range: { buyer: rangeOf('buyer', fees), seller: rangeOf('seller', fees), total: rangeOf('total', fees) },
  };
}

import type { Ppm } from '../money.ts';
import type { FeeBook } from './book.ts';
import { type Charge, chargeBy, shareOf } from './charge.ts';
import { type Fraction, signOf } from './fraction.ts';
import { checkLegalMaxima, type LegalFinding } from './legal.ts';
import { assumesLevelRent, measure } from './quantity.ts';
import { isLease, type Sale, type SaleFact } from './sale.ts';
import type { FeeSchedule } from './schedule.ts';
import { type Selection, selectSchedule } from './select.ts';

/** `demo`: illustrative schedules (示例) count too. Whatever then comes of them says 示例 by its schedule's confidence. */
export interface FeeOptions {
  readonly demo?: boolean;
}

/** Rates of a charge on one base, in ppm, rounded half up. */
export interface SideRates {
  readonly buyer: Ppm;
  readonly seller: Ppm;
  readonly total: Ppm;
}

/** Effective rates (实际费率) on bases that platforms share: of a transfer the price, of a lease both rents. */
export interface EffectiveRates {
  readonly onPrice: SideRates | null;
  readonly onFirstYearRent: SideRates | null;
  readonly onTermRent: SideRates | null;
}

/** What a platform charges on a sale, by which schedule. */
export interface ChargedFees {
  readonly kind: 'fees';
  readonly platform: string;
  readonly schedule: FeeSchedule;
  readonly charge: Charge;
  readonly rates: EffectiveRates;
  /** Rents of the years follow from each other at level rent only, which no document says. */
  readonly levelRentAssumed: boolean;
  readonly legal: readonly LegalFinding[];
}

/**
 * Fees of one platform on one sale, or why there are none to compare: `no-agreed-schedule` 无协议费率,不可比;
 * `illustrative` 示例, only the demo reckons with it; `facts-missing`: the lot does not say what the schedule asks.
 */
export type PlatformFees =
  | ChargedFees
  | { readonly kind: 'no-agreed-schedule'; readonly platform: string }
  | { readonly kind: 'illustrative'; readonly platform: string }
  | { readonly kind: 'facts-missing'; readonly platform: string; readonly missing: readonly SaleFact[] };

function ratesOn(base: Fraction | SaleFact, { buyer, seller, total }: Charge): SideRates | null {
  if (typeof base === 'string' || signOf(base) <= 0) return null;
  return { buyer: shareOf(buyer.fen, base), seller: shareOf(seller.fen, base), total: shareOf(total.fen, base) };
}

/** A price of a transfer whose basis is not said is taken for what the platform's system shows: its amount. */
function effectiveRates(sale: Sale, charge: Charge): EffectiveRates {
  const lease = isLease(sale);
  return {
    onPrice: lease === false ? ratesOn(measure('hammer', sale), charge) : null,
    onFirstYearRent: lease === true ? ratesOn(measure('first_year_rent', sale), charge) : null,
    onTermRent: lease === true ? ratesOn(measure('total_term_rent', sale), charge) : null,
  };
}

/** The schedule that prices a sale on a platform; illustrative ones come into play in the demo only. */
export function priceSchedule(
  sale: Sale,
  platform: string,
  book: FeeBook,
  { demo = false }: FeeOptions = {},
): Selection | { readonly kind: 'illustrative' } {
  const own = book.prices.get(platform) ?? [];
  const comparable = demo ? own : own.filter(({ confidence }) => confidence !== 'illustrative');
  const selection = selectSchedule(comparable, sale);
  if (selection.kind !== 'none' || comparable.length === own.length) return selection;
  return selectSchedule(own, sale).kind === 'none' ? selection : { kind: 'illustrative' };
}

/**
 * What a platform would charge on a sale, wherever it took place: seller's and buyer's part apart, each to the fen.
 * First order: bidding is taken as it was.
 *
 * @throws AppError `FEES.TIED` when two schedules hold and neither goes first
 */
export function feesOnSale(sale: Sale, platform: string, book: FeeBook, options: FeeOptions = {}): PlatformFees {
  const selection = priceSchedule(sale, platform, book, options);
  if (selection.kind === 'none') return { kind: 'no-agreed-schedule', platform };
  if (selection.kind !== 'schedule') return { ...selection, platform };

  const { schedule } = selection;
  const charge = chargeBy(schedule, sale);
  if (!('components' in charge)) return { kind: 'facts-missing', platform, missing: charge };
  return {
    kind: 'fees',
    platform,
    schedule,
    charge,
    rates: effectiveRates(sale, charge),
    levelRentAssumed: assumesLevelRent(sale),
    legal: checkLegalMaxima(sale, charge, book.legalMaxima),
  };
}

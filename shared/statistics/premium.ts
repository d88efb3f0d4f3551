import { WHOLE_PPM } from './units.ts';

/** A sold lot: start price of the sold round and hammer price, in whole fen of one price basis. */
export interface Sale {
  readonly key: string;
  readonly startFen: number;
  readonly hammerFen: number;
}

/** Premiums (溢价率) of sales over their start, in ppm; negative where lots went below it. */
export interface Premiums {
  readonly cases: number;
  /** Sales whose start is zero or a token price: they enter none of these figures. */
  readonly leftOut: number;
  /** P1: (1/n) Σ (hammer/start − 1); small starts drive it. */
  readonly meanOfRates: number;
  /** P2: Σ hammer / Σ start − 1. */
  readonly ratioOfTotals: number;
  /** P3. */
  readonly median: number;
  /** P4, and its lot: the first by key when several share it. */
  readonly max: number;
  readonly maxKey: string;
}

/** Ratios are summed as whole numbers of this fineness: exact to the last ppm whatever the order. */
const FINE = 10n ** 18n;
/** Beyond this many times the start a rate is no safe integer of ppm; such a start is a token, whatever it says. */
const LARGEST_RATIO = 9e9;

/**
 * Mean of rates, ratio of totals, median and maximum of the premium, in whole-number arithmetic, each rounded to the
 * nearest ppm once, halves up. Median as in {@link quantiles}. Sales with a start at or below `tokenFen` are left out
 * and counted, as are those whose rate no whole ppm can hold. `null` when none remain.
 *
 * @throws RangeError unless amounts are whole fen from zero up
 * @example premiums(lots of 10,000, 50,000, 20 and 200,000 yuan going at 10,000, 55,000, 164 and 210,000, 0)
 * //=> meanOfRates 1_837_500, ratioOfTotals 58_242, median 75_000, max 7_200_000
 */
export function premiums(sales: readonly Sale[], tokenFen: number): Premiums | null {
  for (const sale of sales) checkSale(sale);
  const counted = sales.filter((sale) => sale.startFen > Math.max(0, tokenFen) && ratioOf(sale) <= LARGEST_RATIO);
  const first = counted[0];
  if (first === undefined) return null;
  const top = counted.reduce((best, sale) => (isAbove(sale, best) ? sale : best), first);
  return {
    cases: counted.length,
    leftOut: sales.length - counted.length,
    meanOfRates: meanOfRates(counted),
    ratioOfTotals: premiumOf(sumOf(counted, 'hammerFen'), sumOf(counted, 'startFen')),
    median: medianPremium(counted),
    max: premiumOf(BigInt(top.hammerFen), BigInt(top.startFen)),
    maxKey: top.key,
  };
}

function checkSale({ startFen, hammerFen }: Sale): void {
  for (const amount of [startFen, hammerFen]) {
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`no amount in fen: ${amount}`);
  }
}

function sumOf(sales: readonly Sale[], column: 'startFen' | 'hammerFen'): bigint {
  return sales.reduce((sum, sale) => sum + BigInt(sale[column]), 0n);
}

function premiumOf(hammer: bigint, start: bigint): number {
  return roundedPpm((hammer - start) * FINE, start * FINE);
}

/** Each ratio is cut off below by less than one unit of fineness; adding those back lets a half be seen as one. */
function meanOfRates(sales: readonly Sale[]): number {
  const count = BigInt(sales.length);
  const ratios = sales.reduce((sum, sale) => sum + (BigInt(sale.hammerFen) * FINE) / BigInt(sale.startFen), 0n);
  return roundedPpm(ratios + count - count * FINE, count * FINE);
}

/** The middle sale, or halfway between the two in the middle: found by float ratio, then taken exactly. */
function medianPremium(sales: readonly Sale[]): number {
  const ratios = Float64Array.from(sales, ratioOf).sort();
  const lower = saleAt(sales, ratios[(ratios.length - 1) >> 1]);
  const upper = saleAt(sales, ratios[ratios.length >> 1]);
  const below = 2n * BigInt(lower.startFen) * BigInt(upper.startFen);
  const above = BigInt(lower.hammerFen) * BigInt(upper.startFen) + BigInt(upper.hammerFen) * BigInt(lower.startFen);
  return premiumOf(above, below);
}

/** Of sales no float tells apart the one with the lowest start, so that their order does not matter. */
function saleAt(sales: readonly Sale[], ratio: number | undefined): Sale {
  const alike = sales.filter((sale) => ratioOf(sale) === ratio);
  return alike.reduce((least, sale) => (sale.startFen < least.startFen ? sale : least));
}

function ratioOf({ startFen, hammerFen }: Sale): number {
  return hammerFen / startFen;
}

function isAbove(sale: Sale, best: Sale): boolean {
  const difference = BigInt(sale.hammerFen) * BigInt(best.startFen) - BigInt(best.hammerFen) * BigInt(sale.startFen);
  return difference > 0n || (difference === 0n && sale.key < best.key);
}

/** A fraction of whole numbers in ppm, halves rounded up; the divisor is positive. */
function roundedPpm(above: bigint, below: bigint): number {
  const doubled = 2n * above * BigInt(WHOLE_PPM) + below;
  const quotient = doubled / (2n * below);
  return Number(doubled % (2n * below) < 0n ? quotient - 1n : quotient);
}

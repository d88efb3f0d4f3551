import { type Fraction, floorOf, fraction, isLess, plus, roundHalfUp } from '../fees/fraction.ts';
import { type Ppm, ppm } from '../money.ts';

const MILLION = 1_000_000n;
/** Thirty digits bound a mean closely enough: the bounds round alike except where it lies at an exact half. */
const SCALE = 10n ** 30n;

/**
 * A fraction in ppm, rounded once, half up.
 * @throws RangeError when the result is beyond safe integers
 */
export function toPpm({ n, d }: Fraction): Ppm {
  return ppm(Number(roundHalfUp({ n: n * MILLION, d })));
}

/** Negative when `a` is the smaller, zero when they are equal. */
export function compareFractions(a: Fraction, b: Fraction): number {
  if (isLess(a, b)) return -1;
  return isLess(b, a) ? 1 : 0;
}

/** A count for each of another, in ppm, half up; `null` of nothing. */
export function shareOf(part: number, whole: number): Ppm | null {
  return whole === 0 ? null : toPpm(fraction(part, whole));
}

/** Sums in pairs, so that the denominators stay as short as they can. */
function sumOf(fractions: readonly Fraction[]): Fraction {
  const [first = fraction(0)] = fractions;
  if (fractions.length <= 1) return first;
  const middle = fractions.length >> 1;
  return plus(sumOf(fractions.slice(0, middle)), sumOf(fractions.slice(middle)));
}

/**
 * Mean of fractions in ppm, rounded once, half up; `null` of none. Exact: it is bounded with thirty digits first, and
 * only where both bounds do not round alike, at a half, are the fractions added up as they are.
 */
export function meanOf(fractions: readonly Fraction[]): Ppm | null {
  if (fractions.length === 0) return null;
  let low = 0n;
  for (const { n, d } of fractions) low += floorOf({ n: n * SCALE, d });
  const count = BigInt(fractions.length);
  const bound = (sum: bigint) => toPpm({ n: sum, d: count * SCALE });
  const [lower, upper] = [bound(low), bound(low + count)];
  if (lower === upper) return lower;
  const { n, d } = sumOf(fractions);
  return toPpm({ n, d: d * count });
}

/** Median of fractions in ascending order, in ppm, half up; `null` of none. */
export function medianOf(ascending: readonly Fraction[]): Ppm | null {
  const middle = ascending.length >> 1;
  return meanOf(ascending.slice(ascending.length % 2 === 0 ? Math.max(middle - 1, 0) : middle, middle + 1));
}

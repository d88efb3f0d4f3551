/** An exact fraction of whole numbers; `d` is positive. Fees are fractions of a fen until they are rounded, once. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Takes whole numbers; the divisor is positive. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  return { n: BigInt(n), d: BigInt(d) };
}

export const ZERO: Fraction = fraction(0);

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d });
}

/** The quotient; `b` is not zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** -1, 0 or 1. */
export function signOf(a: Fraction): -1 | 0 | 1 {
  if (a.n === 0n) return 0;
  return a.n < 0n ? -1 : 1;
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.n * b.d < b.n * a.d;
}

/** The largest whole number not above `a`. */
export function floorOf(a: Fraction): bigint {
  const quotient = a.n / a.d;
  return a.n % a.d < 0n ? quotient - 1n : quotient;
}

/** The nearest whole multiple of `unit`, halves up. */
export function roundHalfUp(a: Fraction, unit: bigint = 1n): bigint {
  return floorOf({ n: 2n * a.n + a.d * unit, d: 2n * a.d * unit }) * unit;
}

/** The same number in lowest terms: long sums stay short. */
export function lowestTerms({ n, d }: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
}

import { solveRising } from './solve.ts';

/** Lanczos (1964) coefficients for g = 7, n = 9; relative error below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const TINY = 1e-300;
const MOST_STEPS = 20_000;

/** Natural logarithm of the gamma function, for arguments from a half up. */
function logGamma(x: number): number {
  const [first, ...rest] = LANCZOS;
  const base = x + 6.5;
  const series = rest.reduce<number>((sum, coefficient, index) => sum + coefficient / (x + index), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function, by Lentz's method (Press et al., Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

function notZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Regularised incomplete beta function I_x(a, b), for a, b from a half up. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Quantile of the beta distribution. */
export function betaQuantile(share: number, a: number, b: number): number {
  return solveRising((x) => betaBelow(x, a, b), share, 0, 1);
}

/** P(X ≤ hits) of a binomial with `total` trials. */
export function binomialUpTo(hits: number, total: number, rate: number): number {
  if (hits < 0) return 0;
  return hits >= total ? 1 : betaBelow(1 - rate, total - hits, hits + 1);
}

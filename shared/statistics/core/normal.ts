import { solveRising } from './solve.ts';

/** Beyond this the tail is smaller than a float can tell from nothing. */
const FARTHEST = 8.5;

/**
 * Distribution function of the standard normal, by Marsaglia's series (2004, J Stat Softw 11(4)); absolute error < 1e-15.
 */
export function normalBelow(z: number): number {
  if (z <= -FARTHEST) return 0;
  if (z >= FARTHEST) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI));
}

/** How many standard errors an interval of this confidence reaches to each side: 0.95 gives 1.959963984540054. */
export function reachOf(confidence: number): number {
  return solveRising(normalBelow, 0.5 + confidence / 2, 0, FARTHEST);
}

/** Reach of a 95 % interval. */
export const Z95 = reachOf(0.95);

/** Upper tail of the chi-square distribution with one degree of freedom: the p-value of a statistic. */
export function chiSquareAbove(statistic: number): number {
  return 2 * normalBelow(-Math.sqrt(statistic));
}

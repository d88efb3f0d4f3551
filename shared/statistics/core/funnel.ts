import { binomialUpTo } from './beta.ts';
import { type Bounds, withinWhole } from './bounds.ts';

/** Rate ± z standard errors, within none and all. */
export function normalLimits(rate: number, cases: number, z: number): Bounds {
  const half = z * Math.sqrt((rate * (1 - rate)) / cases);
  return { low: withinWhole(rate - half), high: withinWhole(rate + half) };
}

/** The binomial quantile as a rate, interpolated to where the distribution function would reach `share`. */
export function exactLimit(rate: number, cases: number, share: number): number {
  if (rate === 0 || rate === 1) return rate;
  const count = smallestReaching(rate, cases, share);
  const upTo = binomialUpTo(count, cases, rate);
  const before = binomialUpTo(count - 1, cases, rate);
  return withinWhole((count - (upTo - share) / (upTo - before)) / cases);
}

/** The smallest count with at least `share` of the distribution up to it. */
function smallestReaching(rate: number, cases: number, share: number): number {
  let [low, high] = [0, cases];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialUpTo(middle, cases, rate) >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

import type { Stratum } from '../stratum.ts';
import type { Tally } from '../tally.ts';
import { type Bounds, orderedSum } from './bounds.ts';
import { Z95 } from './normal.ts';

/** Rates of both sides at the same mix of strata. */
export interface Standardised extends Bounds {
  readonly rateA: number;
  readonly rateB: number;
  readonly errorA: number;
  readonly errorB: number;
  readonly difference: number;
}

/** Direct standardisation to the pooled mix of both sides, Wald interval of the difference; at least one stratum. */
export function standardise(strata: readonly Stratum[]): Standardised {
  const all = orderedSum(strata.map(({ a, b }) => a.total + b.total));
  const weights = strata.map(({ a, b }) => (a.total + b.total) / all);
  const ofSide = (tallies: readonly Tally[]) => ({
    rate: orderedSum(tallies.map((tally, index) => (weights[index] ?? 0) * (tally.hits / tally.total))),
    variance: orderedSum(tallies.map((tally, index) => (weights[index] ?? 0) ** 2 * varianceOf(tally))),
  });
  const a = ofSide(strata.map((stratum) => stratum.a));
  const b = ofSide(strata.map((stratum) => stratum.b));
  const difference = a.rate - b.rate;
  const half = Z95 * Math.sqrt(a.variance + b.variance);
  return {
    rateA: a.rate,
    rateB: b.rate,
    errorA: Math.sqrt(a.variance),
    errorB: Math.sqrt(b.variance),
    difference,
    low: difference - half,
    high: difference + half,
  };
}

/** p(1 − p)/n; at none or all, where that says certain, of one hit and one miss more (Agresti & Caffo 2000). */
function varianceOf({ hits, total }: Tally): number {
  const certain = hits === 0 || hits === total;
  const [counted, of] = certain ? [hits + 1, total + 2] : [hits, total];
  const share = counted / of;
  return (share * (1 - share)) / of;
}

/** Mantel and Haenszel's odds ratio of a against b; `null` when its divisor is zero. */
export function mantelHaenszel(strata: readonly Stratum[]): number | null {
  const products = (pick: (stratum: Stratum) => number) =>
    orderedSum(strata.map((stratum) => pick(stratum) / Math.max(1, stratum.a.total + stratum.b.total)));
  const above = products(({ a, b }) => a.hits * (b.total - b.hits));
  const below = products(({ a, b }) => b.hits * (a.total - a.hits));
  return below === 0 ? null : above / below;
}

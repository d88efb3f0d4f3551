import type { Tally } from '../tally.ts';
import { betaQuantile } from './beta.ts';
import { type Bounds, withinWhole } from './bounds.ts';

/** Wilson's score interval (1927); `z` standard errors to each side, total above zero. */
export function wilson({ hits, total }: Tally, z: number): Bounds {
  const share = hits / total;
  const spread = (z * z) / total;
  const centre = share + spread / 2;
  const half = z * Math.sqrt((share * (1 - share)) / total + spread / (4 * total));
  // At none and at all the bound is the share itself, which rounding would miss by a hair.
  return {
    low: hits === 0 ? 0 : withinWhole((centre - half) / (1 + spread)),
    high: hits === total ? 1 : withinWhole((centre + half) / (1 + spread)),
  };
}

/** Clopper and Pearson's exact interval (1934); `alpha` is the chance left outside, total above zero. */
export function clopperPearson({ hits, total }: Tally, alpha: number): Bounds {
  return {
    low: hits === 0 ? 0 : betaQuantile(alpha / 2, hits, total - hits + 1),
    high: hits === total ? 1 : betaQuantile(1 - alpha / 2, hits + 1, total - hits),
  };
}

/** Difference a − b with Newcombe's hybrid score interval (1998, method 10); both totals above zero. */
export function newcombe(a: Tally, b: Tally, z: number): Bounds & { readonly difference: number } {
  const [shareA, shareB] = [a.hits / a.total, b.hits / b.total];
  const [aroundA, aroundB] = [wilson(a, z), wilson(b, z)];
  const difference = shareA - shareB;
  return {
    difference,
    low: difference - Math.hypot(shareA - aroundA.low, aroundB.high - shareB),
    high: difference + Math.hypot(aroundA.high - shareA, shareB - aroundB.low),
  };
}

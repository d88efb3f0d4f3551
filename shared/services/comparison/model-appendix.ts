import type { LotIds } from '../../domain/comparison/figure.ts';
import type { Resampled } from '../../statistics/bootstrap.ts';
import type { FunnelLimits } from '../../statistics/funnel.ts';
import type { PremiumGap } from '../../statistics/premium-gap.ts';
import type { RankSet } from '../../statistics/ranks.ts';
import type { StandardisedComparison } from '../../statistics/standardise.ts';
import type { PairOverlap } from './model-headlines.ts';

/** One platform or township on the funnel plot of success rates. */
export interface FunnelPoint {
  readonly of: 'platform' | 'township';
  /** Platform id or township code. */
  readonly key: string;
  readonly name: string;
  readonly sold: LotIds;
  readonly completed: LotIds;
  /** Ppm; `null` of nothing. */
  readonly rate: number | null;
  /** Exact limits for its number of cases. */
  readonly limits: FunnelLimits | null;
  readonly signal: 'within' | 'beyond-inner' | 'beyond-outer' | null;
}

/** Limits at a number of cases, to draw the funnel. */
export interface FunnelLine {
  readonly cases: number;
  readonly limits: FunnelLimits;
}

/** The funnel plot (漏斗图) of success round the district's rate. */
export interface Funnel {
  /** The district's rate, ppm; `null` of nothing. */
  readonly rate: number | null;
  /** Of the townships, ppm, at least 1,000,000; `null` where undefined. The lines are widened by it. */
  readonly overdispersion: number | null;
  readonly points: readonly FunnelPoint[];
  readonly lines: readonly FunnelLine[];
}

/** Two platforms, looked at in further ways. Exploratory. */
export interface AppendixPair {
  readonly a: string;
  readonly b: string;
  /** Difference a − b of success rates, ppm, bootstrap by village; `null` where it gives none. */
  readonly successByVillage: Resampled | null;
  /** Ratio of median prices over start, of sales priced as a total and not from a token start. */
  readonly premium: PremiumGap;
  /** Success over strata of kind of trade and start-price band. */
  readonly kindAndPrice: { readonly comparison: StandardisedComparison | null; readonly overlap: PairOverlap };
}

/** What stands behind the overview for those who check it. */
export interface Appendix {
  /** Seed of every resampling. */
  readonly seed: number;
  readonly draws: number;
  readonly funnel: Funnel;
  /** Ranks of success a platform may hold; `null` below ten completed lots. */
  readonly ranks: readonly { readonly platform: string; readonly set: RankSet | null }[];
  readonly pairs: readonly AppendixPair[];
}

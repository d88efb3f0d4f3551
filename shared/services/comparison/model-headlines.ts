import type { LotIds } from '../../domain/comparison/figure.ts';
import type { Fen } from '../../domain/money.ts';
import type { ClockId } from '../../domain/timeliness/clocks.ts';
import type { CrudeComparison } from '../../statistics/crude-comparison.ts';
import type { LogRank } from '../../statistics/log-rank.ts';
import type { StandardisedComparison } from '../../statistics/standardise.ts';
import type { PpmInterval } from '../../statistics/units.ts';
import type { Verdict } from '../../statistics/verdict.ts';
import type { ClockTimes, LimitFigure } from './model-clocks.ts';
import type { FeeTotals } from './model-fees.ts';

/** `not-comparable`: nothing alike on both sides, or no schedule to compare. */
export type PairVerdict = Verdict | 'not-comparable';

/** How much of two platforms could be compared. */
export interface PairOverlap {
  readonly compared: LotIds;
  readonly leftOut: LotIds;
  /** Share of `leftOut` in both, ppm; `null` of nothing. */
  readonly shareLeftOut: number | null;
}

/** Two platforms held against each other on one question; `a` and `b` are platform ids, `a` the first by id. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly verdict: PairVerdict;
  /** One or two Chinese sentences, n first, with the names of the platforms. */
  readonly sentence: string;
  /** Lots of each side that entered. */
  readonly n: { readonly a: number; readonly b: number };
  /** 95 %, ppm, of what `intervalOf` says; `null` where there is none. */
  readonly interval: PpmInterval | null;
  readonly intervalOf: 'difference' | 'share-cheaper' | null;
  readonly overlap: PairOverlap;
}

/** Fees on the same sales: every sale of the district that both platforms have a schedule for. */
export interface FeePair extends Pair {
  readonly aCheaper: LotIds;
  readonly bCheaper: LotIds;
  readonly equal: LotIds;
  readonly totalsA: FeeTotals;
  readonly totalsB: FeeTotals;
  /** Median of a's total less b's on one sale; `null` of none. */
  readonly medianDifferenceFen: Fen | null;
  /** Some schedule is illustrative: 示例 wherever it shows. */
  readonly isIllustrative: boolean;
}

/** One of the platforms' own clocks. */
export interface ClockPair extends Pair {
  readonly clock: ClockId;
  readonly timesA: ClockTimes;
  readonly timesB: ClockTimes;
  readonly limitsA: readonly LimitFigure[];
  readonly limitsB: readonly LimitFigure[];
  /** `null` where it cannot be tested. */
  readonly test: LogRank | null;
  /** p by Holm over all clocks of all pairs, ppm: what the verdict rests on. */
  readonly adjustedP: number | null;
}

/** Success: crude, and standardised over strata of like lots. */
export interface SuccessPair extends Pair {
  readonly strata: 'class-round';
  readonly crude: CrudeComparison;
  readonly standardised: StandardisedComparison | null;
  /** Mantel–Haenszel odds ratio of a against b, ppm; `null` where undefined. */
  readonly oddsRatio: number | null;
}

/** The three questions that were fixed before looking. A question without a pair has no answer to give. */
export interface Headlines {
  readonly fees: { readonly question: string; readonly pairs: readonly FeePair[] };
  readonly timeliness: { readonly question: string; readonly pairs: readonly ClockPair[] };
  readonly success: { readonly question: string; readonly pairs: readonly SuccessPair[] };
}

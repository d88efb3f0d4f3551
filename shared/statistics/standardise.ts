import { standardise } from './core/strata.ts';
import { overlapOf, type Stratum } from './stratum.ts';
import { type Tally, totalTally } from './tally.ts';
import { type PpmInterval, toPpm } from './units.ts';
import { favouredBy, type Verdict, verdictOn } from './verdict.ts';

/** One side of a standardised comparison: counts, and rates in ppm. */
export interface StandardisedSide {
  /** All its cases, in every stratum. */
  readonly crude: Tally;
  readonly crudeRate: number;
  /** Its cases in the strata both sides share. */
  readonly compared: Tally;
  readonly rate: number;
  readonly standardError: number;
}

/** Two sides at the same mix of strata; rates in ppm. */
export interface StandardisedComparison {
  readonly a: StandardisedSide;
  readonly b: StandardisedSide;
  /** a − b at the same mix. */
  readonly difference: number;
  readonly interval: PpmInterval;
  readonly strataUsed: readonly string[];
  readonly strataLeftOut: readonly string[];
  /** Cases of both sides that no like case on the other side could be compared with, and their share. */
  readonly casesLeftOut: number;
  readonly shareLeftOut: number;
  readonly verdict: Verdict;
}

/**
 * Direct standardisation of two success rates to the pooled mix of both sides: Σ w·p with w the stratum's share of the
 * cases compared, variance Σ w²·p(1 − p)/n, Wald interval of the difference at 95 %. A stratum at none or all has its
 * variance from one hit and one miss more (Agresti & Caffo 2000, Am Stat 54:280): a full score of six is not certainty.
 * Only strata with at least five cases on both sides enter. Higher is better. `null` when no stratum is shared.
 *
 * @throws RangeError when a key comes twice
 */
export function standardisedComparison(strata: readonly Stratum[]): StandardisedComparison | null {
  const { used, leftOut, cases } = overlapOf(strata);
  if (used.length === 0) return null;
  const exact = standardise(used);
  const side = (name: 'a' | 'b', rate: number, error: number): StandardisedSide => {
    const crude = totalTally(strata.map((stratum) => stratum[name]));
    const compared = totalTally(used.map((stratum) => stratum[name]));
    return {
      crude,
      crudeRate: toPpm(crude.hits / crude.total),
      compared,
      rate: toPpm(rate),
      standardError: toPpm(error),
    };
  };
  const a = side('a', exact.rateA, exact.errorA);
  const b = side('b', exact.rateB, exact.errorB);
  const interval = { low: toPpm(exact.low), high: toPpm(exact.high) };
  const favours = favouredBy(interval, 'higher');
  return {
    a,
    b,
    difference: toPpm(exact.difference),
    interval,
    strataUsed: used.map(({ key }) => key),
    strataLeftOut: leftOut.map(({ key }) => key),
    casesLeftOut: cases.total - cases.hits,
    shareLeftOut: toPpm((cases.total - cases.hits) / cases.total),
    verdict: verdictOn({ casesA: a.compared.total, casesB: b.compared.total, favours }),
  };
}

import { newcombeDifference, shareOf, wilsonInterval } from './proportion.ts';
import type { Tally } from './tally.ts';
import type { PpmInterval } from './units.ts';
import { favouredBy, type Verdict, verdictOn } from './verdict.ts';

/** Two shares side by side without strata, in ppm; a share of nothing is `null`. */
export interface CrudeComparison {
  readonly a: { readonly tally: Tally; readonly rate: number | null; readonly interval: PpmInterval | null };
  readonly b: { readonly tally: Tally; readonly rate: number | null; readonly interval: PpmInterval | null };
  readonly difference: number | null;
  readonly interval: PpmInterval | null;
  readonly verdict: Verdict;
}

/** Compares two shares as they are: Wilson for each, Newcombe for the difference. Higher is better. */
export function crudeComparison(a: Tally, b: Tally): CrudeComparison {
  const side = (tally: Tally) => ({ tally, rate: shareOf(tally), interval: wilsonInterval(tally) });
  const compared = newcombeDifference(a, b);
  const interval = compared === null ? null : { low: compared.low, high: compared.high };
  return {
    a: side(a),
    b: side(b),
    difference: compared?.difference ?? null,
    interval,
    verdict: verdictOn({ casesA: a.total, casesB: b.total, favours: favouredBy(interval, 'higher') }),
  };
}

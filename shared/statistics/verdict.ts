import { FEWEST_COMPARED, type PpmInterval } from './units.ts';

/** What may be said of two: 甲优于乙, 乙优于甲, 不可区分, or counts only (fewer than ten cases on a side). */
export type Verdict = 'a-better' | 'b-better' | 'indistinguishable' | 'too-few';

/** Which of two the evidence favours; `null` when it tells them apart in neither direction. */
export type Favoured = 'a' | 'b' | null;

/** What a verdict rests on: the cases on each side that entered the figure, and what the figure favours. */
export interface Evidence {
  readonly casesA: number;
  readonly casesB: number;
  readonly favours: Favoured;
}

/** Whom an interval of a − b favours: it must lie wholly on one side of zero. No interval favours nobody. */
export function favouredBy(interval: PpmInterval | null, better: 'higher' | 'lower'): Favoured {
  if (interval === null || (interval.low <= 0 && interval.high >= 0)) return null;
  return interval.low > 0 === (better === 'higher') ? 'a' : 'b';
}

/** The verdict in three ways, or `too-few`: association (关联), never cause. */
export function verdictOn({ casesA, casesB, favours }: Evidence): Verdict {
  if (casesA < FEWEST_COMPARED || casesB < FEWEST_COMPARED) return 'too-few';
  return favours === null ? 'indistinguishable' : `${favours}-better`;
}

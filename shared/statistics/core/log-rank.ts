import type { Spell } from '../spell.ts';
import { riskTable } from './risk-table.ts';

/** Done in a, expected in a by the pace of both, and the variance of their difference. */
export interface LogRankScore {
  readonly done: number;
  readonly expected: number;
  readonly variance: number;
}

/** Sums over the times at which something was done, each a draw without replacement from those at risk. */
export function logRankScore(a: readonly Spell[], b: readonly Spell[]): LogRankScore {
  const ofA = riskTable(a);
  const both = riskTable([...a, ...b]);
  const score = { done: 0, expected: 0, variance: 0 };
  let next = 0;
  for (const { time, atRisk, done } of both) {
    const row = ofA[next];
    const share = (row?.atRisk ?? 0) / atRisk;
    const isHere = row?.time === time;
    if (isHere) next += 1;
    if (done === 0) continue;
    score.done += isHere ? row.done : 0;
    score.expected += done * share;
    score.variance += atRisk < 2 ? 0 : (done * share * (1 - share) * (atRisk - done)) / (atRisk - 1);
  }
  return score;
}

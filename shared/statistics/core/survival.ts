import type { DoneTimes } from '../spell.ts';
import { type Bounds, withinWhole } from './bounds.ts';
import { Z95 } from './normal.ts';
import type { RiskRow } from './risk-table.ts';

/** Products of floats miss a share such as a quarter by a hair: it counts as reached within this. */
const HAIR = 1e-12;

/** A curve after the endings of one time. */
export interface CurveStep extends RiskRow {
  /** Share not done by then; with withdrawals it keeps those who never will be. */
  readonly notDone: number;
  readonly standardError: number;
  /** Of `notDone`, at 95 % on the log-log scale; `null` at none and at all, where that scale ends. */
  readonly bounds: Bounds | null;
}

/** Kaplan and Meier's product limit with Greenwood's error, at each time when something was done. */
export function kaplanMeierSteps(table: readonly RiskRow[]): readonly CurveStep[] {
  let notDone = 1;
  let greenwood = 0;
  return table
    .filter(({ done }) => done > 0)
    .map((row) => {
      notDone *= 1 - row.done / row.atRisk;
      greenwood += row.done / (row.atRisk * (row.atRisk - row.done));
      const standardError = notDone === 0 ? 0 : notDone * Math.sqrt(greenwood);
      return { ...row, notDone, standardError, bounds: logLogBounds(notDone, standardError) };
    });
}

/**
 * Aalen and Johansen's cumulative incidence of `done` where `withdrawn` competes, at each time when a spell ended.
 * Variance by the delta method (Dinse & Larson 1986), its square multiplied out so that one pass is enough.
 */
export function aalenJohansenSteps(table: readonly RiskRow[]): readonly (CurveStep & { readonly undecided: number })[] {
  let undecided = 1;
  let done = 0;
  const sums = { a: 0, af: 0, aff: 0, b: 0, c: 0, cf: 0 };
  return table
    .filter((row) => row.done + row.withdrawn > 0)
    .map((row) => {
      const { atRisk } = row;
      const ended = row.done + row.withdrawn;
      const before = undecided;
      done += before * (row.done / atRisk);
      undecided = atRisk === ended ? 0 : before * (1 - ended / atRisk);
      // Where all end, the weight (done now − done then) of this term is zero for good.
      const hazard = atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended));
      const cross = (before * row.done) / atRisk ** 2;
      sums.a += hazard;
      sums.af += hazard * done;
      sums.aff += hazard * done ** 2;
      sums.b += (before ** 2 * row.done * (atRisk - row.done)) / atRisk ** 3;
      sums.c += cross;
      sums.cf += cross * done;
      const variance = done ** 2 * sums.a - 2 * done * sums.af + sums.aff + sums.b - 2 * (done * sums.c - sums.cf);
      const standardError = Math.sqrt(Math.max(0, variance));
      const notDone = withinWhole(1 - done);
      return { ...row, undecided, notDone, standardError, bounds: logLogBounds(notDone, standardError) };
    });
}

/** Interval of a share at 95 % on the log(−log) scale (Kalbfleisch & Prentice 1980). */
function logLogBounds(share: number, standardError: number): Bounds | null {
  if (share < HAIR || share > 1 - HAIR) return null;
  const reach = Math.exp((Z95 * standardError) / (share * -Math.log(share)));
  return { low: share ** reach, high: share ** (1 / reach) };
}

/** The first times at which a curve says that half, three quarters and nine tenths are done. */
export function doneTimes(steps: readonly CurveStep[]): DoneTimes {
  const firstAt = (share: number) => steps.find(({ notDone }) => 1 - notDone >= share - HAIR)?.time ?? null;
  return { median: firstAt(0.5), p75: firstAt(0.75), p90: firstAt(0.9) };
}

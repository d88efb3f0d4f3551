import { riskTable } from './core/risk-table.ts';
import { aalenJohansenSteps, doneTimes } from './core/survival.ts';
import type { CompetingSpell, DoneTimes } from './spell.ts';
import { type PpmInterval, toPpm } from './units.ts';

/** The curve just after `time`, where at least one spell was done or withdrawn; shares in ppm. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly done: number;
  readonly withdrawn: number;
  /** Share of all cases done by then, withdrawn ones staying in the denominator. */
  readonly doneBy: number;
  /** Of `doneBy`; `null` at none and at all, where the log-log scale ends. */
  readonly interval: PpmInterval | null;
}

/** How many get done and when, where a withdrawal ends the waiting for good. */
export interface CumulativeIncidence extends DoneTimes {
  readonly cases: number;
  readonly done: number;
  readonly withdrawn: number;
  readonly open: number;
  readonly steps: readonly IncidenceStep[];
  /** The longest follow-up; at it, `undecidedAtLast` ppm were neither done nor withdrawn. */
  readonly lastTime: number;
  readonly undecidedAtLast: number;
}

/**
 * Cumulative incidence of `done` with withdrawal as a competing event (Aalen & Johansen 1978, Scand J Stat 5:141),
 * variance by Dinse & Larson (1986, Biometrika 73:379), 95 % interval on the log-log scale of the complement. Without
 * withdrawals it is one minus Kaplan–Meier, interval and all. A quantile is the first time by which that share of all
 * cases was done, so it may be `null` for ever. Times in the spells' own unit, shares in ppm. `null` of no spells.
 */
export function aalenJohansen(spells: readonly CompetingSpell[]): CumulativeIncidence | null {
  const table = riskTable(spells);
  const last = table.at(-1);
  if (last === undefined) return null;
  const steps = aalenJohansenSteps(table);
  const done = steps.reduce((sum, row) => sum + row.done, 0);
  const withdrawn = steps.reduce((sum, row) => sum + row.withdrawn, 0);
  return {
    cases: spells.length,
    done,
    withdrawn,
    open: spells.length - done - withdrawn,
    ...doneTimes(steps),
    steps: steps.map((row) => ({
      time: row.time,
      atRisk: row.atRisk,
      done: row.done,
      withdrawn: row.withdrawn,
      doneBy: toPpm(1 - row.notDone),
      interval: row.bounds === null ? null : { low: toPpm(1 - row.bounds.high), high: toPpm(1 - row.bounds.low) },
    })),
    lastTime: last.time,
    undecidedAtLast: toPpm(steps.at(-1)?.undecided ?? 1),
  };
}

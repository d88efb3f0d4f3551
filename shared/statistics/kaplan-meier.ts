import type { Bounds } from './core/bounds.ts';
import { riskTable } from './core/risk-table.ts';
import { doneTimes, kaplanMeierSteps } from './core/survival.ts';
import type { DoneTimes, Spell } from './spell.ts';
import { type PpmInterval, toPpm, toPpmInterval } from './units.ts';

/** The curve just after `time`, where at least one spell was done; shares in ppm. */
export interface OpenStep {
  readonly time: number;
  readonly atRisk: number;
  readonly done: number;
  /** Share still open. */
  readonly stillOpen: number;
  /** Of `stillOpen`; `null` when nobody is left, where the log-log scale ends. */
  readonly interval: PpmInterval | null;
}

/** How long it takes until done, open cases counted as far as they were followed. */
export interface KaplanMeier extends DoneTimes {
  readonly cases: number;
  readonly done: number;
  readonly open: number;
  readonly steps: readonly OpenStep[];
  /** The longest follow-up: a `null` quantile lies beyond it, and then `stillOpenAtLast` ppm were open. */
  readonly lastTime: number;
  readonly stillOpenAtLast: number;
}

/**
 * Product-limit curve with right censoring (Kaplan & Meier 1958, JASA 53:457), Greenwood's variance (1926), 95 %
 * interval on the log-log scale (Kalbfleisch & Prentice 1980). An open case at the time of an event was at risk of it.
 * Quantiles are the first time by which that share was done. Times in the spells' own unit, shares in ppm.
 * `null` of no spells.
 */
export function kaplanMeier(spells: readonly Spell[]): KaplanMeier | null {
  const table = riskTable(spells);
  const last = table.at(-1);
  if (last === undefined) return null;
  const steps = kaplanMeierSteps(table);
  const done = steps.reduce((sum, row) => sum + row.done, 0);
  return {
    cases: spells.length,
    done,
    open: spells.length - done,
    ...doneTimes(steps),
    steps: steps.map((row) => ({
      time: row.time,
      atRisk: row.atRisk,
      done: row.done,
      stillOpen: toPpm(row.notDone),
      interval: intervalOf(row.bounds),
    })),
    lastTime: last.time,
    stillOpenAtLast: toPpm(steps.at(-1)?.notDone ?? 1),
  };
}

function intervalOf(bounds: Bounds | null): PpmInterval | null {
  return bounds === null ? null : toPpmInterval(bounds);
}

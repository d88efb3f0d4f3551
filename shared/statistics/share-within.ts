import { Z95 } from './core/normal.ts';
import { wilson } from './core/proportion.ts';
import { type RiskRow, riskTable } from './core/risk-table.ts';
import { aalenJohansenSteps } from './core/survival.ts';
import type { CompetingSpell } from './spell.ts';
import { type PpmInterval, toPpm, toPpmInterval } from './units.ts';

/** Share done within a limit, in ppm, with its 95 % interval. */
export interface ShareWithin {
  readonly share: number;
  readonly interval: PpmInterval;
}

/**
 * Share of cases done by the limit, the limit included: Aalen–Johansen, which without withdrawals is one minus
 * Kaplan–Meier, with the log-log interval. Where none or all were done that scale ends, and the interval is Wilson's
 * of the cases whose fate at the limit is known. Limit in the spells' unit, result in ppm.
 * `null` of no spells, and when the limit lies beyond the longest follow-up while cases are still open.
 *
 * @throws RangeError unless the limit is whole and not negative
 */
export function shareWithin(spells: readonly CompetingSpell[], limit: number): ShareWithin | null {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`no limit: ${limit}`);
  const table = riskTable(spells);
  const last = table.at(-1);
  if (last === undefined || (limit > last.time && last.open > 0)) return null;
  const step = aalenJohansenSteps(table).findLast(({ time }) => time <= limit);
  const { bounds = null, notDone = 1 } = step ?? {};
  return {
    share: toPpm(1 - notDone),
    interval:
      bounds === null
        ? toPpmInterval(wilson(knownAt(table, limit), Z95))
        : { low: toPpm(1 - bounds.high), high: toPpm(1 - bounds.low) },
  };
}

/** Done by the limit, of those followed up to it or ended before. */
function knownAt(table: readonly RiskRow[], limit: number): { hits: number; total: number } {
  let hits = 0;
  let total = 0;
  for (const row of table) {
    if (row.time <= limit) hits += row.done;
    total += row.done + row.withdrawn + (row.time < limit ? 0 : row.open);
  }
  return { hits, total };
}

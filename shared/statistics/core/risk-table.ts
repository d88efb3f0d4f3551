import { type CompetingSpell, checkedSpell } from '../spell.ts';

/** What happened at one time among the cases still under observation then. */
export interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  readonly done: number;
  readonly withdrawn: number;
  readonly open: number;
}

/** One row per time at which a spell ended or was cut off, in order of time; the order of spells does not matter. */
export function riskTable(spells: readonly CompetingSpell[]): readonly RiskRow[] {
  const endings = new Map<number, { done: number; withdrawn: number; open: number }>();
  for (const spell of spells) {
    const { time, ending } = checkedSpell(spell);
    const counts = endings.get(time) ?? { done: 0, withdrawn: 0, open: 0 };
    counts[ending] += 1;
    endings.set(time, counts);
  }
  let atRisk = spells.length;
  return [...endings]
    .sort(([a], [b]) => a - b)
    .map(([time, counts]) => {
      const row = { time, atRisk, ...counts };
      atRisk -= counts.done + counts.withdrawn + counts.open;
      return row;
    });
}

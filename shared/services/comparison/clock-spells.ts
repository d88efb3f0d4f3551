import type { ClockCase } from '../../domain/timeliness/clock-cases.ts';
import type { PolledEvent } from '../../statistics/polled.ts';
import type { CompetingSpell, Spell } from '../../statistics/spell.ts';

/** Cases of which something is known. */
export function knownCases(cases: readonly ClockCase[]): readonly ClockCase[] {
  return cases.filter(({ state }) => state.state !== 'unknown' && state.state !== 'not-running');
}

/** Says whether any event was only noticed by looking from time to time. */
export function isPolled(cases: readonly ClockCase[]): boolean {
  return cases.some(({ state }) => state.state === 'done' && state.earliest < state.value);
}

/** Known cases as spells, a withdrawal ending them for good. */
export function spellsOf(known: readonly ClockCase[]): readonly CompetingSpell[] {
  return known.flatMap(({ state }): readonly CompetingSpell[] => {
    if (state.state === 'done') return [{ time: state.value, ending: 'done' }];
    if (state.state === 'open' || state.state === 'withdrawn') return [{ time: state.elapsed, ending: state.state }];
    return [];
  });
}

/** Known cases as spells for a test of pace: what was withdrawn counts as far as it was followed. */
export function paceOf(known: readonly ClockCase[]): readonly Spell[] {
  return spellsOf(known).map(({ time, ending }) => ({ time, ending: ending === 'done' ? 'done' : 'open' }));
}

/** Known cases as polled events; what was withdrawn never comes, so it lies beyond the longest follow-up. */
export function polledOf(known: readonly ClockCase[]): readonly PolledEvent[] {
  const longest = spellsOf(known).reduce((most, { time }) => Math.max(most, time), 0);
  return known.flatMap(({ state }): readonly PolledEvent[] => {
    if (state.state === 'done') return [{ after: state.earliest - 1, by: state.value }];
    if (state.state === 'open') return [{ after: state.elapsed, by: null }];
    return state.state === 'withdrawn' ? [{ after: longest, by: null }] : [];
  });
}

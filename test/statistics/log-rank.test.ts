import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRank } from '#shared/statistics/log-rank.ts';
import type { Spell } from '#shared/statistics/spell.ts';
import { manySpells, withReordering } from './arbitraries.ts';

function allDone(times: readonly number[]): Spell[] {
  return times.map((time) => ({ time, ending: 'done' }));
}

const QUICK = allDone([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
const SLOW = allDone([5, 6, 7, 8, 9, 9, 10, 11, 12, 12, 13, 14]);

describe('logRank', () => {
  it('says which side is done sooner', () => {
    expect(logRank(QUICK, SLOW)).toMatchObject({ doneA: 12, quicker: 'a' });
    expect(logRank(SLOW, QUICK)?.quicker).toBe('b');
  });

  it('tells no side from itself', () => {
    fc.assert(
      fc.property(manySpells(), (spells) => {
        const of = logRank(spells, spells);

        expect(of?.chiSquare ?? 0).toBe(0);
        expect(of?.p ?? 1_000_000).toBe(1_000_000);
        expect(of?.quicker ?? null).toBeNull();
      }),
    );
  });

  it('gives both sides the same p-value whichever comes first, in any order of spells', () => {
    fc.assert(
      fc.property(withReordering(manySpells()), manySpells(), ([one, other], rival) => {
        const of = logRank(one, rival);

        expect(logRank(other, rival)).toEqual(of);
        expect(Math.abs((logRank(rival, one)?.p ?? 0) - (of?.p ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('asks only about the order of times', () => {
    const tenfold = (spells: readonly Spell[]) => spells.map(({ time, ending }) => ({ time: time * 10, ending }));

    expect(logRank(tenfold(QUICK), tenfold(SLOW))).toEqual(logRank(QUICK, SLOW));
  });

  it('is unknown when nothing was done while both were at risk', () => {
    expect(logRank([], SLOW)).toBeNull();
    expect(logRank([{ time: 1, ending: 'open' }], SLOW)).toBeNull();
    expect(logRank([{ time: 9, ending: 'open' }], [{ time: 9, ending: 'open' }])).toBeNull();
  });
});

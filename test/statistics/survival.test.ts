import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '#shared/statistics/aalen-johansen.ts';
import { riskTable } from '#shared/statistics/core/risk-table.ts';
import { aalenJohansenSteps, kaplanMeierSteps } from '#shared/statistics/core/survival.ts';
import { kaplanMeier } from '#shared/statistics/kaplan-meier.ts';
import { wilsonInterval } from '#shared/statistics/proportion.ts';
import { shareWithin } from '#shared/statistics/share-within.ts';
import type { CompetingSpell, Spell } from '#shared/statistics/spell.ts';
import { competingSpells, manySpells, withReordering } from './arbitraries.ts';

const times = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 });

describe('kaplanMeier', () => {
  it('is the empirical distribution when nothing is open', () => {
    fc.assert(
      fc.property(times, (all) => {
        const curve = kaplanMeier(all.map((time) => ({ time, ending: 'done' })));

        for (const { time, stillOpen } of curve?.steps ?? []) {
          const later = all.filter((other) => other > time).length;
          expect(stillOpen).toBe(Math.round((later / all.length) * 1_000_000));
        }
        const sorted = all.toSorted((a, b) => a - b);
        expect(curve?.median).toBe(sorted[Math.ceil(all.length * 0.5) - 1]);
        expect(curve?.p75).toBe(sorted[Math.ceil(all.length * 0.75) - 1]);
        expect(curve?.p90).toBe(sorted[Math.ceil((all.length * 9) / 10) - 1]);
      }),
    );
  });

  it('falls, and its interval holds it', () => {
    fc.assert(
      fc.property(manySpells(), (spells) => {
        let before = 1_000_000;
        for (const { stillOpen, interval } of kaplanMeier(spells)?.steps ?? []) {
          expect(stillOpen).toBeLessThanOrEqual(before);
          expect(interval?.low ?? 0).toBeLessThanOrEqual(stillOpen);
          expect(interval?.high ?? 1_000_000).toBeGreaterThanOrEqual(stillOpen);
          before = stillOpen;
        }
        expect(kaplanMeier(spells)?.stillOpenAtLast).toBe(before);
      }),
    );
  });

  it('answers the same in any order', () => {
    fc.assert(
      fc.property(withReordering(manySpells()), ([one, other]) => {
        expect(kaplanMeier(other)).toEqual(kaplanMeier(one));
      }),
    );
  });

  it('keeps a case open at the time of an event at risk of it', () => {
    const spells: Spell[] = [
      { time: 3, ending: 'open' },
      { time: 3, ending: 'done' },
    ];

    expect(kaplanMeier(spells)?.steps).toMatchObject([{ time: 3, atRisk: 2, stillOpen: 500_000 }]);
  });

  it('has no quantiles while all are open, and is unknown of nothing', () => {
    const open: Spell[] = [{ time: 8, ending: 'open' }];

    expect(kaplanMeier(open)).toMatchObject({ median: null, p90: null, lastTime: 8, stillOpenAtLast: 1_000_000 });
    expect(kaplanMeier([])).toBeNull();
  });

  it('refuses a negative or broken time', () => {
    expect(() => kaplanMeier([{ time: -1, ending: 'done' }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: 0.5, ending: 'done' }])).toThrow(RangeError);
  });
});

describe('aalenJohansen', () => {
  it('is one minus Kaplan–Meier without withdrawals, error and all', () => {
    fc.assert(
      fc.property(manySpells(), (spells) => {
        const table = riskTable(spells);
        const [competing, alone] = [aalenJohansenSteps(table), kaplanMeierSteps(table)];

        expect(competing.length).toBe(alone.length);
        alone.forEach(({ notDone, standardError }, index) => {
          expect(competing[index]?.notDone).toBeCloseTo(notDone, 12);
          expect(competing[index]?.standardError).toBeCloseTo(standardError, 7);
        });
      }),
    );
  });

  it('has the error of a plain share when nothing is open', () => {
    const decided = competingSpells().map((spells) =>
      spells.map((spell): CompetingSpell => (spell.ending === 'open' ? { ...spell, ending: 'withdrawn' } : spell)),
    );
    fc.assert(
      fc.property(decided, (spells) => {
        for (const { notDone, standardError } of aalenJohansenSteps(riskTable(spells))) {
          expect(standardError).toBeCloseTo(Math.sqrt((notDone * (1 - notDone)) / spells.length), 7);
        }
      }),
    );
  });

  it('keeps withdrawn cases in the denominator for good', () => {
    const endings = ['done', 'withdrawn', 'done', 'open', 'done'] as const;

    const of = aalenJohansen(endings.map((ending, index) => ({ time: index + 1, ending })));

    expect(of?.steps.map(({ doneBy }) => doneBy)).toEqual([200_000, 200_000, 400_000, 800_000]);
    expect(of).toMatchObject({ cases: 5, done: 3, withdrawn: 1, open: 1, median: 5, p75: 5, p90: null });
    expect(of).toMatchObject({ lastTime: 5, undecidedAtLast: 0 });
  });

  it('rises, its interval holds it, and it answers the same in any order', () => {
    fc.assert(
      fc.property(withReordering(competingSpells()), ([one, other]) => {
        const of = aalenJohansen(one);

        expect(aalenJohansen(other)).toEqual(of);
        let before = 0;
        for (const { doneBy, interval } of of?.steps ?? []) {
          expect(doneBy).toBeGreaterThanOrEqual(before);
          expect(interval?.low ?? 0).toBeLessThanOrEqual(doneBy);
          expect(interval?.high ?? 1_000_000).toBeGreaterThanOrEqual(doneBy);
          before = doneBy;
        }
      }),
    );
  });

  it('is unknown of nothing', () => {
    expect(aalenJohansen([])).toBeNull();
  });
});

describe('shareWithin', () => {
  it('counts the limit in', () => {
    const spells: Spell[] = [
      { time: 3, ending: 'done' },
      { time: 4, ending: 'done' },
    ];

    expect([2, 3, 4].map((limit) => shareWithin(spells, limit)?.share)).toEqual([0, 500_000, 1_000_000]);
  });

  it('is unknown beyond the follow-up of open cases only', () => {
    const open: CompetingSpell = { time: 5, ending: 'open' };
    const gone: CompetingSpell = { time: 6, ending: 'withdrawn' };

    expect(shareWithin([open], 6)).toBeNull();
    expect(shareWithin([open], 5)?.share).toBe(0);
    expect(shareWithin([open, gone], 9)?.share).toBe(0);
    expect(shareWithin([], 5)).toBeNull();
  });

  it('has Wilson’s interval of the known cases where none or all were done', () => {
    const spells: Spell[] = [2, 2, 3, 3, 3, 3, 3].map((time) => ({ time, ending: 'done' }));

    expect(shareWithin(spells, 3)).toEqual({ share: 1_000_000, interval: { low: 645_670, high: 1_000_000 } });
    expect(shareWithin([...spells, { time: 0, ending: 'open' }], 1)?.interval).toEqual({ low: 0, high: 354_330 });
  });

  it('knows of a case open at the limit that it was not done', () => {
    const open: Spell[] = [4, 5, 6].map((time) => ({ time, ending: 'open' }));

    expect(shareWithin(open, 5)?.interval).toEqual(wilsonInterval({ hits: 0, total: 2 }));
  });

  it('rises with the limit, and its interval holds it', () => {
    fc.assert(
      fc.property(competingSpells(), fc.nat(30), (spells, limit) => {
        const [now, later] = [shareWithin(spells, limit), shareWithin(spells, limit + 1)];

        expect(later?.share ?? 1_000_000).toBeGreaterThanOrEqual(now?.share ?? 0);
        expect(now?.interval.low ?? 0).toBeLessThanOrEqual(now?.share ?? 0);
        expect(now?.interval.high ?? 0).toBeGreaterThanOrEqual(now?.share ?? 0);
      }),
    );
  });

  it('refuses a limit that is no time', () => {
    expect(() => shareWithin([], -1)).toThrow(RangeError);
  });
});

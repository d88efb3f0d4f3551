import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '#shared/statistics/holm.ts';
import { rankSets } from '#shared/statistics/ranks.ts';
import { toPpm } from '#shared/statistics/units.ts';
import { favouredBy, verdictOn } from '#shared/statistics/verdict.ts';
import { tallies, withReordering } from './arbitraries.ts';

const pValues = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 12 });

describe('holm', () => {
  it('steps down from the smallest', () => {
    expect(holm([10_000, 40_000, 30_000])).toEqual([30_000, 60_000, 60_000]);
    expect(holm([900_000, 800_000])).toEqual([1_000_000, 1_000_000]);
    expect(holm([])).toEqual([]);
  });

  it('never goes below the p-value nor above Bonferroni, and keeps their order', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const adjusted = holm(values);

        values.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1_000_000, p * values.length));
          values.forEach((other, place) => {
            if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[place] ?? -1);
          });
        });
      }),
    );
  });

  it('answers each p-value the same in any order', () => {
    fc.assert(
      fc.property(withReordering(pValues), ([one, other]) => {
        const byValue = new Map(one.map((p, index) => [p, holm(one)[index]]));

        expect(holm(other)).toEqual(other.map((p) => byValue.get(p)));
      }),
    );
  });

  it.each([-1, 0.5, 1_000_001])('refuses %d', (p) => {
    expect(() => holm([p])).toThrow(RangeError);
  });
});

describe('rankSets', () => {
  const entrants = fc
    .array(tallies(300), { minLength: 1, maxLength: 7 })
    .map((list) => list.map((tally, index) => ({ key: `platform ${index}`, tally })));

  it('give "1–2" where two cannot be told apart, and the clear loser the last rank', () => {
    const sets = rankSets([
      { key: 'a', tally: { hits: 80, total: 100 } },
      { key: 'b', tally: { hits: 78, total: 100 } },
      { key: 'c', tally: { hits: 20, total: 100 } },
    ]);

    expect([...sets]).toEqual([
      ['a', { best: 1, worst: 2 }],
      ['b', { best: 1, worst: 2 }],
      ['c', { best: 3, worst: 3 }],
    ]);
  });

  it('tell fewer apart the more are compared', () => {
    const two = [
      { key: 'a', tally: { hits: 56, total: 70 } },
      { key: 'b', tally: { hits: 48, total: 80 } },
    ];
    const more = [70, 71, 72].map((hits) => ({ key: `of ${hits}`, tally: { hits, total: 100 } }));

    expect(rankSets(two).get('a')).toEqual({ best: 1, worst: 1 });
    expect(rankSets([...two, ...more]).get('a')).toEqual({ best: 1, worst: 5 });
  });

  it('hold the rank by the plain share', () => {
    fc.assert(
      fc.property(entrants, (list) => {
        const ranked = list.filter(({ tally }) => tally.total >= 10);
        const shareOf = ({ hits, total }: { hits: number; total: number }) => hits / total;
        for (const { key, tally } of ranked) {
          const set = rankSets(list).get(key);
          const above = ranked.filter((other) => shareOf(other.tally) > shareOf(tally)).length;

          expect(set?.best).toBeLessThanOrEqual(above + 1);
          expect(set?.worst).toBeGreaterThanOrEqual(above + 1);
        }
      }),
    );
  });

  it('answer each the same in any order', () => {
    fc.assert(
      fc.property(withReordering(entrants), ([one, other]) => {
        expect(new Map(rankSets(other))).toEqual(new Map(rankSets(one)));
      }),
    );
  });

  it('give no rank below ten cases, and do not rank against such', () => {
    const sets = rankSets([
      { key: 'few', tally: { hits: 9, total: 9 } },
      { key: 'many', tally: { hits: 5, total: 90 } },
    ]);

    expect(sets.get('few')).toBeNull();
    expect(sets.get('many')).toEqual({ best: 1, worst: 1 });
  });

  it('refuse a key that comes twice', () => {
    const entrant = { key: 'a', tally: { hits: 1, total: 20 } };

    expect(() => rankSets([entrant, entrant])).toThrow(RangeError);
  });
});

describe('verdictOn', () => {
  it.each([
    [10, 10, 'a', 'a-better'],
    [10, 10, 'b', 'b-better'],
    [10, 10, null, 'indistinguishable'],
    [9, 10, 'a', 'too-few'],
    [10, 9, null, 'too-few'],
  ] as const)('of %d and %d cases favouring %s is %s', (casesA, casesB, favours, verdict) => {
    expect(verdictOn({ casesA, casesB, favours })).toBe(verdict);
  });
});

describe('favouredBy', () => {
  it.each([
    [{ low: 1, high: 5 }, 'a', 'b'],
    [{ low: -5, high: -1 }, 'b', 'a'],
    [{ low: 0, high: 5 }, null, null],
    [{ low: -5, high: 0 }, null, null],
    [null, null, null],
  ] as const)('takes %o for %s when higher is better, for %s when lower is', (interval, higher, lower) => {
    expect(favouredBy(interval, 'higher')).toBe(higher);
    expect(favouredBy(interval, 'lower')).toBe(lower);
  });
});

describe('toPpm', () => {
  it('rounds halves up, knows no minus zero and refuses what is no number', () => {
    expect([0.0000005, -0.0000005, -1e-9, 1].map(toPpm)).toEqual([1, 0, 0, 1_000_000]);
    expect(() => toPpm(Number.NaN)).toThrow(RangeError);
    expect(() => toPpm(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszelOddsRatio } from '#shared/statistics/mantel-haenszel.ts';
import { newcombeDifference } from '#shared/statistics/proportion.ts';
import { standardisedComparison } from '#shared/statistics/standardise.ts';
import { FEWEST_IN_STRATUM, type Stratum } from '#shared/statistics/stratum.ts';
import { manyStrata, withReordering } from './arbitraries.ts';

const KNOWN: readonly Stratum[] = [
  { key: '房屋租赁', a: { hits: 72, total: 80 }, b: { hits: 19, total: 20 } },
  { key: '土地经营权', a: { hits: 10, total: 20 }, b: { hits: 66, total: 100 } },
  { key: '设备车辆', a: { hits: 8, total: 10 }, b: { hits: 27, total: 30 } },
];

describe('standardisedComparison', () => {
  it('turns 81.8 against 74.7 % into 70.0 against 80.8 %, which cannot be told apart', () => {
    expect(standardisedComparison(KNOWN)).toMatchObject({
      a: { crude: { hits: 90, total: 110 }, crudeRate: 818_182, rate: 700_000, standardError: 56_638 },
      b: { crude: { hits: 112, total: 150 }, crudeRate: 746_667, rate: 808_462, standardError: 30_006 },
      difference: -108_462,
      interval: { low: -234_086, high: 17_163 },
      casesLeftOut: 0,
      shareLeftOut: 0,
      verdict: 'indistinguishable',
    });
  });

  it('leaves out strata where a side has fewer than five cases, and says how much that is', () => {
    const few = { key: '林权', a: { hits: 30, total: 36 }, b: { hits: 1, total: FEWEST_IN_STRATUM - 1 } };

    const of = standardisedComparison([...KNOWN, few]);

    expect(of).toMatchObject({ strataLeftOut: ['林权'], casesLeftOut: 40, shareLeftOut: 133_333 });
    expect(of?.a).toMatchObject({
      crude: { hits: 120, total: 146 },
      compared: { hits: 90, total: 110 },
      rate: 700_000,
    });
  });

  it('is unknown when no stratum is shared', () => {
    expect(standardisedComparison([])).toBeNull();
    expect(standardisedComparison([{ key: 'x', a: { hits: 9, total: 9 }, b: { hits: 0, total: 0 } }])).toBeNull();
  });

  it('compares a stratum with five cases on each side', () => {
    const just = { hits: 3, total: FEWEST_IN_STRATUM };

    expect(standardisedComparison([{ key: 'x', a: just, b: just }])?.strataUsed).toEqual(['x']);
  });

  it('does not take a full score for certainty', () => {
    const full = { hits: 6, total: 6 };
    const most = { hits: 5, total: 6 };

    const of = standardisedComparison([
      { key: 'x', a: full, b: most },
      { key: 'y', a: full, b: most },
    ]);

    expect(of?.a.standardError).toBeGreaterThan(0);
    expect(of?.verdict).toBe('indistinguishable');
  });

  it('tells apart what differs in every stratum', () => {
    const clear = KNOWN.map(({ key }) => ({ key, a: { hits: 20, total: 40 }, b: { hits: 36, total: 40 } }));

    expect(standardisedComparison(clear)).toMatchObject({ difference: -400_000, verdict: 'b-better' });
  });

  it('compares counts only when fewer than ten cases of a side are shared', () => {
    const of = standardisedComparison([{ key: 'x', a: { hits: 0, total: 9 }, b: { hits: 50, total: 50 } }]);

    expect(of?.verdict).toBe('too-few');
  });

  it('answers the same in any order of strata, and holds its difference', () => {
    fc.assert(
      fc.property(withReordering(manyStrata()), ([one, other]) => {
        const of = standardisedComparison(one);

        expect(standardisedComparison(other)).toEqual(of);
        expect(of?.interval.low ?? 0).toBeLessThanOrEqual(of?.difference ?? 0);
        expect(of?.interval.high ?? 0).toBeGreaterThanOrEqual(of?.difference ?? 0);
      }),
    );
  });

  it('is the crude comparison when there is one stratum', () => {
    const only = { key: 'x', a: { hits: 30, total: 50 }, b: { hits: 60, total: 80 } };

    const of = standardisedComparison([only]);

    expect(of?.difference).toBe(newcombeDifference(only.a, only.b)?.difference);
    expect(of?.a.rate).toBe(of?.a.crudeRate);
  });

  it('refuses a stratum that comes twice', () => {
    expect(() => standardisedComparison([...KNOWN, ...KNOWN])).toThrow(RangeError);
  });
});

describe('mantelHaenszelOddsRatio', () => {
  it('agrees that b succeeds more', () => {
    expect(mantelHaenszelOddsRatio(KNOWN)).toBe(496_217);
  });

  it('is the odds ratio of a single stratum', () => {
    expect(mantelHaenszelOddsRatio([{ key: 'x', a: { hits: 3, total: 4 }, b: { hits: 1, total: 2 } }])).toBe(3_000_000);
  });

  it('is unknown when its divisor is zero, and untouched by an empty side', () => {
    const allOfA = { key: 'x', a: { hits: 4, total: 4 }, b: { hits: 1, total: 2 } };
    const empty = { key: 'y', a: { hits: 0, total: 0 }, b: { hits: 0, total: 0 } };

    expect(mantelHaenszelOddsRatio([allOfA])).toBeNull();
    expect(mantelHaenszelOddsRatio([])).toBeNull();
    expect(mantelHaenszelOddsRatio([...KNOWN, empty])).toBe(496_217);
  });
});

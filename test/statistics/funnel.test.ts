import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactFunnelLimits, funnelLimits, overdispersion } from '#shared/statistics/funnel.ts';
import { shareOf } from '#shared/statistics/proportion.ts';
import { tallies, withReordering } from './arbitraries.ts';

const DISTRICT = { hits: 376, total: 610 };

describe('funnelLimits', () => {
  const cases = fc.integer({ min: 1, max: 2000 });

  it('hold the rate, the outer round the inner', () => {
    fc.assert(
      fc.property(tallies(), cases, (district, count) => {
        const rate = shareOf(district) ?? -1;
        for (const limitsOf of [funnelLimits, exactFunnelLimits]) {
          const { inner, outer } = limitsOf(district, count) ?? {
            inner: { low: 9e6, high: 0 },
            outer: { low: 9e6, high: 0 },
          };

          expect([outer.low, inner.low, rate, inner.high, outer.high]).toEqual(
            [outer.low, inner.low, rate, inner.high, outer.high].toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });

  it('narrow as cases grow', () => {
    fc.assert(
      fc.property(tallies(), cases, (district, count) => {
        const [few, many] = [funnelLimits(district, count)?.inner, funnelLimits(district, count + 1)?.inner];

        expect(many?.low).toBeGreaterThanOrEqual(few?.low ?? 9e6);
        expect(many?.high).toBeLessThanOrEqual(few?.high ?? -1);
      }),
    );
  });

  it('widen with the overdispersion, within none and all', () => {
    expect(funnelLimits(DISTRICT, 100)?.inner).toEqual({ low: 521_087, high: 711_699 });
    expect(funnelLimits(DISTRICT, 100, 4_000_000)?.inner).toEqual({ low: 425_782, high: 807_005 });
    expect(funnelLimits(DISTRICT, 1)?.outer).toEqual({ low: 0, high: 1_000_000 });
  });

  it('are unknown without a district or without cases', () => {
    for (const limitsOf of [funnelLimits, exactFunnelLimits]) {
      expect(limitsOf({ hits: 0, total: 0 }, 10)).toBeNull();
      expect(limitsOf(DISTRICT, 0)).toBeNull();
      expect(() => limitsOf(DISTRICT, 1.5)).toThrow(RangeError);
    }
  });
});

describe('exactFunnelLimits', () => {
  /** Computed with scipy 1.17.1's binomial distribution. */
  it.each([
    [10, 246_009, 865_331, 83_969, 987_370],
    [20, 369_971, 797_454, 250_480, 898_297],
    [100, 514_728, 705_855, 458_574, 757_801],
    [1000, 585_638, 645_919, 568_071, 663_049],
  ])('for %d cases are the interpolated binomial quantiles', (cases, low95, high95, low998, high998) => {
    expect(exactFunnelLimits(DISTRICT, cases)).toEqual({
      inner: { low: low95, high: high95 },
      outer: { low: low998, high: high998 },
    });
  });

  it('leave no room where the district sold none or all', () => {
    expect(exactFunnelLimits({ hits: 0, total: 9 }, 5)?.outer).toEqual({ low: 0, high: 0 });
    expect(exactFunnelLimits({ hits: 9, total: 9 }, 5)?.outer).toEqual({ low: 1_000_000, high: 1_000_000 });
  });
});

describe('overdispersion', () => {
  it('is the mean square score, and never below one', () => {
    expect(
      overdispersion([
        { hits: 20, total: 100 },
        { hits: 80, total: 100 },
      ]),
    ).toBe(36_000_000);
    expect(
      overdispersion([
        { hits: 50, total: 100 },
        { hits: 50, total: 100 },
      ]),
    ).toBe(1_000_000);
  });

  it('draws the farthest tenth in on each side', () => {
    const units = [10, 40, 45, 48, 50, 50, 52, 55, 60, 90].map((hits) => ({ hits, total: 100 }));

    // Scores are (hits − 50)/5: ±2 twice in place of ±8, then 1, 0.4, 0, 0, 0.4, 1.
    expect(overdispersion(units)).toBe(1_832_000);
  });

  it('answers the same in any order', () => {
    fc.assert(
      fc.property(withReordering(fc.array(tallies(), { maxLength: 30 })), ([one, other]) => {
        expect(overdispersion(other)).toBe(overdispersion(one));
      }),
    );
  });

  it('is unknown of one unit, and where all cases went one way', () => {
    expect(
      overdispersion([
        { hits: 3, total: 5 },
        { hits: 0, total: 0 },
      ]),
    ).toBeNull();
    expect(
      overdispersion([
        { hits: 5, total: 5 },
        { hits: 4, total: 4 },
      ]),
    ).toBeNull();
  });
});

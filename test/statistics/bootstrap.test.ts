import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrap } from '#shared/statistics/bootstrap.ts';
import { premiumGap, type SidedSale } from '#shared/statistics/premium-gap.ts';
import { newcombeDifference } from '#shared/statistics/proportion.ts';
import { seededSource } from '#shared/statistics/seeded-source.ts';
import { shareGap } from '#shared/statistics/share-gap.ts';
import { manyStrata, withReordering } from './arbitraries.ts';

const SEED = 20_230_101;

/** `lots` sales of a side in each village, going at `percents` of the start by village. */
function sales(side: 'a' | 'b', percents: readonly number[], lots: number): SidedSale[] {
  return percents.flatMap((percent, village) =>
    Array.from({ length: lots }, () => ({ side, village: `v${village}`, startFen: 10_000, hammerFen: 100 * percent })),
  );
}

describe('seededSource', () => {
  it('follows from its seed alone, evenly within [0, 1)', () => {
    const [one, again, other] = [seededSource(SEED), seededSource(SEED), seededSource(SEED + 1)];
    const draws = Array.from({ length: 10_000 }, () => one.next());

    expect(draws.map(() => again.next())).toEqual(draws);
    expect(other.next()).not.toBe(draws[0]);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
  });
});

describe('clusterBootstrap', () => {
  it('draws as many clusters as there are, each time', () => {
    const drawn: number[] = [];
    const statistic = (times: Int32Array) => drawn.push(times.reduce((sum, count) => sum + count, 0));

    clusterBootstrap({ clusters: 7, statistic, random: seededSource(SEED), draws: 50 });

    expect(drawn).toEqual(Array.from({ length: 51 }, () => 7));
  });

  it('has no width where all clusters are alike', () => {
    const resampled = clusterBootstrap({ clusters: 4, statistic: () => 5, random: seededSource(SEED) });

    expect(resampled).toEqual({ estimate: 5, low: 5, high: 5, clusters: 4, draws: 2000 });
  });

  it('leaves a fortieth of the draws outside on each side, widened to hold the estimate', () => {
    const counting = (estimate: number) => {
      let draw = 0;
      return () => (draw++ === 0 ? estimate : draw - 1);
    };
    const random = seededSource(SEED);

    expect(clusterBootstrap({ clusters: 2, statistic: counting(700), random })).toMatchObject({ low: 51, high: 1951 });
    expect(clusterBootstrap({ clusters: 2, statistic: counting(1), random })).toMatchObject({ low: 1, high: 1951 });
    expect(clusterBootstrap({ clusters: 2, statistic: counting(2000), random })).toMatchObject({ low: 51, high: 2000 });
  });

  it('is unknown with one cluster, an undefined figure, or too many undefined draws', () => {
    const random = seededSource(SEED);
    const onlyWithFirst = (times: Int32Array) => ((times[0] ?? 0) > 0 ? 1 : null);

    expect(clusterBootstrap({ clusters: 1, statistic: () => 5, random })).toBeNull();
    expect(clusterBootstrap({ clusters: 5, statistic: () => null, random })).toBeNull();
    expect(clusterBootstrap({ clusters: 5, statistic: onlyWithFirst, random })).toBeNull();
  });
});

describe('shareGap', () => {
  it('is wider than Newcombe’s interval where villages differ among themselves', () => {
    const villages = Array.from({ length: 12 }, (_, index) => ({
      key: `v${index}`,
      a: { hits: index % 2 === 0 ? 20 : 4, total: 20 },
      b: { hits: index % 2 === 0 ? 10 : 9, total: 20 },
    }));

    const gap = shareGap(villages, seededSource(SEED));

    const plain = newcombeDifference({ hits: 144, total: 240 }, { hits: 114, total: 240 });
    expect(gap?.estimate).toBe(plain?.difference);
    expect((gap?.high ?? 0) - (gap?.low ?? 0)).toBeGreaterThan((plain?.high ?? 0) - (plain?.low ?? 0));
  });

  it('holds its estimate and answers the same in any order of villages', () => {
    fc.assert(
      fc.property(withReordering(manyStrata()), ([one, other]) => {
        const gap = shareGap(one, seededSource(SEED), 100);

        expect(shareGap(other, seededSource(SEED), 100)).toEqual(gap);
        expect(gap?.low ?? 0).toBeLessThanOrEqual(gap?.estimate ?? 0);
        expect(gap?.high ?? 0).toBeGreaterThanOrEqual(gap?.estimate ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('premiumGap', () => {
  it('is the ratio of the typical prices over start, less one', () => {
    const of = premiumGap([...sales('a', [120, 132, 144], 5), ...sales('b', [110, 120, 130], 5)], seededSource(SEED));

    expect(of).toMatchObject({ casesA: 15, casesB: 15, leftOut: 0, gap: { estimate: 100_000, clusters: 3 } });
  });

  it('takes the geometric mean of two middle sales', () => {
    const of = premiumGap([...sales('a', [100, 400], 1), ...sales('b', [100, 100], 1)], seededSource(SEED));

    expect(of.gap?.estimate).toBe(1_000_000);
    expect(of.verdict).toBe('too-few');
  });

  it('gives a verdict by the interval', () => {
    const [high, low] = [
      [120, 121, 122, 123, 124, 125],
      [100, 101, 102, 103, 104, 105],
    ];

    expect(premiumGap([...sales('a', high, 4), ...sales('b', low, 4)], seededSource(SEED)).verdict).toBe('a-better');
    expect(premiumGap([...sales('a', low, 4), ...sales('b', high, 4)], seededSource(SEED)).verdict).toBe('b-better');
    expect(premiumGap([...sales('a', low, 4), ...sales('b', low.toReversed(), 4)], seededSource(SEED)).verdict).toBe(
      'indistinguishable',
    );
  });

  it('leaves out what has no logarithm, and knows no gap when a side is empty', () => {
    const free = { side: 'a', village: 'v0', startFen: 0, hammerFen: 5 } as const;

    expect(premiumGap([free, ...sales('b', [110, 120], 9)], seededSource(SEED))).toEqual({
      casesA: 0,
      casesB: 18,
      leftOut: 1,
      gap: null,
      verdict: 'too-few',
    });
  });

  it('answers the same in any order of sales', () => {
    const sale = fc.record<SidedSale>({
      side: fc.constantFrom('a', 'b'),
      village: fc.constantFrom('v0', 'v1', 'v2'),
      startFen: fc.integer({ min: 1, max: 1000 }),
      hammerFen: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(withReordering(fc.array(sale, { maxLength: 20 })), ([one, other]) => {
        expect(premiumGap(other, seededSource(SEED), 50)).toEqual(premiumGap(one, seededSource(SEED), 50));
      }),
      { numRuns: 50 },
    );
  });
});

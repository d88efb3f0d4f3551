import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crudeComparison } from '#shared/statistics/crude-comparison.ts';
import { clopperPearsonInterval, newcombeDifference, shareOf, wilsonInterval } from '#shared/statistics/proportion.ts';
import { toPpm } from '#shared/statistics/units.ts';
import { tallies } from './arbitraries.ts';

const INTERVALS = [
  { name: 'wilsonInterval', interval: wilsonInterval },
  { name: 'clopperPearsonInterval', interval: clopperPearsonInterval },
];

describe.each(INTERVALS)('$name', ({ interval }) => {
  it('holds its share, within none and all', () => {
    fc.assert(
      fc.property(tallies(), (tally) => {
        const { low, high } = interval(tally) ?? { low: 1, high: 0 };

        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(shareOf(tally) ?? -1);
        expect(high).toBeGreaterThanOrEqual(shareOf(tally) ?? 2);
        expect(high).toBeLessThanOrEqual(1_000_000);
      }),
    );
  });

  it('rises with the hits', () => {
    const missing = tallies().filter(({ hits, total }) => hits < total);
    fc.assert(
      fc.property(missing, ({ hits, total }) => {
        const [less, more] = [interval({ hits, total }), interval({ hits: hits + 1, total })];

        expect(more?.low).toBeGreaterThanOrEqual(less?.low ?? 2_000_000);
        expect(more?.high).toBeGreaterThanOrEqual(less?.high ?? 2_000_000);
      }),
    );
  });

  it('mirrors when hits and misses change places', () => {
    fc.assert(
      fc.property(tallies(), ({ hits, total }) => {
        const [one, other] = [interval({ hits, total }), interval({ hits: total - hits, total })];

        expect(Math.abs((one?.low ?? 9) + (other?.high ?? 9) - 1_000_000)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is unknown of nothing, and refuses what is no tally', () => {
    expect(interval({ hits: 0, total: 0 })).toBeNull();
    expect(() => interval({ hits: 3, total: 2 })).toThrow(RangeError);
    expect(() => interval({ hits: 0.5, total: 2 })).toThrow(RangeError);
    expect(() => interval({ hits: -1, total: 2 })).toThrow(RangeError);
  });
});

describe('clopperPearsonInterval', () => {
  it('gives the answers of its example and at the ends', () => {
    expect(clopperPearsonInterval({ hits: 8, total: 10 })).toEqual({ low: 443_905, high: 974_789 });
    expect(clopperPearsonInterval({ hits: 0, total: 7 })).toEqual({ low: 0, high: 409_616 });
  });
});

describe('newcombeDifference', () => {
  it('holds the difference, within minus one and one', () => {
    fc.assert(
      fc.property(tallies(), tallies(), (a, b) => {
        const { difference, low, high } = newcombeDifference(a, b) ?? { difference: 9, low: 9, high: -9 };

        expect(difference).toBe(toPpm(a.hits / a.total - b.hits / b.total));
        expect(low).toBeGreaterThanOrEqual(-1_000_000);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(high).toBeLessThanOrEqual(1_000_000);
      }),
    );
  });

  it('turns its sign when the sides change places', () => {
    fc.assert(
      fc.property(tallies(), tallies(), (a, b) => {
        const [one, other] = [newcombeDifference(a, b), newcombeDifference(b, a)];

        expect(Math.abs((one?.low ?? 9) + (other?.high ?? 9))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is unknown when a side is empty', () => {
    expect(newcombeDifference({ hits: 0, total: 0 }, { hits: 1, total: 2 })).toBeNull();
    expect(newcombeDifference({ hits: 1, total: 2 }, { hits: 0, total: 0 })).toBeNull();
  });
});

describe('crudeComparison', () => {
  it('says which side is better where the interval leaves zero out', () => {
    const [more, less] = [
      { hits: 56, total: 70 },
      { hits: 48, total: 80 },
    ];

    expect(crudeComparison(more, less)).toMatchObject({
      a: { rate: 800_000 },
      difference: 200_000,
      interval: { low: 52_431, high: 333_873 },
      verdict: 'a-better',
    });
    expect(crudeComparison(less, more).verdict).toBe('b-better');
  });

  it('cannot tell eight of ten from twelve of twenty', () => {
    expect(crudeComparison({ hits: 8, total: 10 }, { hits: 12, total: 20 }).verdict).toBe('indistinguishable');
  });

  it('gives counts only below ten cases, and unknown rates of none', () => {
    const of = crudeComparison({ hits: 0, total: 0 }, { hits: 90, total: 90 });

    expect(of).toMatchObject({
      a: { rate: null, interval: null },
      difference: null,
      interval: null,
      verdict: 'too-few',
    });
    expect(crudeComparison({ hits: 0, total: 9 }, { hits: 90, total: 90 }).verdict).toBe('too-few');
  });
});

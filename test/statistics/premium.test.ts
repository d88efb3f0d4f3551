import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { premiums, type Sale } from '#shared/statistics/premium.ts';
import { quantiles } from '#shared/statistics/quantiles.ts';
import { withReordering } from './arbitraries.ts';

function sale(key: string, startFen: number, hammerFen: number): Sale {
  return { key, startFen, hammerFen };
}

function manySales(): fc.Arbitrary<Sale[]> {
  const amount = fc.integer({ min: 1, max: 9_000_000_000 });
  const pair = fc.record({ startFen: fc.oneof(amount, fc.integer({ min: 1, max: 9 })), hammerFen: amount });
  return fc
    .array(pair, { minLength: 1, maxLength: 20 })
    .map((pairs) => pairs.map((amounts, index) => ({ key: `lot ${index}`, ...amounts })));
}

/** A fraction in ppm, halves up, by the schoolbook. */
function inPpm(above: bigint, below: bigint): number {
  const [doubled, divisor] = [2_000_000n * above + below, 2n * below];
  const quotient = doubled / divisor;
  return Number(doubled < 0n && quotient * divisor !== doubled ? quotient - 1n : quotient);
}

describe('premiums', () => {
  it('have the exact mean of rates, to the last ppm', () => {
    fc.assert(
      fc.property(manySales(), (sales) => {
        let [above, below] = [0n, 1n];
        for (const { startFen, hammerFen } of sales) {
          above = above * BigInt(startFen) + BigInt(hammerFen - startFen) * below;
          below *= BigInt(startFen);
        }

        expect(premiums(sales, 0)?.meanOfRates).toBe(inPpm(above, below * BigInt(sales.length)));
      }),
    );
  });

  it('round half a ppm up, though each rate alone is no decimal', () => {
    const sales = [sale('third', 3_000_000, 3_000_001), sale('two thirds', 6_000_000, 6_000_004)];

    expect(premiums(sales, 0)).toMatchObject({ meanOfRates: 1, median: 1 });
  });

  it('answer the same in any order', () => {
    fc.assert(
      fc.property(withReordering(manySales()), ([one, other]) => {
        expect(premiums(other, 0)).toEqual(premiums(one, 0));
      }),
    );
  });

  it('lie between the least and the greatest rate', () => {
    fc.assert(
      fc.property(manySales(), (sales) => {
        const of = premiums(sales, 0);
        const rates = sales.map(({ startFen, hammerFen }) => inPpm(BigInt(hammerFen - startFen), BigInt(startFen)));

        expect(of?.max).toBe(Math.max(...rates));
        for (const rate of [of?.meanOfRates, of?.ratioOfTotals, of?.median]) {
          expect(rate).toBeGreaterThanOrEqual(Math.min(...rates));
          expect(rate).toBeLessThanOrEqual(Math.max(...rates));
        }
      }),
    );
  });

  it('show how one small start lifts the mean: 10.62 % with it, 8.73 % without', () => {
    const others = Array.from({ length: 375 }, (_, index) => sale(`lot ${index}`, 3_750_000, 4_077_311));
    const top = sale('top', 10_000, 82_001);

    expect(premiums([...others, top], 0)).toMatchObject({ meanOfRates: 106_200, max: 7_200_100, maxKey: 'top' });
    expect(premiums(others, 0)?.meanOfRates).toBe(87_283);
  });

  it('leave out token starts and count them', () => {
    const sales = [sale('free', 0, 5), sale('one yuan', 100, 90_000), sale('real', 10_000, 9_000)];

    expect(premiums(sales, 100)).toMatchObject({ cases: 1, leftOut: 2, meanOfRates: -100_000, maxKey: 'real' });
    expect(premiums(sales, 0)).toMatchObject({ cases: 2, leftOut: 1 });
    expect(premiums(sales, 10_000)).toBeNull();
  });

  it('name the first lot by key when several share the maximum', () => {
    expect(premiums([sale('b', 2, 4), sale('a', 50, 100), sale('c', 1, 2)], 0)?.maxKey).toBe('a');
  });

  it('take a rate too large for whole ppm as the sign of a token start', () => {
    const sales = [sale('one fen', 1, Number.MAX_SAFE_INTEGER), sale('real', 10_000, 11_000)];

    expect(premiums(sales, 0)).toMatchObject({ cases: 1, leftOut: 1, meanOfRates: 100_000 });
  });

  it('refuse amounts that are no fen', () => {
    expect(() => premiums([sale('x', 1.5, 3)], 0)).toThrow(RangeError);
    expect(() => premiums([sale('x', 1, -3)], 0)).toThrow(RangeError);
  });
});

describe('quantiles', () => {
  it('go halfway to the next value where the share is reached exactly, halves up', () => {
    expect(quantiles([4, 1, 2, 3])).toEqual({ cases: 4, min: 1, median: 3, p75: 4, p90: 4, max: 4 });
    expect(quantiles([-2, -1])?.median).toBe(-1);
    expect(quantiles([7])).toEqual({ cases: 1, min: 7, median: 7, p75: 7, p90: 7, max: 7 });
  });

  it('rise from the least to the greatest, in any order', () => {
    fc.assert(
      fc.property(withReordering(fc.array(fc.maxSafeInteger(), { minLength: 1 })), ([one, other]) => {
        const of = quantiles(one);
        const rising = [of?.min, of?.median, of?.p75, of?.p90, of?.max].map(Number);

        expect(quantiles(other)).toEqual(of);
        expect(rising).toEqual(rising.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are unknown of nothing and refuse fractions', () => {
    expect(quantiles([])).toBeNull();
    expect(() => quantiles([1, 0.5])).toThrow(RangeError);
  });
});

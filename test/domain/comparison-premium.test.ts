import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, medianOf, toPpm } from '#shared/domain/comparison/exact.ts';
import { isTokenStart, premiumsOf } from '#shared/domain/comparison/premium.ts';
import { fraction } from '#shared/domain/fees/fraction.ts';
import { fen } from '#shared/domain/money.ts';
import { aSoldRound, rounds } from '#test/support/round-facts.ts';

/** The lots of the reference vectors of statistics, in fen. */
const VECTOR_LOTS = [
  [1_000_000, 1_000_000],
  [5_000_000, 5_500_000],
  [2_000, 16_400],
  [20_000_000, 21_000_000],
] as const;

function deals(
  prices: readonly (readonly [start: number, hammer: number])[],
  of: Parameters<typeof aSoldRound>[0] = {},
) {
  return rounds(prices.length, (index) => {
    const [start = 0, hammer = 0] = prices[index] ?? [];
    return aSoldRound({ startPriceFen: fen(start), hammerPriceFen: fen(hammer), ...of });
  });
}

describe('premiums', () => {
  it('tell mean of rates, ratio of totals, median and highest apart', () => {
    const { mean, totals, median, highest } = premiumsOf(deals(VECTOR_LOTS));

    expect(mean.rate).toBe(1_837_500);
    expect(totals.map(({ basis, rate }) => [basis, rate])).toEqual([['total', 58_242]]);
    expect(median.rate).toBe(75_000);
    expect(highest).toEqual({ definition: 'premium-highest', rate: 7_200_000, lots: ['virtual.3'] });
    expect(mean.lots).toEqual(['virtual.1', 'virtual.2', 'virtual.3', 'virtual.4']);
  });

  it('never add prices of different bases', () => {
    const facts = [
      aSoldRound({ lotId: 'a', priceBasis: 'per_year' }),
      aSoldRound({ lotId: 'b', priceBasis: null, hammerPriceFen: fen(100_00) }),
      aSoldRound({ lotId: 'c', priceBasis: 'total', hammerPriceFen: fen(150_00) }),
    ];

    expect(premiumsOf(facts).totals.map(({ basis, rate, lots }) => [basis, rate, lots])).toEqual([
      ['total', 500_000, ['c']],
      ['per_year', 100_000, ['a']],
      [null, 0, ['b']],
    ]);
  });

  it('leave out token starts, unknown prices and modes that are not bid up, and say so', () => {
    const facts = [
      aSoldRound({ lotId: 'a' }),
      aSoldRound({ lotId: 'b', startPriceFen: fen(100) }),
      aSoldRound({ lotId: 'c', startPriceFen: null }),
      aSoldRound({ lotId: 'd', hammerPriceFen: null }),
      aSoldRound({ lotId: 'e', saleMode: 'tender' }),
    ];

    const { mean, leftOut } = premiumsOf(facts);

    expect(mean).toEqual({ definition: 'premium-mean', rate: 100_000, lots: ['a'] });
    expect(leftOut).toEqual({ tokenStart: ['b'], priceUnknown: ['c', 'd'], notBidUp: ['e'] });
  });

  it('leave out a price beyond reckoning instead of failing', () => {
    const absurd = deals([[101, 9_000_000_000_000_000]], { appraisalFen: fen(1) });

    expect(premiumsOf(absurd)).toMatchObject({ mean: { rate: null }, leftOut: { priceUnknown: ['virtual.1'] } });
    expect(premiumsOf(absurd).overAppraisal.lots).toEqual([]);
  });

  it('name every lot that shares the highest', () => {
    const shared = deals([
      [3_00, 4_00],
      [6_00, 8_00],
      [3_00, 3_00],
    ]);

    expect(premiumsOf(shared).highest).toMatchObject({ rate: 333_333, lots: ['virtual.1', 'virtual.2'] });
  });

  it('are unknown of no deals', () => {
    const { mean, median, highest, totals, overAppraisal } = premiumsOf([]);

    expect([mean.rate, median.rate, highest.rate, overAppraisal.rate]).toEqual([null, null, null, null]);
    expect(totals).toEqual([]);
  });

  it('over the appraisal count deals priced as a total, and may be below zero', () => {
    const facts = [
      aSoldRound({ lotId: 'a', appraisalFen: fen(220_00) }),
      aSoldRound({ lotId: 'b', appraisalFen: fen(220_00), priceBasis: 'per_year' }),
      aSoldRound({ lotId: 'c' }),
    ];

    expect(premiumsOf(facts).overAppraisal).toEqual({ definition: 'premium-appraisal', rate: -500_000, lots: ['a'] });
  });
});

describe('isTokenStart', () => {
  it.each([
    ['nothing', { startPriceFen: fen(0) }, true],
    ['one yuan', { startPriceFen: fen(1_00) }, true],
    ['one fen more', { startPriceFen: fen(1_01) }, false],
    ['just below a tenth of the appraisal', { startPriceFen: fen(9_99), appraisalFen: fen(100_00) }, true],
    ['a tenth of the appraisal', { startPriceFen: fen(10_00), appraisalFen: fen(100_00) }, false],
    [
      'a yearly rent far below an appraisal of the whole',
      { startPriceFen: fen(9_99), appraisalFen: fen(100_00), priceBasis: 'per_year' },
      false,
    ],
    ['an unknown start', { startPriceFen: null }, false],
  ] as const)('of %s is %s', (_, of, isToken) => {
    expect(isTokenStart(aSoldRound(of))).toBe(isToken);
  });
});

describe('exact fractions', () => {
  it.each([
    [fraction(1, 3), 333_333],
    [fraction(1, 2_000_000), 1],
    [fraction(-1, 2_000_000), 0],
    [fraction(-3, 2_000_000), -1],
    [fraction(-2, 3), -666_667],
  ])('round %o half up to %i ppm', (of, rate) => {
    expect(toPpm(of)).toBe(rate);
  });

  it('average to an exact half although no part of it is a finite decimal', () => {
    const thirds = [fraction(1, 3_000_000), fraction(2, 3_000_000)];

    expect(meanOf(thirds)).toBe(1);
  });

  it('have the median in the middle of an even number', () => {
    expect(medianOf([fraction(1, 10), fraction(2, 10), fraction(4, 10), fraction(9, 10)])).toBe(300_000);
    expect(medianOf([fraction(1, 10), fraction(2, 10), fraction(9, 10)])).toBe(200_000);
    expect(medianOf([fraction(1, 7)])).toBe(142_857);
    expect(medianOf([])).toBeNull();
  });

  it('average alike in any order, between the least and the greatest', () => {
    const part = fc.tuple(fc.integer({ min: -1000, max: 100_000 }), fc.integer({ min: 1, max: 5000 }));

    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
        const fractions = parts.map(([numerator, denominator]) => fraction(numerator, denominator));
        const rates = fractions.map(toPpm);

        const mean = meanOf(fractions);

        expect(meanOf(fractions.toReversed())).toBe(mean);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...rates));
        expect(mean).toBeLessThanOrEqual(Math.max(...rates));
      }),
    );
  });
});

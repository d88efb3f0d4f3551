import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountFigure, dealAmountOf } from '#shared/domain/comparison/amount.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { aSoldRound } from '#test/support/round-facts.ts';

const mu = (thousandths: number) => ({ thousandths, unit: 'mu' }) as const;
const m2 = (thousandths: number) => ({ thousandths, unit: 'm2' }) as const;

describe('the amount of a deal', () => {
  it.each<[string, Partial<RoundFacts>, number]>([
    ['a total', { priceBasis: 'total', hammerPriceFen: fen(5) }, 5],
    ['a total, whatever the term', { priceBasis: 'total', hammerPriceFen: fen(5), termMonths: 60 }, 5],
    [
      'a yearly rent over three years',
      { priceBasis: 'per_year', hammerPriceFen: fen(89_093_00), termMonths: 36 },
      267_279_00,
    ],
    ['a yearly rent over seven months, half up', { priceBasis: 'per_year', hammerPriceFen: fen(6), termMonths: 7 }, 4],
    ['a monthly rent', { priceBasis: 'per_month', hammerPriceFen: fen(1_000_00), termMonths: 30 }, 30_000_00],
    [
      'a rent by mu and year',
      { priceBasis: 'per_mu_year', hammerPriceFen: fen(600_00), termMonths: 18, area: mu(12_345) },
      11_110_50,
    ],
    [
      'a rent by mu and year of an area in square metres',
      { priceBasis: 'per_mu_year', hammerPriceFen: fen(600_00), termMonths: 12, area: m2(2_000_000) },
      1_800_00,
    ],
  ])('is known for %s', (_, of, amount) => {
    expect(dealAmountOf(aSoldRound(of))).toEqual({ kind: 'amount', fen: amount });
  });

  it.each<[string, Partial<RoundFacts>]>([
    ['hammer', { hammerPriceFen: null }],
    ['basis', { priceBasis: null }],
    ['term', { priceBasis: 'per_year' }],
    ['term', { priceBasis: 'per_month' }],
    ['area', { priceBasis: 'per_mu_year', termMonths: 12 }],
    ['quantity', { priceBasis: 'per_unit', termMonths: 12 }],
    ['plausibility', { hammerPriceFen: fen(10_000_000_000_001) }],
    ['turnover', { priceBasis: 'percent', termMonths: 12 }],
    ['plausibility', { priceBasis: 'per_year', termMonths: 1_201, escalationPpm: ppm(1) }],
    ['plausibility', { priceBasis: 'per_year', termMonths: 1_200, escalationPpm: ppm(Number.MAX_SAFE_INTEGER) }],
  ])('is unknown without the %s', (missing, of) => {
    expect(dealAmountOf(aSoldRound(of))).toEqual({ kind: 'unknown', missing });
  });
});

describe('the amount of a rent that rises every year', () => {
  const rising = (percent: number, termMonths: number, of: Partial<RoundFacts> = {}) =>
    dealAmountOf(aSoldRound({ priceBasis: 'per_year', escalationPpm: ppm(percent * 10_000), termMonths, ...of }));

  it.each([
    ['three years: 100,000 + 103,000 + 106,090', 3, 36, { hammerPriceFen: fen(100_000_00) }, 309_090_00],
    ['half of the third year', 3, 30, { hammerPriceFen: fen(100_000_00) }, 256_045_00],
    ['the first year alone', 3, 12, { hammerPriceFen: fen(100_000_00) }, 100_000_00],
    ['part of the first year', 3, 6, { hammerPriceFen: fen(100_000_00) }, 50_000_00],
    ['months, risen after twelve', 10, 18, { priceBasis: 'per_month', hammerPriceFen: fen(1_000_00) }, 18_600_00],
    [
      'two and a half mu over two years',
      5,
      24,
      { priceBasis: 'per_mu_year', hammerPriceFen: fen(800_00), area: mu(2_500) },
      4_100_00,
    ],
    ['23 + 23.23 + 23.4623 fen, rounded once', 1, 36, { hammerPriceFen: fen(23) }, 70],
    ['5 fen and half of 5, half up', 0, 18, { hammerPriceFen: fen(5) }, 8],
    ['a total, which is all of it', 3, 36, { priceBasis: 'total', hammerPriceFen: fen(5) }, 5],
  ] as const satisfies readonly (readonly [string, number, number, Partial<RoundFacts>, number])[])(
    'is the sum of its years: %s',
    (_, percent, termMonths, of, amount) => {
      expect(rising(percent, termMonths, of)).toEqual({ kind: 'amount', fen: amount });
    },
  );

  it('is the level one at an escalation of zero, and never less at a higher', () => {
    const facts = fc.record({
      priceBasis: fc.constantFrom(...PRICE_BASES, null),
      hammerPriceFen: fc.integer({ min: 0, max: 1_000_000_00 }).map(fen),
      termMonths: fc.option(fc.integer({ min: 0, max: 240 })),
      area: fc.option(fc.integer({ min: 1, max: 100_000 }).map(mu)),
    });
    const rate = fc.integer({ min: 0, max: 100_000 });
    const amountAt = (of: Partial<RoundFacts>, escalationPpm: number | null) =>
      dealAmountOf(aSoldRound({ ...of, escalationPpm: escalationPpm === null ? null : ppm(escalationPpm) }));

    fc.assert(
      fc.property(facts, rate, rate, (of, a, b) => {
        const [lower, higher] = [amountAt(of, Math.min(a, b)), amountAt(of, Math.max(a, b))];

        expect(amountAt(of, 0)).toEqual(amountAt(of, null));
        if (lower.kind === 'amount' && higher.kind === 'amount') {
          expect(higher.fen).toBeGreaterThanOrEqual(lower.fen);
        }
      }),
    );
  });
});

describe('the amount of lots', () => {
  it('adds up what is known, sets the rest apart and splits by ownership', () => {
    const deals = [
      aSoldRound({ lotId: 'a', hammerPriceFen: fen(1_00) }),
      aSoldRound({ lotId: 'b', hammerPriceFen: fen(2_00), tradeCategory: 'state' }),
      aSoldRound({ lotId: 'c', priceBasis: 'percent', tradeCategory: 'state' }),
      aSoldRound({ lotId: 'd', hammerPriceFen: fen(4_00) }),
    ];

    expect(amountFigure(deals)).toEqual({
      definition: 'amount',
      fen: 7_00,
      lots: ['a', 'b', 'd'],
      unknown: ['c'],
      subtotals: [
        { tradeCategory: 'collective', fen: 5_00, lots: ['a', 'd'], unknown: [] },
        { tradeCategory: 'state', fen: 2_00, lots: ['b'], unknown: ['c'] },
      ],
    });
  });
});

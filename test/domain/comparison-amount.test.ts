import { describe, expect, it } from 'vitest';
import { amountFigure, dealAmountOf } from '#shared/domain/comparison/amount.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
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
  ])('is unknown without the %s', (missing, of) => {
    expect(dealAmountOf(aSoldRound(of))).toEqual({ kind: 'unknown', missing });
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

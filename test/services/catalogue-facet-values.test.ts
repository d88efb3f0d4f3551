import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { PRICE_BASES } from '#shared/domain/price.ts';
import { AREA_BANDS, facetValues, PRICE_BANDS } from '#shared/services/catalogue/facet-values.ts';
import { aCard } from './catalogue-reference.ts';

function priced(wan: number, of: Partial<LotCard> = {}): string {
  return facetValues(aCard(1, { startPriceFen: fen(wan * 1_000_000), priceBasis: 'per_year', ...of })).price;
}

describe('the facet values of a lot', () => {
  it('are unknown where nothing is known', () => {
    const { status, platform, ...rest } = facetValues(aCard(1));

    expect([status, platform]).toEqual(['unknown', 'p']);
    expect(new Set(Object.values(rest))).toEqual(new Set(['unknown']));
  });

  it.each([
    [0, 'per_year:0-1'],
    [0.99, 'per_year:0-1'],
    [1, 'per_year:1-5'],
    [5, 'per_year:5-20'],
    [499.99, 'per_year:100-500'],
    [500, 'per_year:500-'],
    [1_000_000, 'per_year:500-'],
  ])('place %d 万元 a year in %s', (wan, band) => {
    expect(priced(wan)).toBe(band);
  });

  it('go by the hammer price, else the current one, and never mix bases', () => {
    expect(priced(1, { currentPriceFen: fen(6_000_000), hammerPriceFen: fen(30_000_000) })).toBe('per_year:20-100');
    expect(priced(1, { currentPriceFen: fen(6_000_000) })).toBe('per_year:5-20');
    expect(priced(1, { priceBasis: 'total' })).toBe('total:1-5');
    expect(priced(1, { priceBasis: null })).toBe('unknown');
    expect(priced(1, { priceBasis: 'percent' })).toBe('percent:0-');
  });

  it('place areas by unit', () => {
    const area = (thousandths: number, unit: 'mu' | 'm2') =>
      facetValues(aCard(1, { area: { thousandths, unit } })).area;

    expect(area(9_999, 'mu')).toBe('mu:1-10');
    expect(area(10_000, 'mu')).toBe('mu:10-50');
    expect(area(10_000_000, 'm2')).toBe('m2:10000-');
  });

  it('come from bands that leave no gap', () => {
    const chains = [...PRICE_BASES.map((basis) => PRICE_BANDS.filter((band) => band.basis === basis))];
    const areas = (['mu', 'm2'] as const).map((unit) => AREA_BANDS.filter((band) => band.unit === unit));

    for (const bands of [...chains, ...areas]) {
      expect(bands.map(({ from }) => from)).toEqual([0, ...bands.slice(0, -1).map(({ below }) => below)]);
      expect(bands.at(-1)?.below).toBeNull();
    }
  });
});

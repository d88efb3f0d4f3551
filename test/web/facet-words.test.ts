import { describe, expect, it } from 'vitest';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import { ASSET_CLASSES, TRADE_CATEGORIES, TRADE_KINDS } from '#shared/domain/trade.ts';
import { FACETS, type Facet } from '#shared/services/catalogue/catalogue-query.ts';
import { AREA_BANDS, PRICE_BANDS } from '#shared/services/catalogue/facet-values.ts';
import { facetValueText, inReadingOrder } from '#web/facet-words.ts';
import { PLATFORMS } from './showing.ts';

const text = (facet: Facet, value: string) => facetValueText(facet, value, PLATFORMS);

describe('the words of the facets', () => {
  it.each([
    ['status', LOT_STATUSES],
    ['category', TRADE_CATEGORIES],
    ['class', ASSET_CLASSES],
    ['kind', TRADE_KINDS],
    ['township', HOME_DISTRICT.townships.map(({ code }) => code)],
    ['price', PRICE_BANDS.map(({ id }) => id)],
    ['area', AREA_BANDS.map(({ id }) => id)],
  ] as const)('name every value of %s in Chinese, each differently', (facet, values) => {
    const texts = values.map((value) => text(facet, value));

    for (const found of texts) expect(found).toMatch(/\p{Script=Han}/u);
    expect(new Set(texts).size).toBe(values.length);
  });

  it.each([
    ['price', 'per_year:0-1', '不到 1 万元/年'],
    ['price', 'total:5-20', '5–20 万元'],
    ['price', 'per_month:500-', '500 万元/月以上'],
    ['price', 'percent:0-', '按营业额百分比'],
    ['area', 'mu:10-50', '10–50 亩'],
    ['area', 'm2:10000-', '10000 平方米以上'],
    ['township', '330502100', '织里镇'],
    ['jurisdiction', '330502', '吴兴区'],
    ['jurisdiction', '330503', '330503'],
    ['platform', 'p', '甲平台'],
    ['platform', 'gone', 'gone'],
    ['class', 'constructor', 'constructor'],
  ] as const)('say %s %s as %s', (facet, value, words) => {
    expect(text(facet, value)).toBe(words);
  });

  it('call what nobody stated 未注明', () => {
    const facets = FACETS.filter((facet) => facet !== 'status' && facet !== 'platform');

    expect(new Set(facets.map((facet) => text(facet, 'unknown')))).toEqual(new Set(['未注明']));
  });

  it('stand in the order of the bands, others as counted, the unknown last, what is chosen first', () => {
    const counted = (...values: string[]) => values.map((value, at) => ({ value, count: 9 - at }));
    const ordered = (facet: Facet, counts: ReturnType<typeof counted>, chosen: readonly string[]) =>
      inReadingOrder(facet, counts, chosen).map(({ value }) => value);
    const bands = counted('unknown', 'total:20-100', 'total:0-1');
    const classes = counted('unknown', 'shop', 'factory');

    expect(ordered('price', bands, [])).toEqual(['total:0-1', 'total:20-100', 'unknown']);
    expect(ordered('price', bands, ['total:20-100'])).toEqual(['total:20-100', 'total:0-1', 'unknown']);
    expect(ordered('class', classes, [])).toEqual(['shop', 'factory', 'unknown']);
    expect(ordered('class', classes, ['unknown', 'factory'])).toEqual(['unknown', 'factory', 'shop']);
  });
});

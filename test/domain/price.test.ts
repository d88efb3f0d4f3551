import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRICE_BASES, type PriceBasis, parsePriceBasis } from '#shared/domain/price.ts';

describe('parsePriceBasis', () => {
  it.each<[string, PriceBasis]>([
    ['元', 'total'],
    ['万元', 'total'],
    ['（元）', 'total'],
    ['总价', 'total'],
    ['元/年', 'per_year'],
    ['元／年', 'per_year'],
    [' 元 / 年 ', 'per_year'],
    ['(元/年)', 'per_year'],
    ['万元/年', 'per_year'],
    ['元每年', 'per_year'],
    ['每年', 'per_year'],
    ['/年', 'per_year'],
    ['年租金', 'per_year'],
    ['元/月', 'per_month'],
    ['每月', 'per_month'],
    ['月租金', 'per_month'],
    ['元/亩/年', 'per_mu_year'],
    ['元/亩·年', 'per_mu_year'],
    ['元/亩.年', 'per_mu_year'],
    ['元/亩•年', 'per_mu_year'],
    ['元/亩年', 'per_mu_year'],
    ['元/（亩·年）', 'per_mu_year'],
    ['元/年/亩', 'per_mu_year'],
    ['每亩每年', 'per_mu_year'],
    ['元/个', 'per_unit'],
    ['元/件', 'per_unit'],
    ['元/平方米', 'per_unit'],
    ['元/㎡', 'per_unit'],
    ['元/M2', 'per_unit'],
    ['元/亩', 'per_unit'],
    ['%', 'percent'],
    ['％', 'percent'],
    ['百分点', 'percent'],
    ['个百分点', 'percent'],
    ['营业额的%', 'percent'],
  ])('reads %j as %s', (text, expected) => {
    const basis = parsePriceBasis(text);

    expect(basis).toBe(expected);
  });

  it.each([
    '',
    '年',
    '元/平方米/月',
    '元/㎡·天',
    '元/天',
    '元/季度',
    '元/百分点',
    '美元',
    '元/年起',
    'constructor',
    '()',
  ])('does not guess at %j', (text) => {
    const basis = parsePriceBasis(text);

    expect(basis).toBeUndefined();
  });

  it('never throws', () => {
    const unitLikeText = fc.string({ unit: fc.constantFrom(...'万元/每年月亩·.（)%百分点个㎡ ') });

    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), unitLikeText), (text) => {
        expect([undefined, ...PRICE_BASES]).toContain(parsePriceBasis(text));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { areDifferent, evidenceOf, isEnough } from '#shared/domain/same-asset/evidence.ts';
import type { Instant } from '#shared/domain/time.ts';
import { sightingOf } from '#shared/services/same-asset/proposals.ts';
import { againInJune, aPond } from '#test/services/same-asset/a-same-asset.ts';

function between(a: LotCard, b: LotCard) {
  return evidenceOf(sightingOf(a), sightingOf(b));
}

function codesOf(of: Partial<LotCard>) {
  return between(aPond('1', of), againInJune('2', of)).map(({ code }) => code);
}

describe('evidence that two lots are one asset', () => {
  it('names each piece with what both sides say', () => {
    expect(between(aPond('1'), againInJune('2'))).toEqual([
      { code: 'title', left: '织里镇云村3号鱼塘招租公告', right: '(第二次)吴兴区织里镇云村3号鱼塘出租' },
      { code: 'seller', left: '云村股份经济合作社', right: '云村股份经济合作社' },
      { code: 'place', left: '织里镇云村南片', right: '织里镇云村南片' },
      { code: 'area', left: '12 亩', right: '12 亩' },
      { code: 'price', left: '起拍价 24,000.00(元/年)', right: '起拍价 20,000.00(元/年)' },
      { code: 'times', left: '2024-05-02 至 2024-05-03', right: '2024-06-02 至 2024-06-03' },
    ]);
  });

  it('does not count a township that only the title names', () => {
    expect(codesOf({ location: null })).not.toContain('place');
  });

  it('does not compare prices on different bases', () => {
    const codes = between(aPond('1'), againInJune('2', { priceBasis: 'total' })).map(({ code }) => code);

    expect(codes).not.toContain('price');
  });

  it.each([
    [{ seller: null, location: null, area: null }, false],
    [{ seller: null, location: null }, true],
    [{ seller: null, location: null, startPriceFen: null, startsAt: null }, false],
    [{ title: null }, false],
  ] as const)('with %j left out is enough: %s', (of, enough) => {
    expect(isEnough(between(aPond('1', of), againInJune('2', of)))).toBe(enough);
  });
});

describe('what tells two lots apart', () => {
  it.each([
    ['another area', { area: { thousandths: 15_000, unit: 'mu' } }],
    ['another township', { township: '330502101' }],
    ['another listing of ours', { reference: 'listing00000002b' }],
    ['being on sale at once on one platform', { startsAt: '2024-05-02T05:00:00.000Z' as Instant }],
  ] as const)('is %s', (_, of) => {
    const ours = aPond('1', { reference: 'listing00000001a' });

    expect(areDifferent(sightingOf(ours), sightingOf(againInJune('2', of)))).toBe(true);
  });

  it('is not being on sale at once on two platforms, nor a lower price', () => {
    const elsewhere = aPond('2', { platform: 'elsewhere', startPriceFen: fen(1_00) });

    expect(areDifferent(sightingOf(aPond('1')), sightingOf(elsewhere))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { differencesOf } from '#shared/domain/placement/differences.ts';
import { aStamp } from '#test/support/builders.ts';
import { aLease, at } from '#test/support/desk-terms.ts';

const TERMS = aLease('pond');

/** What a platform shows when it shows exactly what was approved. */
const FACTS: Partial<LotFacts> = {
  title: '云村12亩鱼塘三年承租权',
  priceBasis: 'per_year',
  startPrice: fen(50_000_00),
  deposit: fen(5_000_00),
  increment: fen(500_00),
  extensionMinutes: 5,
  termMonths: 36,
  startsAt: at('2024-06-20', 10),
  endsAt: at('2024-06-21', 10),
  registrationEndsAt: at('2024-06-18', 17),
  seller: '云村股份经济合作社',
};

function shown(facts: Partial<LotFacts>, status: LotStatus = 'announced') {
  return mergeLot(unknownLot('p', '1'), { externalId: '1', status, facts: { ...FACTS, ...facts } }, aStamp(1));
}

describe('what a platform shows otherwise than approved', () => {
  it('is nothing when it is the same, and nothing when nothing is known', () => {
    expect(differencesOf(TERMS, shown({}))).toEqual([]);
    expect(differencesOf(TERMS, unknownLot('p', '1'))).toEqual([]);
  });

  it.each<[Partial<LotFacts>, string, string, string]>([
    [{ title: '云村鱼塘' }, '标题', '云村12亩鱼塘三年承租权', '云村鱼塘'],
    [{ priceBasis: 'total' }, '计价方式', '元/年', '总价'],
    [{ startPrice: fen(45_000_00) }, '起拍价', '50,000.00 元', '45,000.00 元'],
    [{ deposit: fen(0) }, '保证金', '5,000.00 元', '0.00 元'],
    [{ increment: fen(100_00) }, '加价幅度', '500.00 元', '100.00 元'],
    [{ extensionMinutes: 2 }, '延时周期', '5 分钟', '2 分钟'],
    [{ termMonths: 60 }, '租期', '36 个月', '60 个月'],
    [{ startsAt: at('2024-06-20', 11) }, '竞价开始', '2024年6月20日 10:00', '2024年6月20日 11:00'],
    [{ endsAt: at('2024-06-22', 10) }, '竞价结束', '2024年6月21日 10:00', '2024年6月22日 10:00'],
    [{ registrationEndsAt: at('2024-06-19', 17) }, '报名截止', '2024年6月18日 17:00', '2024年6月19日 17:00'],
  ])('is said for people: %o', (facts, what, approved, now) => {
    expect(differencesOf(TERMS, shown(facts))).toEqual([{ what, approved, shown: now }]);
  });

  it('is not how the platform sets blanks and widths', () => {
    expect(differencesOf(TERMS, shown({ title: '云村１２亩鱼塘 三年承租权' }))).toEqual([]);
  });

  it('is not what was left open in the terms', () => {
    expect(differencesOf(aLease('pond', { incrementFen: null, extension: null }), shown({}))).toEqual([]);
    expect(differencesOf(TERMS, shown({ appraisal: fen(1) }))).toEqual([]);
  });

  it('is another seller only where the caller knows who it should be', () => {
    const other = shown({ seller: '某某公司' });

    expect(differencesOf(TERMS, other)).toEqual([]);
    expect(differencesOf(TERMS, other, '云村股份经济合作社').map(({ what }) => what)).toEqual(['委托方']);
  });

  it('is no end that bids moved, but an end moved before bidding or to an earlier time', () => {
    const later = { endsAt: at('2024-06-21', 11) };
    const ends = (facts: Partial<LotFacts>, status: LotStatus) =>
      differencesOf(TERMS, shown(facts, status)).map(({ what }) => what);

    expect(ends({ ...later, extensionCount: 3 }, 'bidding')).toEqual([]);
    expect(ends(later, 'sold')).toEqual([]);
    expect(ends({ ...later, extensionCount: 0 }, 'bidding')).toEqual(['竞价结束']);
    expect(ends(later, 'announced')).toEqual(['竞价结束']);
    expect(ends({ endsAt: at('2024-06-21', 9) }, 'bidding')).toEqual(['竞价结束']);
  });

  it('writes an extension of odd seconds in seconds', () => {
    const odd = aLease('pond', { extension: { withinSeconds: 90, bySeconds: 90 } });

    expect(differencesOf(odd, shown({}))).toEqual([{ what: '延时周期', approved: '90 秒', shown: '5 分钟' }]);
  });
});

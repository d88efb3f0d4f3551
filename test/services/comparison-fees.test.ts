import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { aSoldRound, beijing } from '#test/support/round-facts.ts';
import { aDay, aFee, aSchedule } from '../domain/fees-builders.ts';
import { inputOf } from './comparison-facts.ts';

const ONE_PERCENT = aSchedule({ id: 'one', platform: 'east' });
const TWO_PERCENT_BY_SELLER = aSchedule({
  id: 'two',
  platform: 'west',
  components: [aFee({ payer: 'seller', formula: percent(20_000) })],
});

/** Transfers of a platform, at 10000 yuan and one yuan more for each further one. */
function sales(platform: string, count: number, more: Partial<RoundFacts> = {}): readonly RoundFacts[] {
  return Array.from({ length: count }, (_, index) =>
    aSoldRound({
      lotId: `${platform}.${String(index).padStart(3, '0')}`,
      platform,
      venue: 'online',
      tradeKind: 'transfer',
      hammerPriceFen: fen(1_000_000 + index * 100),
      ...more,
    }),
  );
}

function compared(facts: readonly RoundFacts[], schedules: readonly FeeSchedule[], demo = false) {
  const input = inputOf(facts, { schedules });
  return compare({ ...input, request: { ...input.request, demo } });
}

describe('fees', () => {
  it('are taken on own sales and on every sale, each side apart', () => {
    const facts = [...sales('east', 1), ...sales('west', 1)];

    const { platforms, all } = compared(facts, [ONE_PERCENT, TWO_PERCENT_BY_SELLER]);

    const [east, west] = platforms;
    expect(east?.fees.own).toMatchObject({ lots: ['east.000'], buyerFen: 10_000, sellerFen: 0, totalFen: 10_000 });
    expect(west?.fees.onEverySale).toMatchObject({ lots: ['east.000', 'west.000'], buyerFen: 0, sellerFen: 40_000 });
    expect(west?.fees.own.rates[0]).toMatchObject({ base: 'price', buyer: 0, seller: 20_000, total: 20_000 });
    expect(all.fees.own).toMatchObject({ buyerFen: 10_000, sellerFen: 20_000, totalFen: 30_000 });
    expect(all.fees.onEverySale).toBeNull();
  });

  it('are held against the legal maxima: what stays within them, and what would have to be known to say', () => {
    const [first, second] = [sales('east', 1), sales('west', 1)];
    const commissionOf = (id: string, platform: string, rate: number) =>
      aSchedule({ id, platform, components: [aFee({ category: 'commission', formula: percent(rate) })] });

    const { platforms, schedules } = compared(
      [...first, ...second],
      [commissionOf('low', 'east', 10_000), commissionOf('high', 'west', 100_000)],
    );

    expect(platforms.map(({ fees }) => fees.legal)).toEqual([
      { ok: ['east.000'], breach: [], undetermined: [] },
      { ok: [], breach: [], undetermined: ['west.000'] },
    ]);
    expect(schedules.map(({ id }) => id)).toEqual(['low', 'high']);
  });

  it('say why there are none: no schedule, only an illustrative one, facts missing', () => {
    const facts = [...sales('east', 1), ...sales('west', 1), ...sales('north', 1, { hammerPriceFen: null })];
    const illustrative = aSchedule({ id: 'shown', platform: 'west', confidence: 'illustrative' });

    const { all, sales: priced } = compared(facts, [illustrative]);

    expect(all.fees.own.without).toEqual({
      noSchedule: ['east.000'],
      onlyIllustrative: ['west.000'],
      factsMissing: ['north.000'],
    });
    expect(priced.map(({ lotId, fees }) => [lotId, fees.length])).toEqual([
      ['east.000', 3],
      ['north.000', 0],
      ['west.000', 3],
    ]);
  });

  it('take illustrative schedules for the demo only, and say so', () => {
    const illustrative = aSchedule({ id: 'shown', platform: 'west', confidence: 'illustrative' });
    const facts = [...sales('east', 12)];

    const [real] = compared(facts, [ONE_PERCENT, illustrative]).headlines.fees.pairs;
    const [shown] = compared([...facts, ...sales('west', 1)], [ONE_PERCENT, illustrative], true).headlines.fees.pairs;

    expect(real).toBeUndefined();
    expect(shown?.isIllustrative).toBe(true);
    expect(shown?.sentence).toMatch(/^示例:/);
  });

  it('leave out what was defaulted on', () => {
    const { all } = compared(sales('east', 3, { status: 'defaulted' }), [ONE_PERCENT]);

    expect(all.outcome.sold.lots).toHaveLength(3);
    expect(all.fees.own.lots).toEqual([]);
  });

  it('move from the day a schedule changes, and not before', () => {
    const facts = [
      ...sales('east', 1, { endsAt: beijing('2023-06-30 10:00') }),
      ...sales('east', 1, { lotId: 'east.later', endsAt: beijing('2023-07-01 10:00') }),
    ];
    const until = { ...ONE_PERCENT, effectiveTo: aDay('2023-06-30') };
    const from = {
      ...aSchedule({ id: 'dearer', platform: 'east', components: [aFee({ formula: percent(30_000) })] }),
      effectiveFrom: aDay('2023-07-01'),
    };

    const before = compared(facts, [ONE_PERCENT]).sales;
    const after = compared(facts, [until, from]).sales;

    const totals = (of: typeof before) => of.map(({ fees }) => fees.map((fee) => fee.kind === 'fees' && fee.totalFen));
    expect(totals(before)).toEqual([[10_000], [10_000]]);
    expect(totals(after)).toEqual([[10_000], [30_000]]);
    expect(compared(facts, [until, from]).schedules.map(({ id, lots }) => [id, lots])).toEqual([
      ['dearer', ['east.later']],
      ['one', ['east.000']],
    ]);
  });
});

describe('the comparison of fees', () => {
  it('is on the same sales: who is cheaper, on how many, by how much', () => {
    const { headlines, breakevens } = compared(
      [...sales('east', 8), ...sales('west', 4)],
      [ONE_PERCENT, TWO_PERCENT_BY_SELLER],
    );

    const [pair] = headlines.fees.pairs;
    expect(pair).toMatchObject({
      a: 'east',
      b: 'west',
      verdict: 'a-better',
      n: { a: 12, b: 12 },
      bCheaper: [],
      equal: [],
    });
    expect(pair?.sentence).toBe(
      '同一批成交12件,东台合计0.12万元(买方0.12万元、委托方0.00万元),西台合计0.24万元(买方0.00万元、委托方0.24万元);东台较低的12件,西台较低的0件,持平0件,每件差额中位数为东台低100.02元:东台优于西台。',
    );
    expect(breakevens).toMatchObject([{ a: 'east', b: 'west', tradeKind: 'transfer', like: 'east.003' }]);
  });

  it('is 不可区分 where many small sales say one thing and the sum another', () => {
    const facts = [...sales('east', 30), ...sales('west', 1, { hammerPriceFen: fen(1_000_000_000_00) })];
    const flat = aSchedule({
      id: 'flat',
      platform: 'west',
      components: [aFee({ base: 'none', formula: { type: 'flat', amountFen: fen(500_00) } })],
    });

    const [pair] = compared(facts, [ONE_PERCENT, flat]).headlines.fees.pairs;

    expect(pair?.aCheaper).toHaveLength(30);
    expect(pair?.totalsA.totalFen).toBeGreaterThan(pair?.totalsB.totalFen ?? 0);
    expect(pair?.verdict).toBe('indistinguishable');
  });

  it('is 无协议费率,不可比 where a platform has no schedule', () => {
    const [pair] = compared([...sales('east', 20), ...sales('west', 20)], [ONE_PERCENT]).headlines.fees.pairs;

    expect(pair?.verdict).toBe('not-comparable');
    expect(pair?.sentence).toBe('东台、西台:没有双方都有收费标准的成交,无协议费率,不可比。');
    expect(pair?.overlap.leftOut).toHaveLength(40);
  });
});

import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import type { AssetClass } from '#shared/domain/trade.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { aRound, beijing } from '#test/support/round-facts.ts';
import { vectors } from '../statistics/vectors.ts';
import { inputOf } from './comparison-facts.ts';

const NAMES = { a: '甲', b: '乙' };
const DAY_MS = 86_400_000;

/** So many lots of a platform in one class that completed their first round, so many of them sold. */
function completed(platform: string, assetClass: AssetClass, sold: number, of: number): readonly RoundFacts[] {
  return Array.from({ length: of }, (_, index) =>
    aRound({
      lotId: `${platform}.${assetClass}.${index}`,
      platform,
      assetClass,
      round: 1,
      status: index < sold ? 'sold' : 'passed-in',
    }),
  );
}

function successOf(facts: readonly RoundFacts[]) {
  return compare(inputOf(facts, { names: NAMES })).headlines.success.pairs;
}

/** Lots of a platform that were passed in, whose deposits were back after so many calendar days; `null` is not yet. */
function refunded(platform: string, days: readonly (number | null)[]): readonly RoundFacts[] {
  const endsAt = beijing('2023-06-05 10:00');
  return days.map((after, index) =>
    aRound({
      lotId: `${platform}.${index}`,
      platform,
      status: 'passed-in',
      endsAt,
      outcomeSeenAt: endsAt,
      depositFen: fen(500_00),
      depositsRefundedAt: after === null ? null : addMs(endsAt, after * DAY_MS),
    }),
  );
}

function refundPair(facts: readonly RoundFacts[]) {
  const { pairs } = compare(inputOf(facts, { names: NAMES })).headlines.timeliness;
  return pairs.find(({ clock }) => clock === 'refund');
}

describe('the comparison of success', () => {
  it('turns Simpson’s case to 不可区分: A is ahead by the crude rates, B in every stratum', () => {
    const { A, B } = vectors.directStandardisation;
    const classes = ['shop', 'land_operation_right', 'equipment'] as const;
    const facts = classes.flatMap((assetClass, stratum) => [
      ...completed('a', assetClass, A.x[stratum] ?? 0, A.n[stratum] ?? 0),
      ...completed('b', assetClass, B.x[stratum] ?? 0, B.n[stratum] ?? 0),
    ]);

    const [pair] = successOf(facts);

    expect(pair).toMatchObject({
      verdict: 'indistinguishable',
      n: { a: 110, b: 150 },
      interval: { low: -234_086, high: 17_163 },
      crude: { a: { rate: 818_182 }, b: { rate: 746_667 } },
      standardised: { a: { rate: 700_000 }, b: { rate: 808_462 } },
      oddsRatio: 496_217,
      overlap: { leftOut: [], shareLeftOut: 0 },
    });
    expect(pair?.sentence).toBe(
      '同类标的(资产类别×轮次)甲110件、乙150件,按同一构成折算的成交率甲70.0%、乙80.8%,相差-10.8个百分点(95%区间-23.4至+1.7):不可区分;未折算为81.8%、74.7%,无同类可比而未纳入0件(0.0%)。关联,非因果。',
    );
  });

  it('says who is better where the interval leaves zero out', () => {
    const [pair] = successOf([...completed('a', 'shop', 95, 100), ...completed('b', 'shop', 50, 100)]);

    expect(pair?.verdict).toBe('a-better');
    expect(pair?.sentence).toContain('甲优于乙;');
  });

  it('leaves out lots without a like on the other side, and those that do not say what they are', () => {
    const facts = [
      ...completed('a', 'shop', 10, 20),
      ...completed('b', 'shop', 10, 20),
      ...completed('a', 'factory', 4, 20),
      ...completed('a', 'office', 1, 5).map((lot) => ({ ...lot, round: null })),
      ...completed('b', 'office', 1, 5).map((lot) => ({ ...lot, round: null })),
    ];

    const [pair] = successOf(facts);

    expect(pair?.overlap.compared).toHaveLength(40);
    expect(pair?.overlap.leftOut).toHaveLength(30);
    expect(pair?.overlap.shareLeftOut).toBe(428_571);
  });

  it('only counts below ten lots, and compares nothing where nothing is alike', () => {
    const [few] = successOf([...completed('a', 'shop', 3, 9), ...completed('b', 'shop', 8, 40)]);
    const [apart] = successOf([...completed('a', 'shop', 3, 30), ...completed('b', 'office', 8, 40)]);

    expect(few?.verdict).toBe('too-few');
    expect(few?.sentence).toBe('完成竞价甲9件(成交3件)、乙40件(成交8件);不足10件,只列件数,不作比较。');
    expect(apart?.verdict).toBe('not-comparable');
    expect(apart?.n).toEqual({ a: 0, b: 0 });
  });
});

describe('the comparison of timeliness', () => {
  it('names the quicker platform with its share within the limit', () => {
    const quick = Array.from({ length: 30 }, (_, index) => 1 + (index % 3));
    const slow = Array.from({ length: 30 }, (_, index) => 8 + (index % 9));

    const pair = refundPair([...refunded('a', quick), ...refunded('b', slow)]);

    expect(pair?.verdict).toBe('a-better');
    expect(pair?.sentence).toBe(
      '保证金清退用时:甲30件、乙30件;中位数甲2个工作日、乙9个工作日,3个工作日内完成的甲100.0%(95%区间88.6%–100.0%)、乙0.0%(95%区间0.0%–11.4%):甲优于乙(对数秩检验,Holm校正后p<0.1%)。关联,非因果。',
    );
  });

  it('counts open cases as far as they were followed: who leaves deposits lying is not the quicker one', () => {
    const some = Array.from({ length: 30 }, (_, index) => (index < 10 ? 1 : null));
    const all = Array.from({ length: 30 }, () => 2);

    const pair = refundPair([...refunded('a', some), ...refunded('b', all)]);

    expect(pair?.verdict).toBe('b-better');
    expect(pair?.timesA).toMatchObject({ kind: 'times', median: null });
  });

  it('only compares the platforms’ own clocks', () => {
    const owners = compare(inputOf([...refunded('a', [1]), ...refunded('b', [1])]));

    const clocks = new Set(owners.headlines.timeliness.pairs.map(({ clock }) => clock));

    expect([...clocks]).toEqual(['result', 'knowledge', 'refund']);
  });

  it('tests nothing where times are only known from looking now and then', () => {
    const facts = ['a', 'b'].flatMap((platform) =>
      refunded(
        platform,
        Array.from({ length: 12 }, () => 1),
      ),
    );

    const { pairs } = compare(
      inputOf(facts.map((lot) => ({ ...lot, outcomeSeenAt: addMs(beijing('2023-06-05 10:00'), DAY_MS) }))),
    ).headlines.timeliness;

    expect(pairs.find(({ clock }) => clock === 'result')).toMatchObject({ verdict: 'not-comparable', test: null });
  });

  it('never names the quicker one of fewer than ten cases', () => {
    const pair = refundPair([...refunded('a', [1, 1, 1, 1, 1, 1, 1, 1, 1]), ...refunded('b', Array(40).fill(20))]);

    expect(pair?.verdict).toBe('too-few');
    expect(pair?.sentence).toBe('保证金清退用时:甲9件、乙40件;不足10件,只列件数,不作比较。');
  });
});

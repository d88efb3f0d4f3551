import { describe, expect, it } from 'vitest';
import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Instant } from '#shared/domain/time.ts';
import { timelineOf } from '#web/lot-timeline.ts';
import { aShownLot, inHours, lotPage, NOW } from './showing.ts';

const { card } = aShownLot({}, 'bidding');

function steps(of: Partial<LotCard>) {
  return timelineOf({ ...card, ...of }, NOW);
}

function statesOf(of: Partial<LotCard>): readonly string[] {
  return steps(of).map(({ label, state }) => `${label} ${state}`);
}

describe('the timeline of a lot', () => {
  it('shows every milestone, unknown where nobody reported it', () => {
    expect(statesOf({})).toEqual(
      ['公告发布', '报名截止', '开拍', '结束', '结果', '成交确认', '结果公示', '公示结束']
        .concat(['合同签订', '付清价款', '资产交割', '保证金清退'])
        .map((label) => `${label} unknown`),
    );
  });

  it('begins with the approval of what the desk placed', () => {
    const of = { submittedAt: inHours(-30), approvedAt: inHours(-20), liveAt: inHours(-9) };

    expect(statesOf(of).slice(0, 4)).toEqual(['提交审批 past', '审批完成 past', '公告发布 past', '报名截止 unknown']);
  });

  it('says what is past, what comes next and what comes later', () => {
    const of = { liveAt: inHours(-9), registrationEndsAt: inHours(-1), startsAt: inHours(1), endsAt: inHours(2) };

    expect(statesOf(of).slice(0, 5)).toEqual([
      '公告发布 past',
      '报名截止 past',
      '开拍 next',
      '结束 later',
      '结果 unknown',
    ]);
  });

  it('stands in the order of time, not of custom', () => {
    const of = {
      startsAt: inHours(-9),
      registrationEndsAt: inHours(-5),
      endsAt: inHours(-4),
      depositsRefundedAt: inHours(-2),
    };

    const known = steps({ ...of, status: 'sold', contractSignedAt: inHours(-1), resultKnownAt: inHours(-3) })
      .filter(({ at }) => at !== null)
      .map(({ label }) => label);

    expect(known).toEqual(['开拍', '报名截止', '结束', '成交', '保证金清退', '合同签订']);
  });

  it('puts what was stated as a day behind what usually comes before it on that day', () => {
    const midnight = '2026-05-19T16:00:00.000Z' as Instant;
    const of = {
      startsAt: inHours(-5),
      endsAt: inHours(-4),
      resultKnownAt: midnight,
      confirmedAt: midnight,
      liveAt: midnight,
    };

    const known = steps({ ...of, status: 'sold' }).filter(({ at }) => at !== null);

    expect(known.map(({ label }) => label)).toEqual(['公告发布', '开拍', '结束', '成交', '成交确认']);
  });

  it('says that a lot is over and its outcome unreported, whatever the platform last showed', () => {
    for (const of of [{ endsAt: inHours(-1) }, { status: 'ended' as const }]) {
      const outcome = steps(of).find(({ label }) => label === '结果');
      expect(outcome?.note).toBe('已结束,结果未报');
    }
    expect(steps({ endsAt: inHours(1) }).every(({ note }) => note === null)).toBe(true);
  });

  it('takes the first sight of an outcome as its latest time where the platform gives none', () => {
    const seen = steps({ status: 'sold', outcomeSeenAt: inHours(-3) }).find(({ label }) => label === '成交');

    expect(seen).toMatchObject({ at: null, notLaterThan: inHours(-3), state: 'past' });
    expect(steps({ status: 'sold', outcomeSeenAt: inHours(-3), resultKnownAt: inHours(-4) })).toContainEqual(
      expect.objectContaining({ label: '成交', at: inHours(-4), notLaterThan: null }),
    );
  });

  it('expects no settlement after a failed round, but the deposits back', () => {
    const labels = steps({ status: 'passed-in' }).map(({ label }) => label);

    expect(labels).toEqual(['公告发布', '报名截止', '开拍', '结束', '流拍', '保证金清退']);
  });

  it('does not announce what a withdrawal has overtaken', () => {
    const of = { status: 'withdrawn' as const, liveAt: inHours(-9), outcomeSeenAt: inHours(-1), endsAt: inHours(5) };

    expect(statesOf(of)).toContain('结束 void');
    expect(statesOf(of).some((step) => step.endsWith('next'))).toBe(false);
  });

  it('marks the next step for those who do not see colours', () => {
    const page = lotPage(aShownLot({ endsAt: inHours(30) }));

    expect(page).toMatch(
      /<li class="step next" aria-current="step"><span class="mark">下一步<\/span> <strong>结束<\/strong>/,
    );
    expect(page.match(/aria-current/g)).toHaveLength(1);
  });
});

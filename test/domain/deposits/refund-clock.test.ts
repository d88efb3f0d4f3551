import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { type ClockCase, isLate, refundDue } from '#shared/domain/deposits/refund-clock.ts';
import { type PeriodLot, refundPeriods } from '#shared/domain/deposits/refund-periods.ts';
import type { RefundTerm } from '#shared/domain/deposits/refund-term.ts';
import { NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import { addMs, type LocalDate } from '#shared/domain/time.ts';
import { beijing } from '#test/support/round-facts.ts';

const RULES = effectiveRules([], '2024-05-06' as LocalDate);

const HUZHOU: PeriodLot = {
  ...NOTHING_KNOWN,
  tradeCategory: 'collective',
  township: '330502100',
  jurisdiction: '330502',
};
const JUDICIAL: PeriodLot = { ...HUZHOU, tradeCategory: 'judicial', venue: 'online' };

const ENDED = {
  ...NOTHING_KNOWN,
  status: 'passed-in',
  endsAt: beijing('2024-04-30 12:00'),
  outcomeSeenAt: beijing('2024-04-30 12:01'),
} as const;

function caseOf(of: Partial<ClockCase> = {}, lot: PeriodLot = HUZHOU, term: RefundTerm | null = null): ClockCase {
  return { lot: ENDED, bidder: 'A1', winner: 'unknown', receipt: null, ...refundPeriods(lot, RULES, term), ...of };
}

const TERM: RefundTerm = { from: 'publicity-end', value: 5, unit: 'working_day', source: '竞价公告第六条' };

describe('clock of refunds', () => {
  it('gives three working days by the local default, over the holidays, and says that it is not confirmed', () => {
    const due = refundDue(caseOf(), STATE_CALENDAR);

    expect(due).toMatchObject({ kind: 'due', day: '2024-05-08', period: { confidence: 'assumption' } });
    expect(due.kind === 'due' && due.period.citation).toMatch(/待确认/);
  });

  it('gives 24 hours from the end in an online judicial sale, to the minute', () => {
    expect(refundDue(caseOf({}, JUDICIAL), STATE_CALENDAR)).toMatchObject({
      kind: 'due',
      until: beijing('2024-05-01 12:00'),
      period: { rule: { id: 'oj-23' } },
    });
  });

  it('runs from the end of publicity where that was agreed, and not before it is known', () => {
    const known = { ...ENDED, status: 'sold', publicityEndsAt: beijing('2024-05-08 00:00') } as const;
    const winner = 'A9';

    expect(refundDue(caseOf({ winner, lot: { ...ENDED, status: 'sold' } }, HUZHOU, TERM), STATE_CALENDAR)).toEqual({
      kind: 'not-begun',
      waitsFor: '成交公示期满',
    });
    expect(refundDue(caseOf({ winner, lot: known }, HUZHOU, TERM), STATE_CALENDAR)).toMatchObject({
      day: '2024-05-14',
    });
  });

  it('runs from the day the receipt was handed in where that was agreed', () => {
    const term: RefundTerm = { ...TERM, from: 'receipt', value: 3 };
    const given = caseOf({ receipt: '2024-05-10' as LocalDate }, HUZHOU, term);

    expect(refundDue(given, STATE_CALENDAR)).toMatchObject({ day: '2024-05-14' });
    expect(refundDue({ ...given, receipt: null }, STATE_CALENDAR)).toMatchObject({ waitsFor: '交回收据' });
  });

  it('keeps what the law sets beside what was agreed', () => {
    expect(refundDue(caseOf({}, JUDICIAL, { ...TERM, from: 'end', value: 30 }), STATE_CALENDAR)).toMatchObject({
      period: { rule: { id: 'oj-23' } },
    });
  });

  it.each([
    ['bidding goes on', { lot: { ...ENDED, status: 'bidding' } }, 'not-begun'],
    ['the outcome is not told', { lot: { ...ENDED, status: 'ended' } }, 'undetermined'],
    ['nobody knows who won', { lot: { ...ENDED, status: 'sold' } }, 'undetermined'],
    ['the bidder won', { lot: { ...ENDED, status: 'sold' }, winner: 'A1' }, 'winner'],
    ['there is no such lot', { lot: undefined }, 'undetermined'],
    ['no rule is known to hold', { periods: [], unknown: ['所在地'] }, 'undetermined'],
  ] as const)('says nothing is due while %s', (_, of, kind) => {
    expect(refundDue(caseOf(of), STATE_CALENDAR).kind).toBe(kind);
  });

  it('never says due for a lot of which nobody knows where it lies', () => {
    const { periods, unknown } = refundPeriods({ ...HUZHOU, township: null, jurisdiction: null }, RULES, null);

    expect(periods).toEqual([]);
    expect(unknown.length).toBeGreaterThan(0);
  });

  it('is monotone: what ends later is due no earlier, and what is late stays late', () => {
    const ms = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(ms, ms, fc.boolean(), (one, other, isJudicial) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const dueAfter = (shift: number) =>
          refundDue(
            caseOf({ lot: { ...ENDED, endsAt: addMs(ENDED.endsAt, shift) } }, isJudicial ? JUDICIAL : HUZHOU),
            STATE_CALENDAR,
          );
        const [first, second] = [dueAfter(early), dueAfter(late)];
        if (first.kind !== 'due' || second.kind !== 'due') throw new Error('not due');
        expect(first.until <= second.until).toBe(true);
        const now = addMs(first.until, early);
        expect(isLate(first, 1, now)).toBe(true);
        expect(isLate(first, 1, addMs(now, late))).toBe(true);
        expect(isLate(first, 0, now)).toBe(false);
      }),
      { seed: 20_240_430 },
    );
  });
});

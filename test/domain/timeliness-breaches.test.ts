import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { breachesOf } from '#shared/domain/timeliness/breaches.ts';
import type { Clock } from '#shared/domain/timeliness/clock.ts';
import { clockCases, reportingOf } from '#shared/domain/timeliness/clock-cases.ts';
import { CLOCKS, type ClockId, clockById } from '#shared/domain/timeliness/clocks.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

const ASOF = beijing('2023-06-30 12:00');

function casesOf(facts: readonly RoundFacts[], clock: Clock) {
  return clockCases(facts, clock, ASOF, reportingOf(facts, CLOCKS));
}

function breaches(facts: readonly RoundFacts[], id: ClockId) {
  return breachesOf(casesOf(facts, clockById(id)), clockById(id));
}

const deposit = { depositFen: fen(1_000_00) };
const ended = (text: string) => ({ ...deposit, endsAt: beijing(text) });

const REFUNDS = [
  aSoldRound({ lotId: 'a', ...ended('2023-06-19 10:00') }),
  aSoldRound({ lotId: 'b', ...ended('2023-06-12 10:00'), depositsRefundedAt: beijing('2023-06-15 10:00') }),
  aSoldRound({ lotId: 'c', ...ended('2023-06-12 10:00'), depositsRefundedAt: beijing('2023-06-16 10:00') }),
  aRound({ lotId: 'd', ...ended('2023-06-05 10:00'), status: 'passed-in' }),
  aSoldRound({ lotId: 'e', ...ended('2023-06-29 10:00') }),
];

describe('breaches of a limit', () => {
  it('list what is overdue and what was late, furthest over first', () => {
    const found = breaches(REFUNDS, 'refund').map(({ lotId, kind, over, dueOn }) => [lotId, kind, over, dueOn]);

    expect(found).toEqual([
      ['d', 'overdue', 15, '2023-06-08'],
      ['a', 'overdue', 5, '2023-06-25'],
      ['c', 'late', 1, '2023-06-15'],
    ]);
  });

  it('name whose they are and the clause', () => {
    const [first] = breaches(REFUNDS, 'refund');

    expect(first).toMatchObject({ clock: 'refund', owner: 'platform', unit: 'working-days', isCertain: true });
    expect(first?.limit).toMatchObject({ rule: 'hz-def-refund', confidence: 'assumption' });
    expect(first?.limit.clause).toContain('3个工作日');
  });

  it('find a publicity that was too short, and no date due for it', () => {
    const short = aSoldRound({
      publicityStartsAt: beijing('2023-06-12 09:00'),
      publicityEndsAt: beijing('2023-06-14 17:00'),
    });

    expect(breaches([short], 'publicity')).toMatchObject([{ kind: 'short', over: 1, dueOn: null }]);
    expect(breaches([{ ...short, publicityEndsAt: beijing('2023-06-15 17:00') }], 'publicity')).toEqual([]);
  });

  it('are not certain where the event was only seen', () => {
    const clock = clockById('result');
    const limit = { rule: 'a', clause: 'a', confidence: 'assumption', op: 'at-most', value: 24, when: {} } as const;
    const seen = aSoldRound({ endsAt: beijing('2023-06-12 10:00'), outcomeSeenAt: beijing('2023-06-14 10:00') });

    const found = breachesOf(casesOf([seen], { ...clock, limits: [limit] }), clock);

    expect(found).toMatchObject([{ kind: 'late', isCertain: false, over: 24, dueOn: null }]);
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(REFUNDS, { minLength: REFUNDS.length }), (shuffled) => {
        expect(breaches(shuffled, 'refund')).toEqual(breaches(REFUNDS, 'refund'));
      }),
    );
  });
});

describe('cases of a clock', () => {
  it('call an event unknown, not open, on a platform that never reports it', () => {
    const silent = REFUNDS.map((lot) => ({ ...lot, platform: 'silent', depositsRefundedAt: null }));

    const states = casesOf([...silent, ...REFUNDS], clockById('refund')).map(({ platform, state }) => [
      platform,
      state.state === 'unknown' ? state.why : state.state,
    ]);

    expect(states.filter(([platform]) => platform === 'silent').map(([, state]) => state)).toEqual(
      REFUNDS.map(() => 'end-not-reported'),
    );
    expect(breaches(silent, 'refund')).toEqual([]);
  });

  it('leave a missing result open on every platform, because we read it ourselves', () => {
    const [only] = casesOf([aRound({ status: 'ended' })], clockById('knowledge'));

    expect(only?.state.state).toBe('open');
  });

  it('leave out lots the clock does not run for', () => {
    expect(casesOf([aRound()], clockById('signing'))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME_DEFINITIONS } from '#shared/domain/comparison/definitions.ts';
import { QUALITY_CHECKS } from '#shared/domain/comparison/quality-checks.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { type Clock, limitFor } from '#shared/domain/timeliness/clock.ts';
import { type ClockState, clockOf } from '#shared/domain/timeliness/clock-of.ts';
import { CLOCKS, type ClockId, clockById } from '#shared/domain/timeliness/clocks.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

const ASOF = beijing('2023-06-30 12:00');

function stateOf(id: ClockId, of: Partial<RoundFacts>, make = aSoldRound): ClockState {
  return clockOf(make(of), clockById(id), ASOF);
}

describe('a clock', () => {
  it('is done after the working days between its milestones', () => {
    const listed = { materialsCompleteAt: beijing('2023-06-21 17:00'), liveAt: beijing('2023-06-26 09:00') };

    expect(stateOf('listing', listed)).toEqual({ state: 'done', value: 2, earliest: 2 });
  });

  it('is open while the event has not come, and an event after the cut-off has not', () => {
    const contracted = { contractSignedAt: beijing('2023-06-27 09:00') };

    expect(stateOf('payment', contracted)).toEqual({ state: 'open', elapsed: 3 });
    expect(stateOf('payment', { ...contracted, paidAt: beijing('2023-07-03 09:00') })).toEqual({
      state: 'open',
      elapsed: 3,
    });
  });

  it('has not started before its first milestone, nor for lots it is not meant for', () => {
    expect(stateOf('result', { endsAt: beijing('2023-07-03 10:00') }, aRound)).toEqual({ state: 'not-running' });
    expect(stateOf('signing', { status: 'passed-in' })).toEqual({ state: 'not-running' });
    expect(stateOf('refund', {}, aRound)).toEqual({ state: 'not-running' });
    expect(stateOf('refund', { depositFen: fen(0) })).toEqual({ state: 'not-running' });
    expect(stateOf('refund', { depositFen: fen(1_00), registrationCount: 0 })).toEqual({ state: 'not-running' });
  });

  it.each<[string, ClockId, Partial<RoundFacts>]>([
    ['start-not-reported', 'listing', { liveAt: beijing('2023-06-01 10:00') }],
    ['out-of-order', 'payment', { contractSignedAt: beijing('2023-06-02 10:00'), paidAt: beijing('2023-06-01 10:00') }],
    ['suspended', 'listing', { status: 'suspended', materialsCompleteAt: beijing('2023-06-01 10:00') }],
    ['deposit-unknown', 'refund', {}],
    ['end-not-reported', 'knowledge', { status: 'defaulted' }],
    [
      'unknown-year',
      'listing',
      { materialsCompleteAt: beijing('2016-06-01 10:00'), liveAt: beijing('2017-06-01 10:00') },
    ],
  ])('is unknown, %s, on %s of %o', (why, id, of) => {
    expect(stateOf(id, of)).toEqual({ state: 'unknown', why });
  });

  it('knows an event that was only seen to lie between the start and the sighting', () => {
    const ended = { endsAt: beijing('2023-06-15 10:00'), outcomeSeenAt: beijing('2023-06-15 12:30') };

    expect(stateOf('result', ended)).toEqual({ state: 'done', value: 3, earliest: 0 });
    expect(stateOf('result', { ...ended, resultKnownAt: beijing('2023-06-15 10:40') })).toEqual({
      state: 'done',
      value: 1,
      earliest: 1,
    });
    expect(stateOf('knowledge', ended)).toEqual({ state: 'done', value: 3, earliest: 3 });
  });

  it('is open for a result that nobody reported', () => {
    expect(stateOf('result', { status: 'ended', endsAt: beijing('2023-06-30 10:00') }, aRound)).toEqual({
      state: 'open',
      elapsed: 2,
    });
  });

  it('is stopped by a withdrawal, if that came after the start', () => {
    const taken = { status: 'withdrawn', outcomeSeenAt: beijing('2023-06-14 10:00') } as const;

    expect(stateOf('listing', { ...taken, materialsCompleteAt: beijing('2023-06-12 10:00') }, aRound)).toEqual({
      state: 'withdrawn',
      elapsed: 2,
      by: 'withdrawal',
    });
    expect(stateOf('result', taken, aRound)).toEqual({ state: 'not-running' });
    expect(stateOf('knowledge', taken, aRound)).toEqual({ state: 'not-running' });
  });

  it('runs on for deposits of a withdrawn lot, from the withdrawal', () => {
    const taken = { status: 'withdrawn', outcomeSeenAt: beijing('2023-06-27 10:00'), depositFen: fen(1_00) } as const;

    expect(stateOf('refund', { ...taken, endsAt: beijing('2023-07-27 10:00') }, aRound)).toEqual({
      state: 'open',
      elapsed: 3,
    });
  });

  it('is stopped by a default of the winner', () => {
    const defaulted = {
      status: 'defaulted',
      contractSignedAt: beijing('2023-06-19 10:00'),
      outcomeSeenAt: beijing('2023-06-21 10:00'),
    } as const;

    expect(stateOf('payment', defaulted)).toEqual({ state: 'withdrawn', elapsed: 2, by: 'default' });
  });
});

describe('the clocks of approval and correction', () => {
  // A Wednesday to the Wednesday after next; 22 and 23 June 2023 were days off, the 25th was worked.
  const approval = { submittedAt: beijing('2023-06-14 09:00'), approvedAt: beijing('2023-06-28 16:00') };
  const returned = (from: string, to: string) => ({ returnedAt: beijing(from), resubmittedAt: beijing(to) });

  it('run for what was never returned as one', () => {
    expect(stateOf('approval', { ...approval, corrections: [] })).toEqual({ state: 'done', value: 9, earliest: 9 });
    expect(stateOf('correction', { ...approval, corrections: [] })).toEqual({ state: 'not-running' });
  });

  it('share the time between office and village, return by return', () => {
    const corrections = [
      returned('2023-06-15 10:00', '2023-06-19 10:00'),
      returned('2023-06-21 10:00', '2023-06-26 10:00'),
    ];

    expect(stateOf('approval', { ...approval, corrections })).toEqual({ state: 'done', value: 5, earliest: 5 });
    expect(stateOf('correction', { ...approval, corrections })).toEqual({ state: 'done', value: 4, earliest: 4 });
  });

  it('know nothing of lots the desk did not place', () => {
    expect(stateOf('approval', {})).toEqual({ state: 'unknown', why: 'start-not-reported' });
    expect(stateOf('correction', {})).toEqual({ state: 'unknown', why: 'start-not-reported' });
  });

  it('are open at a cut-off before the approval, up to there', () => {
    const corrections = [returned('2023-06-26 10:00', '2023-07-05 10:00')];
    const of = { ...approval, approvedAt: beijing('2023-07-06 10:00'), corrections };

    expect(stateOf('approval', of)).toEqual({ state: 'open', elapsed: 7 });
    expect(stateOf('correction', of)).toEqual({ state: 'open', elapsed: 4 });
  });

  it('make up the whole together, whenever it was returned', () => {
    const start = beijing('2023-06-01 08:00');
    const gaps = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(gaps, (hours) => {
        const times = hours.map((_, index) =>
          addMs(start, hours.slice(0, index + 1).reduce((a, b) => a + b) * 3_600_000),
        );
        const [submittedAt = start, ...rest] = times;
        const approvedAt = rest.at(-1) ?? start;
        const inner = rest.slice(0, -1);
        const corrections = inner.flatMap((returnedAt, index) => {
          const resubmittedAt = inner[index + 1];
          return index % 2 === 1 || resubmittedAt === undefined ? [] : [{ returnedAt, resubmittedAt }];
        });
        const facts = aSoldRound({ submittedAt, approvedAt, corrections });
        const value = (clock: Clock) => {
          const state = clockOf(facts, clock, beijing('2023-08-01 00:00'));
          return state.state === 'done' ? state.value : 0;
        };
        const { corrections: _, ...whole } = clockById('approval');

        const [own, theirs] = [value(clockById('approval')), value(clockById('correction'))];

        expect(Math.min(own, theirs)).toBeGreaterThanOrEqual(0);
        expect(own + theirs).toBe(value(whole));
      }),
      { seed: 20230601 },
    );
  });
});

describe('a limit', () => {
  it.each<[ClockId, Partial<RoundFacts>, string | undefined]>([
    ['refund', {}, 'hz-def-refund'],
    ['refund', { jurisdiction: '330681' }, undefined],
    ['refund', { jurisdiction: null }, undefined],
    ['publicity', {}, 'hz-def-result'],
    ['publicity', { tradeCategory: 'state' }, 'o32-30'],
    ['payment', { tradeCategory: 'state', assetClass: 'equity' }, 'o32-28-pay'],
    ['payment', { tradeCategory: 'state', assetClass: 'vehicle' }, undefined],
    ['handover', {}, undefined],
  ])('on %s of %o is %s', (id, of, rule) => {
    expect(limitFor(clockById(id), aSoldRound(of))?.rule).toBe(rule);
  });
});

describe('definitions of clocks and checks', () => {
  it('share no id with each other and say a whole Chinese sentence', () => {
    const all = [...Object.values(OUTCOME_DEFINITIONS), ...CLOCKS, ...QUALITY_CHECKS];

    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { sentence } of all) expect(sentence).toMatch(/^[^。]+。$/);
  });
});

import { describe, expect, it } from 'vitest';
import { OUTCOME_DEFINITIONS } from '#shared/domain/comparison/definitions.ts';
import { QUALITY_CHECKS } from '#shared/domain/comparison/quality-checks.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { fen } from '#shared/domain/money.ts';
import { limitFor } from '#shared/domain/timeliness/clock.ts';
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

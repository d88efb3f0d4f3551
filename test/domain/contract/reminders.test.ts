import { describe, expect, it } from 'vitest';
import type { ContractTerms } from '#shared/domain/contract/contract.ts';
import { contractStateOf, daysLeft, reminderOn, remindersOf } from '#shared/domain/contract/reminders.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { day } from '#test/support/desk-terms.ts';

const terms: ContractTerms = {
  number: '租2021-01',
  assetId: null,
  lotId: null,
  startsOn: day('2021-07-01'),
  endsOn: day('2024-06-30'),
  yearlyRentFen: fen(100_00),
  escalationPpm: ppm(0),
  bondFen: null,
  scan: null,
  note: null,
};
const running = { terms, ended: null };

describe('the reminders of a lease', () => {
  it('come 180, 90 and 30 days before its last day', () => {
    expect(remindersOf(running, day('2024-04-01'))).toEqual([
      { days: 180, on: '2024-01-02', isDue: true },
      { days: 90, on: '2024-04-01', isDue: true },
      { days: 30, on: '2024-05-31', isDue: false },
    ]);
  });

  it.each([
    ['2024-01-01', undefined],
    ['2024-01-02', 180],
    ['2024-03-31', 180],
    ['2024-06-30', 30],
    ['2024-08-01', 30],
  ])('on %s name %s days', (today, days) => {
    expect(reminderOn(running, day(today))?.days).toBe(days);
  });

  it('stop once it has ended', () => {
    const ended = { how: 'terminated', on: day('2024-02-01'), reason: '解除' } as const;

    expect(remindersOf({ terms, ended }, day('2024-04-01'))).toEqual([]);
  });
});

describe('the state of a lease', () => {
  it.each([
    ['2021-06-30', 'ahead'],
    ['2021-07-01', 'running'],
    ['2024-06-30', 'running'],
    ['2024-07-01', 'run-out'],
  ])('on %s is %s', (today, state) => {
    expect(contractStateOf(running, day(today))).toBe(state);
  });

  it('counts the days it still runs, and those since it ran out', () => {
    expect([daysLeft(running, day('2024-06-30')), daysLeft(running, day('2024-07-03'))]).toEqual([0, -3]);
  });
});

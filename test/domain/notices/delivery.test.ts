import { describe, expect, it } from 'vitest';
import {
  again,
  CLAIM_MS,
  claimed,
  type Delivery,
  isDue,
  MOST_TRIES,
  newDelivery,
  nextDueAt,
  notSent,
  sent,
  stateOf,
} from '#shared/domain/notices/delivery.ts';
import { addMs, toEpochMs } from '#shared/domain/time.ts';
import { START } from '#test/support/fixed-ambient.ts';

const FRESH = newDelivery({ channel: 'mail', to: 'office@example.com', name: '交易中心' }, START);

/** Minutes waited after each failure, until it is given up. */
function waits(): readonly number[] {
  const found: number[] = [];
  let [delivery, now]: [Delivery, typeof START] = [FRESH, START];
  while (delivery.state === 'pending') {
    delivery = notSent(claimed(delivery, now), 'NOTICE.UNREACHABLE', true, now);
    const next = delivery.dueAt ?? now;
    found.push((toEpochMs(next) - toEpochMs(now)) / 60_000);
    now = next;
  }
  return found;
}

describe('the sending of a notice', () => {
  it('is tried five times: after one, five, thirty and again thirty minutes', () => {
    expect(waits()).toEqual([1, 5, 30, 30, 0]);
  });

  it('is given up at once where another attempt cannot help', () => {
    expect(notSent(claimed(FRESH, START), 'NOTICE.REFUSED', false, START)).toMatchObject({
      state: 'failed',
      dueAt: null,
    });
  });

  it('is nobody else’s while somebody has claimed it, and falls due again when he says nothing', () => {
    const taken = claimed(FRESH, START);

    expect(isDue(taken, START)).toBe(false);
    expect(isDue(taken, addMs(START, CLAIM_MS))).toBe(true);
  });

  it('is given up when it was claimed five times and nobody came back', () => {
    expect(claimed({ ...FRESH, tries: MOST_TRIES }, START).state).toBe('failed');
  });

  it('begins anew when a person asks', () => {
    const failed = notSent(claimed(FRESH, START), 'NOTICE.REFUSED', false, START);

    expect(again(failed, START)).toMatchObject({ state: 'pending', tries: 0, dueAt: START });
  });

  it('stands as a whole by its worst part, once nothing is under way', () => {
    const done = sent(FRESH, '250', START);
    const failed = notSent(FRESH, 'NOTICE.REFUSED', false, START);

    expect(stateOf([done, FRESH, failed])).toBe('pending');
    expect(stateOf([done, failed])).toBe('failed');
    expect(stateOf([done, done])).toBe('sent');
    expect(nextDueAt([done, FRESH])).toBe(START);
    expect(nextDueAt([done, failed])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { lookAgainAt, postponedUntil, refusalRetryAt } from '#shared/domain/placement/backoff.ts';
import { minute } from '#test/support/builders.ts';

const NOW = minute(0);

describe('what is tried again', () => {
  it('waits 1 and 5 minutes after a refusal, and asks a person after the third', () => {
    expect([1, 2, 3, 4].map((count) => refusalRetryAt(count, NOW))).toEqual([minute(1), minute(5), null, null]);
  });

  it('is looked for after 1, 5 and 15 minutes, and then by a person', () => {
    expect([1, 2, 3, 4].map((times) => lookAgainAt(times, NOW))).toEqual([minute(1), minute(5), minute(15), null]);
  });

  it('waits longer from failure to failure, an hour at most', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((times) => postponedUntil(times, NOW));

    expect(waits).toEqual([1, 2, 5, 10, 30, 60, 60, 60].map(minute));
  });

  it('is never tried before the platform asked for, up to a day', () => {
    expect(postponedUntil(1, NOW, 90_000)).toBe(minute(1.5));
    expect(postponedUntil(3, NOW, 90_000)).toBe(minute(5));
    expect(postponedUntil(1, NOW, 1e15)).toBe(minute(1_440));
  });
});

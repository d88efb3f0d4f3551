import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { isUsable, reserveSlot } from '#shared/services/platform-calls/slots.ts';
import { START, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const MINUTE_MS = 60_000;
const GRACE_MS = 10_000;
const HORIZON_MS = 14 * MINUTE_MS;

/** Requests that were let go, at the moment they were sent. */
interface Sent {
  readonly atMs: number;
  readonly requests: number;
}

/** The most requests in any 60 seconds, both ends included. */
function mostInAMinute(sent: readonly Sent[]): number {
  const within = (from: number) => sent.filter(({ atMs }) => atMs >= from && atMs <= from + MINUTE_MS);
  return Math.max(0, ...sent.map(({ atMs }) => within(atMs).reduce((sum, { requests }) => sum + requests, 0)));
}

const asking = fc.record({
  /** Since whoever asked before. */
  afterMs: fc.integer({ min: 0, max: 20_000 }),
  requests: fc.integer({ min: 1, max: 6 }),
  /** How late the moment is used. */
  lateMs: fc.integer({ min: 0, max: GRACE_MS }),
});

describe('moments reserved for requests to a platform', () => {
  it('never let any 60 seconds hold more than the budget, even when they are used late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 120 }), fc.array(asking, { maxLength: 60 }), async (budget, asked) => {
        const ports = { records: memoryItemStore(), clock: steppedClock() };
        const sent: Sent[] = [];
        for (const { afterMs, requests, lateMs } of asked) {
          ports.clock.advance(afterMs);
          const slot = await reserveSlot(ports, {
            platform: 'p',
            requestsPerMinute: budget,
            requests,
            withinMs: HORIZON_MS,
          });
          if (slot.isReserved) sent.push({ atMs: toEpochMs(slot.at) + lateMs, requests });
        }
        expect(mostInAMinute(sent)).toBeLessThanOrEqual(budget);
      }),
    );
  });

  it('are distinct, also for many who ask at the same time', async () => {
    const ports = { records: memoryItemStore(), clock: steppedClock() };
    const ask = () => reserveSlot(ports, { platform: 'p', requestsPerMinute: 60, requests: 1, withinMs: HORIZON_MS });

    const slots = await Promise.all(Array.from({ length: 15 }, ask));

    expect(new Set(slots.map(({ at }) => at)).size).toBe(15);
  });

  it('are at once where nobody asked before, and for each platform apart', async () => {
    const ports = { records: memoryItemStore(), clock: steppedClock() };

    const first = await reserveSlot(ports, { platform: 'p', requestsPerMinute: 1, requests: 1, withinMs: HORIZON_MS });
    const other = await reserveSlot(ports, { platform: 'q', requestsPerMinute: 1, requests: 1, withinMs: HORIZON_MS });
    const second = await reserveSlot(ports, { platform: 'p', requestsPerMinute: 1, requests: 1, withinMs: HORIZON_MS });

    expect([first.at, other.at]).toEqual([START, START]);
    expect(second.at > addMs(START, MINUTE_MS)).toBe(true);
  });

  it('are not kept further ahead than asked, so that nobody takes them from those who come first', async () => {
    const ports = { records: memoryItemStore(), clock: steppedClock() };
    const ask = () => reserveSlot(ports, { platform: 'p', requestsPerMinute: 1, requests: 1, withinMs: HORIZON_MS });
    const slots = [];
    for (let asked = 0; asked < 30; asked++) slots.push(await ask());

    const kept = slots.filter(({ isReserved }) => isReserved);

    expect(kept.at(-1)?.at.localeCompare(addMs(START, 14 * MINUTE_MS))).toBe(-1);
    expect(new Set(slots.slice(kept.length).map(({ at }) => at)).size).toBe(1);
  });

  it('are found for a step that needs more than the whole budget', async () => {
    const ports = { records: memoryItemStore(), clock: steppedClock() };

    const slot = await reserveSlot(ports, { platform: 'p', requestsPerMinute: 2, requests: 9, withinMs: HORIZON_MS });

    expect(slot).toEqual({ at: START, isReserved: true });
  });

  it('are refused by name when others take every one of them', async () => {
    const records = { ...memoryItemStore(), put: async () => 'refused' as const };

    const asked = reserveSlot(
      { records, clock: steppedClock() },
      { platform: 'p', requestsPerMinute: 9, requests: 1, withinMs: HORIZON_MS },
    );

    await expect(asked).rejects.toSatisfy((error: AppError) => error.code === 'STORE.CONTENTION');
  });

  it.each([
    [-1, false],
    [0, true],
    [GRACE_MS, true],
    [GRACE_MS + 1, false],
  ])('may be used %i ms after their time: %s', (lateMs, usable) => {
    const slot: Instant = START;

    expect(isUsable(slot, addMs(slot, lateMs))).toBe(usable);
  });
});

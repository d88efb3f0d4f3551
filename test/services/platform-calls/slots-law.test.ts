import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { reserveSlot, reserveSlots, type Slot } from '#shared/services/platform-calls/slots.ts';
import { START, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const MINUTE_MS = 60_000;
const GRACE_MS = 10_000;

interface Sent {
  readonly atMs: number;
  readonly requests: number;
}

/** The most requests in any 60 seconds, both ends included. */
function mostInAMinute(sent: readonly Sent[]): number {
  const within = (from: number) => sent.filter(({ atMs }) => atMs >= from && atMs <= from + MINUTE_MS);
  return Math.max(0, ...sent.map(({ atMs }) => within(atMs).reduce((sum, { requests }) => sum + requests, 0)));
}

const wanted = fc.record({
  aheadMs: fc.integer({ min: -5000, max: 120_000 }),
  /** From when on it is urgent, after `aheadMs`. */
  urgentMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
  lateMs: fc.integer({ min: 0, max: GRACE_MS }),
});

const act = fc.record({
  /** Since the act before. */
  afterMs: fc.integer({ min: 0, max: 30_000 }),
  /** A placement's requests together, or many of collection. */
  requests: fc.oneof(
    fc.record({ together: fc.integer({ min: 1, max: 6 }), lateMs: fc.integer({ min: 0, max: GRACE_MS }) }),
    fc.array(wanted, { maxLength: 12 }),
  ),
});

describe('moments reserved by placements and by collection', () => {
  const aPlatform = () => ({ records: memoryItemStore(), clock: steppedClock() });
  const asked = (aheadMs: number, claim: string) => ({ claim, notBefore: addMs(START, aheadMs), urgentFrom: null });

  it('never let any 60 seconds hold more than the budget together, wherever in their grace they are used', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.array(act, { maxLength: 25 }), async (budget, acts) => {
        const ports = aPlatform();
        const sent: Sent[] = [];
        for (const [number, { afterMs, requests }] of acts.entries()) {
          ports.clock.advance(afterMs);
          const now = ports.clock.now();
          const platform = { platform: 'p', requestsPerMinute: budget };
          if (!Array.isArray(requests)) {
            const { together, lateMs } = requests;
            const slot = await reserveSlot(ports, { ...platform, requests: together, withinMs: 14 * MINUTE_MS });
            if (slot.isReserved) sent.push({ atMs: toEpochMs(slot.at) + lateMs, requests: Math.min(together, budget) });
            continue;
          }
          const each = requests.map(({ aheadMs, urgentMs }, index) => {
            const notBefore = addMs(now, aheadMs);
            return {
              claim: `${number}-${index}`,
              notBefore,
              urgentFrom: urgentMs === null ? null : addMs(notBefore, urgentMs),
            };
          });
          const slots = await reserveSlots(ports, { ...platform, wanted: each, withinMs: 2 * MINUTE_MS });
          slots.forEach((slot, index) => {
            const lateMs = requests[index]?.lateMs ?? 0;
            if (slot !== 'claimed' && slot.isReserved) sent.push({ atMs: toEpochMs(slot.at) + lateMs, requests: 1 });
          });
        }
        expect(mostInAMinute(sent)).toBeLessThanOrEqual(budget);
      }),
    );
  });

  it('are the moments asked for while the budget is idle', async () => {
    const aheads = [0, 20_000, 90_000, 55_000];

    const slots = await reserveSlots(aPlatform(), {
      platform: 'p',
      requestsPerMinute: 6,
      wanted: aheads.map((aheadMs) => asked(aheadMs, String(aheadMs))),
      withinMs: 2 * MINUTE_MS,
    });

    expect(slots).toEqual(aheads.map((aheadMs) => ({ at: addMs(START, aheadMs), isReserved: true })));
  });

  it('keep nobody from the moments before them', async () => {
    const ports = aPlatform();
    const platform = { platform: 'p', requestsPerMinute: 6, withinMs: 2 * MINUTE_MS };
    await reserveSlots(ports, { ...platform, wanted: [asked(100_000, 'later')] });

    const [sooner] = await reserveSlots(ports, { ...platform, wanted: [asked(0, 'sooner')] });

    expect(sooner).toEqual({ at: START, isReserved: true });
  });

  it('leave half of the budget to what is urgent and to placements', async () => {
    const ports = aPlatform();
    const platform = { platform: 'p', requestsPerMinute: 6, withinMs: 30_000 };
    const many = Array.from({ length: 9 }, (_, index) => asked(0, `ordinary-${index}`));

    const ordinary = await reserveSlots(ports, { ...platform, wanted: many });
    const [urgent] = await reserveSlots(ports, {
      ...platform,
      wanted: [{ claim: 'urgent', notBefore: START, urgentFrom: START }],
    });
    const placement = await reserveSlot(ports, { ...platform, requests: 1 });

    expect(ordinary.filter((slot) => slot !== 'claimed' && slot.isReserved)).toHaveLength(3);
    expect(urgent).toMatchObject({ isReserved: true });
    expect(placement.isReserved).toBe(true);
  });

  it('give what somebody took on to nobody else, until two minutes after its moment', async () => {
    const ports = aPlatform();
    const ask = async (): Promise<Slot | 'claimed' | undefined> => {
      const { clock } = ports;
      const wanted = [{ claim: 'LOT#1@3', notBefore: clock.now(), urgentFrom: null }];
      return (await reserveSlots(ports, { platform: 'p', requestsPerMinute: 6, wanted, withinMs: MINUTE_MS }))[0];
    };
    const first = await ask();
    ports.clock.advance(119_000);
    const early = await ask();
    ports.clock.advance(1000);
    const again = await ask();

    expect(first).toMatchObject({ isReserved: true });
    expect(early).toBe('claimed');
    expect(again).toMatchObject({ isReserved: true });
  });

  it('are kept below 1 KB at six requests a minute and below 4 KB at six hundred', async () => {
    const sizes: number[] = [];
    for (const requestsPerMinute of [6, 600]) {
      const ports = aPlatform();
      for (let run = 0; run < 4; run++) {
        const now: Instant = ports.clock.now();
        const many = Array.from({ length: requestsPerMinute * 2 }, (_, index) => ({
          claim: `LOT#${run}-${index}@1`,
          notBefore: addMs(now, (index * 120_000) / (requestsPerMinute * 2)),
          urgentFrom: now,
        }));
        await reserveSlots(ports, { platform: 'p', requestsPerMinute, wanted: many, withinMs: 2 * MINUTE_MS });
        ports.clock.advance(MINUTE_MS);
      }
      sizes.push(JSON.stringify(ports.records.items('PLATFORM#')[0]).length);
    }

    expect(sizes[0]).toBeLessThan(1000);
    expect(sizes[1]).toBeLessThan(4000);
  });
});

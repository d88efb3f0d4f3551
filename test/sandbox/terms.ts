import * as fc from 'fast-check';
import type { Terms } from '#infra/local/sandbox/engine/lot.ts';

/** 2026-06-10T00:00:00Z. */
export const START = Date.UTC(2026, 5, 10);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Terms of all kinds, listed at `START`. */
export const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    startPriceFen: fc.integer({ min: 1, max: 1_000_000_00 }),
    depositFen: fc.integer({ min: 0, max: 10_000_000 }),
    incrementFen: fc.integer({ min: 1, max: 100_000 }),
    reservePercent: fc.option(fc.integer({ min: 100, max: 170 })),
    extensionMinutes: fc.integer({ min: 0, max: 15 }),
    hours: fc.integer({ min: 1, max: 30 }),
    isLease: fc.boolean(),
  })
  .map(({ reservePercent, extensionMinutes, hours, ...rest }) => ({
    ...rest,
    ...(reservePercent !== null && { reserveFen: Math.floor((rest.startPriceFen * reservePercent) / 100) }),
    extensionMs: extensionMinutes * 60_000,
    registersFrom: START,
    registersTo: START + DAY,
    startsAt: START + DAY,
    endsAt: START + DAY + hours * HOUR,
  }));

export const anySeed = fc.string({ minLength: 1, maxLength: 8 });

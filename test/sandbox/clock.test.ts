import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlatformClock, RATES, type Rate } from '#infra/local/sandbox/clock.ts';
import { openSandboxStore, type SandboxStore } from '#infra/local/sandbox/store.ts';
import { HOUR, START } from './terms.ts';

const MINUTE = 60_000;

let folder: string;
let store: SandboxStore;
let real: number;

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/sandbox-clock-`);
  store = openSandboxStore(`${folder}/sandbox.sqlite`);
  real = START;
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const aClock = () => createPlatformClock(store, () => real);

describe("the platform's clock", () => {
  it('passes as fast as it is told', () => {
    const clock = aClock();

    clock.setRate(60);
    real += MINUTE;

    expect(clock.now()).toBe(START + HOUR);
  });

  it('stands still when it is stopped, also over a restart', () => {
    const clock = aClock();
    clock.setRate(0);
    real += HOUR;

    const stopped = clock.now();
    real += 24 * HOUR;
    const again = aClock();

    expect([stopped, again.now(), again.rate()]).toEqual([START, START, 0]);
  });

  it('keeps its lead over a restart, and then runs on at the speed it had', () => {
    const clock = aClock();
    clock.setRate(60);
    clock.leap(240 * HOUR);

    const again = aClock();
    real += MINUTE;

    expect(again.now()).toBe(START + 241 * HOUR);
  });

  it('catches up with the day after the host was down', () => {
    aClock().now();
    real += 48 * HOUR;

    expect(aClock().now()).toBe(START + 48 * HOUR);
  });

  it('never goes back, whatever is done to it and to the clock of the machine', () => {
    const step = fc.record({
      ms: fc.integer({ min: -HOUR, max: 3 * HOUR }),
      act: fc.constantFrom<'wait' | 'leap' | 'restart' | Rate>('wait', 'leap', 'restart', ...RATES),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let clock = aClock();
        let before = clock.now();
        for (const { ms, act } of steps) {
          if (act === 'restart') clock = aClock();
          else if (act === 'leap') clock.leap(ms);
          else if (act === 'wait') real += ms;
          else clock.setRate(act);

          const now = clock.now();
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
      { numRuns: 50 },
    );
  });
});

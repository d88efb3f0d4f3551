import type { SandboxStore } from './store.ts';

/** How many times as fast as ours the platform's time may pass; 0 stands still. */
export const RATES = [0, 1, 60, 3600] as const;
export type Rate = (typeof RATES)[number];

/** The platform's own time. It never goes back, not over a restart either. */
export interface PlatformClock {
  /** Milliseconds since 1970. What was told once is remembered before anybody hears it. */
  now(): number;
  rate(): Rate;
  setRate(rate: Rate): void;
  /** Moves on at once. */
  leap(ms: number): void;
}

/** @param real the machine's time, milliseconds since 1970 */
export function createPlatformClock(store: SandboxStore, real: () => number): PlatformClock {
  let rate = RATES.find((known) => String(known) === store.setting('rate')) ?? 1;
  let since = real();
  const stored = Number(store.setting('time') ?? 0);
  // While the host was down a stopped clock stood still, and a running one caught up with the day.
  let base = rate === 0 && stored > 0 ? stored : Math.max(stored, since);
  const now = () => {
    const at = real();
    base += Math.max(0, at - since) * rate;
    since = at;
    store.set('time', String(base));
    return base;
  };
  return {
    now,
    rate: () => rate,
    setRate(next) {
      now();
      rate = next;
      store.set('rate', String(next));
    },
    leap(ms) {
      base += Math.max(0, ms);
      now();
    },
  };
}

import type { Timekeeper } from '#infra/local/timekeeper.ts';

/** Time that stands still until it is moved by hand. */
export interface ManualTime extends Timekeeper {
  /** Moves on, running what falls due in order of its time; what that schedules within the span runs too. */
  advance(ms: number): void;
  /** Settles once exactly `count` timers wait: the way to know that a request has reached its wait, or left it. */
  scheduled(count: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

function firstDue(timers: ReadonlySet<Timer>, until: number): Timer | undefined {
  const due = [...timers].filter((timer) => timer.at <= until);
  return due.sort((a, b) => a.at - b.at)[0];
}

/** @param start milliseconds since 1970 */
export function createManualTime(start: number): ManualTime {
  let now = start;
  const timers = new Set<Timer>();
  const watchers = new Set<() => void>();
  const tellWatchers = () => {
    for (const look of watchers) look();
  };
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      tellWatchers();
      return () => {
        timers.delete(timer);
        tellWatchers();
      };
    },
    advance(ms) {
      const until = now + ms;
      for (let timer = firstDue(timers, until); timer !== undefined; timer = firstDue(timers, until)) {
        timers.delete(timer);
        now = timer.at;
        timer.run();
      }
      now = until;
      tellWatchers();
    },
    scheduled(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => {
        if (timers.size === count && watchers.delete(look)) resolve();
      };
      watchers.add(look);
      look();
      return promise;
    },
  };
}

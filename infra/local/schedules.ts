import { randomUUID } from 'node:crypto';
import { realTime, type Timekeeper } from './timekeeper.ts';

export interface ScheduleOptions {
  readonly everyMinutes: number;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly time?: Timekeeper;
}

/** A timer that slept with the machine, or a clock that was set, is noticed after this long. */
const LOOK_MS = 60_000;

function toEvent(due: number): object {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: '000000000000',
    time: new Date(due).toISOString().replace('.000', ''),
    region: 'local',
    resources: [],
    detail: '{}',
  };
}

/**
 * Fires at each whole multiple of the interval since 1970 (UTC). A run still going on when the next is due takes its
 * place: that one is left out, where EventBridge Scheduler would overlap them. A failed run is not repeated.
 * `stop` waits for the run in hand.
 */
export function startSchedules({ everyMinutes, invoke, time = realTime }: ScheduleOptions): { stop(): Promise<void> } {
  const interval = everyMinutes * 60_000;
  const nextAfter = (instant: number) => (Math.floor(instant / interval) + 1) * interval;
  let due = nextAfter(time.now());
  let running: Promise<unknown> | undefined;
  let cancel = look();

  function fire(at: number): void {
    running ??= invoke(toEvent(at))
      .catch(() => {})
      .finally(() => {
        running = undefined;
      });
  }

  function look(): () => void {
    return time.after(Math.min(Math.max(due - time.now(), 0), LOOK_MS), () => {
      const now = time.now();
      if (now >= due) {
        fire(due);
        due = nextAfter(now);
      }
      cancel = look();
    });
  }

  return {
    async stop() {
      cancel();
      await running;
    },
  };
}

import { randomUUID } from 'node:crypto';
import { realTime, type Timekeeper } from './timekeeper.ts';

export interface ScheduleOptions {
  readonly everyMinutes: number;
  /** When it last ended well, in milliseconds since 1970; undefined: never. */
  readonly lastRun: number | undefined;
  /** Told of each run that ended well. */
  readonly onDone: () => void;
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
    time: new Date(due).toISOString().replace(/\.\d+/, ''),
    region: 'local',
    resources: [],
    detail: '{}',
  };
}

/**
 * Fires at each whole multiple of the interval since 1970 (UTC), and at once when the last good run is longer ago than
 * that: a laptop is seldom on at the hour. A run still going on when the next is due takes its place: that one is left
 * out, where EventBridge Scheduler would overlap them. A failed run is not repeated. `stop` waits for the run in hand.
 */
export function startSchedules(options: ScheduleOptions): { stop(): Promise<void> } {
  const { invoke, onDone, lastRun, time = realTime } = options;
  const interval = options.everyMinutes * 60_000;
  const nextAfter = (instant: number) => (Math.floor(instant / interval) + 1) * interval;
  const isOverdue = lastRun === undefined || Math.abs(time.now() - lastRun) >= interval;
  let due = isOverdue ? time.now() : nextAfter(time.now());
  let running: Promise<unknown> | undefined;
  let cancel = look();

  function fire(at: number): void {
    running ??= invoke(toEvent(at))
      .then(onDone, () => {})
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

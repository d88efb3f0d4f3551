import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startSchedules } from '#infra/local/schedules.ts';
import { createManualTime } from '#test/support/manual-time.ts';

const MINUTE = 60_000;

interface Setup {
  readonly invoke?: () => Promise<unknown>;
  /** Default: at the start. */
  readonly lastRun?: string | undefined;
}

function run(everyMinutes: number, start: string, setup: Setup = {}) {
  const { invoke = async () => {}, lastRun } = { lastRun: start, ...setup };
  let done = 0;
  const fired: { time: string }[] = [];
  const time = createManualTime(Date.parse(start));
  const schedule = startSchedules({
    everyMinutes,
    time,
    lastRun: lastRun === undefined ? undefined : Date.parse(lastRun),
    onDone: () => {
      done += 1;
    },
    invoke: (event) => {
      fired.push(event as { time: string });
      return invoke();
    },
  });
  /** Lets minutes pass, and after each what became runnable. */
  async function pass(minutes: number) {
    for (let minute = 0; minute < minutes; minute++) {
      time.advance(MINUTE);
      await turn();
    }
  }
  return { pass, schedule, times: () => fired.map(({ time: at }) => at), fired, done: () => done };
}

describe('a schedule', () => {
  it('fires at whole multiples of its interval, not at a start soon after its last run', async () => {
    const { pass, times } = run(15, '2026-11-23T04:07:30Z');

    await pass(40);

    expect(times()).toEqual(['2026-11-23T04:15:00Z', '2026-11-23T04:30:00Z', '2026-11-23T04:45:00Z']);
  });

  it('fires a daily run at midnight UTC', async () => {
    const { pass, times } = run(24 * 60, '2026-11-23T04:00:00Z');

    await pass(48 * 60);

    expect(times()).toEqual(['2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z']);
  });

  it.each([undefined, '2026-11-22T04:00:00Z', '2026-12-24T00:00:00Z'])(
    'fires at the start when its last run (%s) is not within the interval',
    async (lastRun) => {
      const { pass, times, done } = run(24 * 60, '2026-11-23T04:00:00Z', { lastRun });

      await pass(1);

      expect(times()).toEqual(['2026-11-23T04:00:00Z']);
      expect(done()).toBe(1);
    },
  );

  it('sends the event of EventBridge Scheduler', async () => {
    const { pass, fired } = run(1, '2026-11-23T04:00:00Z');

    await pass(1);

    expect(fired[0]).toMatchObject({ source: 'aws.scheduler', 'detail-type': 'Scheduled Event', detail: '{}' });
  });

  it('leaves a run out while the one before goes on', async () => {
    let finish = () => {};
    const { pass, times } = run(1, '2026-11-23T04:00:00Z', {
      invoke: () => new Promise<void>((resolve) => (finish = resolve)),
    });

    await pass(3);
    finish();
    await turn();
    await pass(1);

    expect(times()).toEqual(['2026-11-23T04:01:00Z', '2026-11-23T04:04:00Z']);
  });

  it('goes on after a failed run', async () => {
    const { pass, times, done } = run(1, '2026-11-23T04:00:00Z', { invoke: () => Promise.reject(new Error('failed')) });

    await pass(2);

    expect(times()).toHaveLength(2);
    expect(done()).toBe(0);
  });

  it('ends with stop, which waits for the run in hand', async () => {
    let finish = () => {};
    const { pass, schedule, times } = run(1, '2026-11-23T04:00:00Z', {
      invoke: () => new Promise<void>((resolve) => (finish = resolve)),
    });
    await pass(1);
    let stopped = false;

    const stopping = schedule.stop().then(() => {
      stopped = true;
    });
    await turn();
    const early = stopped;
    finish();
    await stopping;
    await pass(5);

    expect(early).toBe(false);
    expect(times()).toHaveLength(1);
  });
});

import type { Timekeeper } from '../timekeeper.ts';
import type { ObjectCreated, ObjectDatabase } from './store.ts';

const RETRY_MS = 1_000;

/**
 * Delivers creation events in order, each removed only after it was taken: a kill in between delivers it again, as S3
 * may. A refused event is tried again after 1 s.
 */
export function createPump(
  database: ObjectDatabase,
  deliver: (event: ObjectCreated) => void | Promise<void>,
  time: Timekeeper,
): { run(): void; stop(): Promise<void> } {
  let draining = Promise.resolve();
  let busy = false;
  let stopped = false;
  let cancelRetry = () => {};

  async function drain(): Promise<void> {
    busy = true;
    try {
      for (let next = database.nextCreated(); next && !stopped; next = database.nextCreated()) {
        await deliver(next.event);
        database.removeCreated(next.id);
      }
    } catch {
      cancelRetry = time.after(RETRY_MS, run);
    } finally {
      // In the same turn as the last look at the table: an event written later finds the pump idle.
      busy = false;
    }
  }

  function run(): void {
    if (busy || stopped) return;
    cancelRetry();
    draining = drain();
  }

  return {
    run,
    async stop() {
      stopped = true;
      await draining;
      cancelRetry();
    },
  };
}

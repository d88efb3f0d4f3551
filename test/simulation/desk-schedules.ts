import { addDays } from '#shared/domain/calendar/beijing-day.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { beijingDate } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sealDays } from '#shared/services/audit/seal-days.ts';
import { sweepEvents } from '#shared/services/events/sweep.ts';
import { steppedClock } from '#test/support/fixed-ambient.ts';
import type { MemoryItemStore } from '#test/support/memory-item-store.ts';
import { type DeskSystem, portsOf } from './desk-system.ts';
import type { Worker } from './scheduler.ts';

/** Longer than a log that fails is put off. */
const SWEEP_EVERY_MS = 7 * 3_600_000;

function isMarked({ stored }: DeskSystem): boolean {
  return stored.items('LISTING#').some((item) => item['dueAt'] !== undefined);
}

/** Sweeps while anything is marked, by an index that lags now and then. */
export function sweeperOf(system: DeskSystem): Worker {
  const { random, stored, clock } = system;
  return {
    name: 'sweeper',
    crashed: () => {},
    async life(gate) {
      const ports = portsOf(system, gate);
      const due: MemoryItemStore['due'] = async (range) => {
        const shown = random.chance(0.2) ? system.lagging : await stored.due(range);
        system.lagging = await stored.due(range);
        return shown;
      };
      const index = { due: (range: Parameters<typeof due>[0]) => gate('records.due', () => due(range)) };
      const log = { info: () => {}, warn: () => {}, error: () => {} };
      for (;;) {
        const advance = async () => clock.advance(SWEEP_EVERY_MS);
        const begun = gate('sweep.begin', advance, () => isMarked(system));
        const swept = begun.then(() => sweepEvents(systemCaller('sweep'), { ...ports, due: index, log }));
        await swept.catch(onlyUnanswered);
      }
    },
  };
}

/** Seals while a day is due. */
export function sealerOf(system: DeskSystem, name: string): Worker {
  const { stored, clock } = system;
  const isDue = () => {
    const sealed = stored.items('AUDIT').at(-1)?.sk ?? beijingDate(steppedClock().now());
    const events = stored.items('LISTING#').length;
    return events > 0 && sealed < addDays(beijingDate(clock.now()), -1);
  };
  return {
    name,
    crashed: () => {},
    async life(gate) {
      const ports = portsOf(system, gate);
      for (;;) {
        const begun = gate('seal.begin', async () => {}, isDue);
        await begun.then(() => sealDays(systemCaller('seal'), ports)).catch(onlyUnanswered);
      }
    },
  };
}

/** A schedule that failed for a moment comes again; anything else is a finding. */
function onlyUnanswered(error: unknown): void {
  if (error instanceof AppError && error.retryable) return;
  throw error;
}

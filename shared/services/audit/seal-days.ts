import { addDays } from '../../domain/calendar/beijing-day.ts';
import type { Caller } from '../../domain/caller.ts';
import {
  coverageOf,
  dayHead,
  firstHead,
  newHeads,
  type SealedDay,
  type StreamLog,
} from '../../domain/events/sealed-day.ts';
import { beijingDate, type LocalDate } from '../../domain/time.ts';
import type { Clock, Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { readAllLogs } from './read-streams.ts';
import { newestHeads, putSealedDay, readSealedDays } from './sealed-days.ts';

interface Ports {
  readonly records: ItemStore;
  readonly hash: Hash;
  readonly clock: Clock;
}

/**
 * Seals every Beijing day that is over and not sealed yet, in order, from the day of the first event on; a day without
 * events too. Answers the days sealed. Safe to run at any time and twice at once.
 */
export async function sealDays(caller: Caller, ports: Ports): Promise<readonly LocalDate[]> {
  requireRole(caller, 'system');
  const { records, hash, clock } = ports;
  const yesterday = addDays(beijingDate(clock.now()), -1);
  const [newest] = await newestHeads({ records }, 1);
  if (newest !== undefined && newest.day >= yesterday) return [];
  const known = await readSealedDays({ records });
  const logs = await readAllLogs({ records });
  const covered = coverageOf(known);
  const done: LocalDate[] = [];
  let before = known.at(-1);
  for (let day = dayAfter(before, logs); day !== undefined && day <= yesterday; day = addDays(day, 1)) {
    const content = { day, previous: before?.head ?? firstHead(hash), heads: newHeads(day, logs, covered) };
    before = await putSealedDay({ records }, { ...content, head: dayHead(hash, content), sealedAt: clock.now() });
    for (const head of before.heads) covered.set(head.name, head);
    done.push(day);
  }
  return done;
}

/** The day to be sealed next; undefined while nothing was ever logged. */
function dayAfter(before: SealedDay | undefined, logs: readonly StreamLog[]): LocalDate | undefined {
  if (before !== undefined) return addDays(before.day, 1);
  const first = logs.flatMap(({ log }) => log[0]?.at ?? []).toSorted()[0];
  return first === undefined ? undefined : beijingDate(first);
}

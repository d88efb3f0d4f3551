import type { Caller } from '../../domain/caller.ts';
import { streamName } from '../../domain/events/chain.ts';
import { addMs, toEpochMs } from '../../domain/time.ts';
import { toAppError } from '../../errors/app-error.ts';
import type { Log } from '../../ports/ambient.ts';
import type { DueItems, Item } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { DUE_PARTITION, markedItem, parseEventItem, streamOfItem, WHILE_MARKED } from './event-item.ts';
import type { EventPorts } from './event-ports.ts';
import { runEffects, unmark } from './outbox.ts';

interface SweepPorts extends EventPorts {
  readonly due: DueItems;
  readonly log: Log;
}

/** What a sweep did, in streams. */
export interface Sweep {
  readonly healed: number;
  /** Failed again; tried again later, the longer it has failed. */
  readonly postponed: number;
}

/** Events looked at in one run; the next run goes on. */
const EVENTS_PER_RUN = 200;

const SHORTEST_DELAY_MS = 60_000;
const LONGEST_DELAY_MS = 6 * 3_600_000;

/**
 * Runs the effects of events that were committed but not finished: their function died, or what follows failed. One stream
 * that fails does not keep the others waiting: it is put off for as long as it has failed already, six hours at most.
 */
export async function sweepEvents(caller: Caller, ports: SweepPorts): Promise<Sweep> {
  requireRole(caller, 'system');
  const range = { duePartition: DUE_PARTITION, until: ports.clock.now(), limit: EVENTS_PER_RUN };
  const streams = new Map<string, Item[]>();
  for (const item of await ports.due.due(range)) {
    const name = streamName(streamOfItem(item));
    streams.set(name, [...(streams.get(name) ?? []), item]);
  }
  let healed = 0;
  for (const items of streams.values()) if (await sweepStream(ports, items)) healed += 1;
  return { healed, postponed: streams.size - healed };
}

/** Says whether the effects of the stream ran. */
async function sweepStream(ports: SweepPorts, items: readonly Item[]): Promise<boolean> {
  const [first] = items;
  if (first === undefined) return true;
  const stream = streamOfItem(first);
  try {
    await runEffects(ports, stream);
    for (const item of items) await unmark(ports, stream, parseEventItem(item));
    return true;
  } catch (error) {
    const { code, message } = toAppError(error);
    ports.log.error('what follows from an event failed', { ...stream, code, reason: message });
    await postpone(ports, items);
    return false;
  }
}

async function postpone({ records, clock }: SweepPorts, items: readonly Item[]): Promise<void> {
  const now = clock.now();
  for (const item of items) {
    const logged = parseEventItem(item);
    const age = toEpochMs(now) - toEpochMs(logged.at);
    const delay = Math.min(Math.max(age, SHORTEST_DELAY_MS), LONGEST_DELAY_MS);
    await records.put(markedItem(streamOfItem(item), logged, addMs(now, delay)), WHILE_MARKED);
  }
}

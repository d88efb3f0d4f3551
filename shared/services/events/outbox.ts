import type { LoggedEvent, StreamId } from '../../domain/events/event.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/ambient.ts';
import { unmarkedItem, WHILE_MARKED } from './event-item.ts';
import type { EventPorts } from './event-ports.ts';

/** How long the function that committed an event has for its effects before the sweeper looks after them. */
const GRACE_MS = 60_000;

/** From when on the sweeper may look after an event committed now. */
export function dueFrom(clock: Clock): Instant {
  return addMs(clock.now(), GRACE_MS);
}

/** Runs what follows from a change of the stream. @throws whatever the effects throw */
export async function runEffects(ports: EventPorts, { kind, id }: StreamId): Promise<void> {
  await ports.effects[kind]?.(ports, id);
}

/**
 * Takes the mark off an event whose effects ran after it was committed. The item may only be put while it is marked, and
 * with the same content, so that nothing that was logged can ever be overwritten.
 */
export async function unmark({ records }: EventPorts, stream: StreamId, logged: LoggedEvent): Promise<void> {
  await records.put(unmarkedItem(stream, logged), WHILE_MARKED);
}

/** Runs the effects of an event that was committed. What fails here is left to the sweeper: the event keeps its mark. */
export async function finishEvent(ports: EventPorts, stream: StreamId, logged: LoggedEvent): Promise<void> {
  try {
    await runEffects(ports, stream);
    await unmark(ports, stream, logged);
  } catch {
    // The command was carried out, and its answer must say so; the mark tells the sweeper what is left to do.
  }
}

import type { DomainEvent, LoggedEvent, StreamId } from '../../domain/events/event.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Instant } from '../../domain/time.ts';
import type { Item } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

/** The partition of the index in which everything lies that still has effects to run. */
export const DUE_PARTITION = 'EVENTS';

/** `v` of an event item while it carries the mark, and after. Nothing else about it ever changes. */
const MARKED = 1;
const UNMARKED = 2;

/** The event as an item with the mark that its effects are to be run (outbox), from `dueAt` on by the sweeper. */
export function markedItem(stream: StreamId, logged: LoggedEvent, dueAt: Instant): Item {
  return { ...bareItem(stream, logged), v: MARKED, duePartition: DUE_PARTITION, dueAt };
}

/** The same event without the mark. */
export function unmarkedItem(stream: StreamId, logged: LoggedEvent): Item {
  return { ...bareItem(stream, logged), v: UNMARKED };
}

/** The condition under which an event item may be put again: that it still carries the mark. */
export const WHILE_MARKED = { version: MARKED } as const;

/** The event an item holds. */
export function parseEventItem<E extends DomainEvent>(item: Item): LoggedEvent<E> {
  return item['logged'] as unknown as LoggedEvent<E>;
}

/** The log an item belongs to. */
export function streamOfItem(item: Item): StreamId {
  return item['stream'] as unknown as StreamId;
}

function bareItem(stream: StreamId, logged: LoggedEvent) {
  const { kind, id } = stream;
  return {
    ...keys.event(stream, logged.sequence),
    stream: { kind, id },
    logged: logged as unknown as JsonValue,
  } satisfies Item;
}

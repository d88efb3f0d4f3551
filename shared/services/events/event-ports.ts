import type { StreamKind } from '../../domain/events/event.ts';
import type { Clock, Hash } from '../../ports/ambient.ts';
import type { ItemStore } from '../../ports/item-store.ts';

/** What event logs are written with. */
export interface EventPorts {
  readonly records: ItemStore;
  readonly hash: Hash;
  readonly clock: Clock;
  readonly effects: Effects;
}

/**
 * What follows from a change of a stream (cards, lock releases), by kind: idempotent, made of the stream as it is now, run
 * after the commit and again by the sweeper until it has succeeded once.
 */
export type Effects = Readonly<Partial<Record<StreamKind, (ports: EventPorts, id: string) => Promise<void>>>>;

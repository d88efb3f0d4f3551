import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { type SteppedClock, sha256, steppedClock } from './fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from './memory-item-store.ts';

/** What event logs are written with, in memory, and open to be looked at. */
export interface MemoryEventPorts extends EventPorts {
  readonly records: MemoryItemStore;
  readonly clock: SteppedClock;
}

export function memoryEventPorts(of: Partial<MemoryEventPorts> = {}): MemoryEventPorts {
  return { records: memoryItemStore(), hash: sha256, clock: steppedClock(), effects: {}, ...of };
}

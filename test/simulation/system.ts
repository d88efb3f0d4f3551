import type { Clock, Ids } from '#shared/ports/ambient.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { recoverDocuments } from '#shared/services/recover-documents.ts';
import { replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { countingIds, type SeededRandom, START, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';
import { type QueueFaults, type SimulatedQueue, simulatedQueue } from './queue.ts';
import { virtualPlatform } from './virtual-platform.ts';
import { watchedStore } from './watched-store.ts';

/** The services under test. */
export interface Services {
  readonly normaliseDocument: typeof normaliseDocument;
  readonly changeFeedWriter: typeof changeFeedWriter;
  readonly recoverDocuments: typeof recoverDocuments;
  readonly replayDocuments: typeof replayDocuments;
}

/** A bug planted on purpose, to see that the harness bites. */
export interface Plant {
  /** In the store itself. */
  readonly store?: (store: ItemStore) => ItemStore;
  /** In how a worker uses the store: above the await points. */
  readonly client?: (store: ItemStore) => ItemStore;
  readonly services?: Partial<Services>;
  readonly acknowledgeFirst?: boolean;
}

/** Everything that outlives a worker. */
export interface System {
  readonly random: SeededRandom;
  /** What is stored, for looking at from outside. */
  readonly stored: MemoryItemStore;
  readonly records: ItemStore;
  readonly documents: MemoryObjectStore;
  readonly snapshots: MemoryObjectStore;
  readonly documentsQueue: SimulatedQueue;
  readonly changesQueue: SimulatedQueue;
  readonly replaysQueue: SimulatedQueue;
  /** The mappings in use; a delivery keeps those it began with. */
  readonly deployed: { platforms: readonly AuctionPlatform[] };
  /** Replays whose parts were all sent. */
  readonly requestedReplays: string[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly services: Services;
  readonly plant: Plant;
  /** Chance that a stored document's notification never comes. */
  readonly lostNotifications: number;
  readonly complaints: string[];
}

const DAY_MS = 86_400_000;
const WELL_BEHAVED: QueueFaults = { duplicate: 0, delay: 0, reorder: false, deduplicate: 1 };

function badly(random: SeededRandom): QueueFaults {
  return {
    duplicate: random.pick([0, 0.05, 0.2]),
    delay: random.pick([0, 0.1, 0.3]),
    reorder: random.chance(0.7),
    deduplicate: random.pick([0, 0.5, 1]),
  };
}

export function createSystem(random: SeededRandom, behaviour: 'well' | 'badly', plant: Plant): System {
  const stored = memoryItemStore();
  const complaints: string[] = [];
  const clock = steppedClock(START);
  clock.advance(DAY_MS);
  const faults = () => (behaviour === 'well' ? WELL_BEHAVED : badly(random));
  return {
    random,
    stored,
    records: watchedStore(plant.store?.(stored) ?? stored, (complaint) => complaints.push(complaint)),
    documents: memoryObjectStore(),
    snapshots: memoryObjectStore(),
    documentsQueue: simulatedQueue(random, faults()),
    changesQueue: simulatedQueue(random, faults()),
    replaysQueue: simulatedQueue(random, faults()),
    deployed: { platforms: [virtualPlatform] },
    requestedReplays: [],
    clock,
    ids: countingIds('correlation-'),
    services: { normaliseDocument, changeFeedWriter, recoverDocuments, replayDocuments, ...plant.services },
    plant,
    lostNotifications: behaviour === 'well' ? 0 : random.pick([0, 0.05, 0.5]),
    complaints,
  };
}

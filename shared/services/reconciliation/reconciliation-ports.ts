import type { AuctionPlatform, PlatformManifest } from '../../ports/auction-platform.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { FactsReader } from '../comparison/read-facts.ts';
import type { EventPorts } from '../events/event-ports.ts';
import type { LotsReader } from '../feed/lots-reader.ts';

/** What reconciling stands on. */
export interface ReconciliationPorts extends EventPorts {
  /** Facts as the comparison reads them: totals of ours are its figures. */
  readonly readFacts: FactsReader;
  /** Lots with titles and versions, up to the newest change. */
  readonly lots: LotsReader;
  readonly documents: ObjectStore;
  readonly platforms: readonly PlatformManifest[];
  /** What reads a platform's lists of results again. */
  readonly readers: readonly AuctionPlatform[];
}

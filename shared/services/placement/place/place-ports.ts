import type { Log } from '../../../ports/ambient.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { PlatformPublisher } from '../../../ports/platform-publisher.ts';
import type { Secrets } from '../../../ports/secrets.ts';
import type { PlacementPorts } from '../placement-ports.ts';

/** What the worker is given. */
export interface WorkerPorts extends PlacementPorts {
  /** Every platform that can be called. */
  readonly publishers: readonly PlatformPublisher[];
  readonly secrets: Secrets;
  /** Where raw documents lie. */
  readonly documents: ObjectStore;
  /** Where offers and their files lie. */
  readonly offers: ObjectStore;
  readonly log: Log;
}

/** What calling one platform needs. */
export interface PlacePorts extends WorkerPorts {
  /** The platform of the placement. */
  readonly publisher: PlatformPublisher;
}

import type { PlatformManifest } from '../../ports/auction-platform.ts';
import type { EventPorts } from '../events/event-ports.ts';
import type { LotsReader } from '../feed/lots-reader.ts';

/** What the services of what follows a sale are given. */
export interface SettlementPorts extends EventPorts {
  readonly platforms: readonly PlatformManifest[];
  readonly lots: LotsReader;
}

import type { LotCard } from '../../domain/lot-card.ts';
import type { PlatformManifest } from '../../ports/auction-platform.ts';
import type { EventPorts } from '../events/event-ports.ts';

/** Every lot's card as of now, by lot id. */
export type LotCards = () => Promise<ReadonlyMap<string, LotCard>>;

/** What the services of what follows a sale are given. */
export interface SettlementPorts extends EventPorts {
  readonly platforms: readonly PlatformManifest[];
  readonly lots: LotCards;
}

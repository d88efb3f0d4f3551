import type { Compression, Log } from '../../ports/ambient.ts';
import type { DueItems } from '../../ports/item-store.ts';
import type { Messengers } from '../../ports/messenger.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { HealthPorts } from '../collection/health-ports.ts';
import type { SettlementPorts } from '../settlement/settlement-ports.ts';

/** What notices are found and sent with. */
export interface NoticePorts extends SettlementPorts, HealthPorts {
  readonly snapshots: ObjectStore;
  readonly compression: Compression;
  readonly due: DueItems;
  readonly messengers: Messengers;
  /** Address of this system as people open it, without a slash at the end. */
  readonly publicUrl: string;
  readonly log: Log;
}

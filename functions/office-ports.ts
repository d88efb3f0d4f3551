import type { Clock, Hash, Ids } from '#shared/ports/ambient.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { MessageQueue } from '#shared/ports/message-bus.ts';
import type { ObjectStore } from '#shared/ports/object-store.ts';

/** What the office's pages and operator API stand on. */
export interface OfficePorts {
  readonly records: ItemStore;
  readonly documents: ObjectStore;
  readonly replays: MessageQueue;
  readonly hash: Hash;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly platforms: readonly AuctionPlatform[];
}

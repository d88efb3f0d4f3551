import type { Fetching } from '../../domain/collection/fetching.ts';
import type { Publishing } from '../../domain/placement/publishing.ts';
import type { CollectMessage } from '../../messages/collect.ts';
import type { Clock, Hash, Log } from '../../ports/ambient.ts';
import type { AuctionPlatform } from '../../ports/auction-platform.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { PlatformFetcher } from '../../ports/platform-fetcher.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { LotsReader } from '../feed/lots-reader.ts';

/** Sends word to whoever reads that platform. `delaySeconds`: nobody receives it before, 900 at most. */
export type SendCollect = (platform: string, message: CollectMessage, delaySeconds: number) => Promise<void>;

/** What says which platforms are read. */
export interface SourcePorts {
  readonly records: ItemStore;
  /** Of every platform that can be read. */
  readonly fetching: readonly Fetching[];
}

/** What requests are planned with. */
export interface PlanPorts extends SourcePorts {
  readonly clock: Clock;
  readonly lots: LotsReader;
  readonly send: SendCollect;
  readonly log: Log;
}

/** What one request is sent and its answer kept with. */
export interface CollectPorts extends SourcePorts {
  readonly clock: Clock;
  readonly hash: Hash;
  /** Where raw documents lie. */
  readonly documents: ObjectStore;
  readonly secrets: Secrets;
  readonly fetchers: readonly PlatformFetcher[];
  readonly platforms: readonly AuctionPlatform[];
  /** Says which secret of a connection is not for calls. */
  readonly publishing: readonly Publishing[];
  readonly send: SendCollect;
  readonly log: Log;
}

import { systemCaller } from '#shared/domain/caller.ts';
import { documentIdOf } from '#shared/domain/document.ts';
import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import { type LotId, toLotId } from '#shared/domain/lot-id.ts';
import { isOutcome } from '#shared/domain/lot-status.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { type CollectMessage, parseCollect } from '#shared/messages/collect.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { CollectPorts, PlanPorts } from '#shared/services/collection/collection-ports.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { keys } from '#shared/services/records/keys.ts';
import { type LotRecord, parseLotItem } from '#shared/services/records/lot-record.ts';
import { type MeteredStore, meteredStore } from '#shared/services/records/write-meter.ts';
import { aCollecting, PLATFORM, someFetching } from '#test/services/collection/collecting.ts';
import { type SeededRandom, START, type SteppedClock, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { type Auction, drawAuction } from './collection-auctions.ts';
import { type AnswerFault, type AuctionSite, auctionPlatform, type SentAt } from './collection-platform.ts';
import { type TimedQueue, timedQueue } from './placement-queue.ts';
import { gatedObjects, gatedStore } from './ports.ts';
import type { Gate } from './scheduler.ts';
import { virtualPlatform } from './virtual-platform.ts';

/** A bug planted on purpose, to see that the harness bites. */
export interface CollectionPlant {
  /** In how a worker uses the store: above the await points. */
  readonly client?: (store: ItemStore) => ItemStore;
  readonly hash?: Hash;
  readonly adapter?: AuctionPlatform;
  /** In what a worker makes of a message before it reads it. */
  readonly message?: (message: CollectMessage, system: CollectionSystem) => CollectMessage;
}

/** Everything that outlives a worker. */
export interface CollectionSystem {
  readonly random: SeededRandom;
  readonly clock: SteppedClock;
  readonly stored: MemoryItemStore;
  readonly metered: MeteredStore;
  readonly documents: MemoryObjectStore;
  readonly site: AuctionSite;
  readonly auctions: readonly Auction[];
  readonly queue: TimedQueue<CollectMessage>;
  readonly requestsPerMinute: number;
  readonly plant: CollectionPlant;
  readonly busy: Set<string>;
  readonly sent: SentAt[];
  /** By task and version: moments for which somebody was told to read it. */
  readonly told: Map<string, Set<Instant>>;
  readonly complaints: string[];
}

export interface CollectionSetting {
  readonly lots: number;
  readonly skewMs: number;
  readonly behaviour: 'well' | 'badly';
  readonly fault: () => AnswerFault;
  readonly plant: CollectionPlant;
}

const [SECOND_MS, MINUTE_MS] = [1000, 60_000];

export async function createCollection(random: SeededRandom, setting: CollectionSetting): Promise<CollectionSystem> {
  const { lots, skewMs, behaviour, fault, plant } = setting;
  const requestsPerMinute = behaviour === 'well' ? 12 : random.pick([6, 12, 30]);
  const fetching = fetchingOf(requestsPerMinute);
  const opened = aCollecting(fetching);
  await opened.switchOn();
  const stored = memoryItemStore();
  for (const item of opened.ports.records.items()) await stored.put(item, 'any');
  const clock = steppedClock();
  const auctions = Array.from({ length: lots }, (_, index) =>
    drawAuction(random, `A${index + 1}`, skewMs + random.below(60) * SECOND_MS, (2 + random.below(3)) * MINUTE_MS),
  );
  const badly = { duplicate: random.pick([0, 0.1, 0.3]), lose: random.pick([0, 0.1, 0.3]) };
  const line = behaviour === 'well' ? { duplicate: 0, lose: 0 } : badly;
  return {
    ...{ random, clock, stored, metered: meteredStore(stored), documents: memoryObjectStore(), auctions, plant },
    site: auctionPlatform({ auctions, now: clock.now, skewMs, fault }),
    queue: timedQueue(random, clock, line, parseCollect),
    ...{ requestsPerMinute, busy: new Set(), sent: [], told: new Map(), complaints: [] },
  };
}

function fetchingOf(requestsPerMinute: number) {
  const lists = [{ id: 'open', title: '竞价标的', shows: 'page' }] as const;
  return someFetching({ requestsPerMinute, lists, listed: ['status'], showsBids: true });
}

function lotIdsOf({ auctions }: CollectionSystem): readonly LotId[] {
  return auctions.map(({ externalId }) => toLotId(PLATFORM, externalId));
}

/** What the record has of a lot; undefined: nothing. */
export async function recordOf({ stored }: CollectionSystem, lotId: LotId): Promise<LotRecord | undefined> {
  const item = await stored.get(keys.lot(lotId));
  return item === undefined ? undefined : parseLotItem(lotId, item);
}

async function cardsOf(system: CollectionSystem): Promise<ReadonlyMap<string, LotCard>> {
  const cards = new Map<string, LotCard>();
  for (const lotId of lotIdsOf(system)) {
    const record = await recordOf(system, lotId);
    if (record !== undefined) cards.set(lotId, toLotCard(record.state, record.version, record.bidCount));
  }
  return cards;
}

/** The documents, each of which reaches the record as soon as it is put; one without lots or bids changes no lot. */
function understood(system: CollectionSystem): MemoryObjectStore {
  const { documents, stored: records, plant, complaints, auctions, site } = system;
  const lots = () => JSON.stringify(records.items('LOT#').filter(({ sk }) => sk === 'STATE'));
  return {
    ...documents,
    async putIfAbsent(object) {
      const before = lots();
      const answer = await documents.putIfAbsent(object);
      const id = documentIdOf(object.key);
      const platforms = [plant.adapter ?? virtualPlatform];
      const ports = { records, documents, changes: memoryQueue(), hash: sha256, platforms };
      if (answer === 'written' && id !== undefined) await normaliseDocument(systemCaller('normalise'), ports, id);
      const isBad = !/"externalId"/.test(new TextDecoder().decode(object.bytes));
      if (isBad && lots() !== before) complaints.push(`a bad page changed the record: ${id}`);
      const cards = await cardsOf(system);
      for (const { externalId, shownMs } of auctions) {
        const status = cards.get(toLotId(PLATFORM, externalId))?.status ?? 'unknown';
        if (isOutcome(status) && site.nowMs() < shownMs) complaints.push(`ended early: ${externalId} is ${status}`);
      }
      return answer;
    },
  };
}

/** What a worker works with: an await point before every call. */
export function collectionPorts(
  system: CollectionSystem,
  gate: Gate,
  message?: CollectMessage,
): CollectPorts & PlanPorts {
  const { clock, plant, site, requestsPerMinute } = system;
  const gated = gatedStore(gate, 'records', system.metered.store);
  const fetching = fetchingOf(requestsPerMinute);
  return {
    records: plant.client?.(gated) ?? gated,
    ...{ documents: gatedObjects(gate, 'documents', understood(system)), clock, hash: plant.hash ?? sha256 },
    ...{ platforms: [plant.adapter ?? virtualPlatform], publishing: [], fetching: [fetching] },
    fetchers: [
      {
        fetching,
        connect: () => ({
          fetch: async (target, step) => {
            letGo(system, message);
            return gate('platform.fetch', async () =>
              site.answer(target, step, message === undefined ? '' : nameOf(message)),
            );
          },
        }),
      },
    ],
    secrets: { read: async () => 'key' },
    lots: () => gate('feed.lots', () => cardsOf(system)),
    send: (_, told, delaySeconds) => {
      tell(system, told);
      return gate('queue.send', () => system.queue.send(told, delaySeconds));
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
}

export function nameOf({ task, version, slot }: CollectMessage): string {
  return `${task}@${version} at ${slot}`;
}

/** A request is sent in its moment. */
function letGo({ clock, sent, complaints }: CollectionSystem, message: CollectMessage | undefined): void {
  if (message === undefined) throw new RangeError('a planner sends no request');
  const at = clock.now();
  if (at < message.slot || at > addMs(message.slot, 10 * SECOND_MS)) {
    complaints.push(`not in its moment: ${nameOf(message)}, sent ${at}`);
  }
  sent.push({ at, message: nameOf(message) });
}

/** A state of a task is nobody else's while its claim lasts. */
function tell({ told, complaints }: CollectionSystem, message: CollectMessage): void {
  const state = `${message.task}@${message.version}`;
  const others = told.get(state) ?? new Set<Instant>();
  for (const other of others) {
    const [first, second] = [other, message.slot].toSorted();
    if (first !== second && addMs(first ?? START, 2 * MINUTE_MS) > (second ?? START)) {
      complaints.push(`taken on twice: ${state} for ${first} and ${second}`);
    }
  }
  told.set(state, others.add(message.slot));
}

import { toSession } from '#adapters/kit/open-platform/publisher.ts';
import { wuxing } from '#adapters/wuxing/index.ts';
import { publishing as bare } from '#adapters/wuxing/publishing.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { documentIdOf } from '#shared/domain/document.ts';
import { programActor } from '#shared/domain/people/reach.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { offerKey } from '#shared/domain/placement/offer.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { type PlaceMessage, parsePlace } from '#shared/messages/place.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { load } from '#shared/services/events/load.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import type { WorkerPorts } from '#shared/services/placement/place/place-ports.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import type { Wake } from '#shared/services/placement/placement-ports.ts';
import { aConnection, anOffer } from '#test/services/placement/place/material.ts';
import { type SeededRandom, type SteppedClock, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { type RequestFault, type SimulatedPlatform, simulatedPlatform } from './placement-platform.ts';
import { type TimedQueue, timedQueue } from './placement-queue.ts';
import { gatedObjects, gatedStore } from './ports.ts';
import type { Gate } from './scheduler.ts';

/** A bug planted on purpose, to see that the harness bites. */
export interface PlacementPlant {
  /** In how a worker uses the store: above the await points. */
  readonly client?: (store: ItemStore) => ItemStore;
  readonly session?: (session: PublisherSession) => PublisherSession;
  /** What the worker believes of the platform. */
  readonly believes?: Partial<Publishing>;
  /** Nobody makes up for lost messages. */
  readonly isNeverWoken?: boolean;
}

/** Everything that outlives a worker. */
export interface PlacementSystem {
  readonly random: SeededRandom;
  readonly clock: SteppedClock;
  readonly stored: MemoryItemStore;
  readonly documents: MemoryObjectStore;
  readonly offers: MemoryObjectStore;
  readonly platform: SimulatedPlatform;
  readonly publishing: Publishing;
  readonly placeQueue: TimedQueue<PlaceMessage>;
  readonly preparations: TimedQueue<PlaceMessage>;
  readonly plant: PlacementPlant;
  readonly ids: readonly string[];
  /** Workers that are at something, by name. */
  readonly busy: Set<string>;
  /** Calls at which a worker's time was over. */
  readonly killedAt: string[];
  readonly complaints: string[];
}

export interface PlacementSetting {
  readonly placements: number;
  /** Whether asking twice makes two lots, so that the platform is looked at first. */
  readonly makesSecond: boolean;
  readonly fault: () => RequestFault;
  readonly plant: PlacementPlant;
}

export const SYSTEM = systemCaller('simulation');
export const COMMANDER = { caller: SYSTEM, actor: programActor(SYSTEM) };
const ORIGIN = 'https://wuxing.invalid';

export function createPlacements(
  random: SeededRandom,
  behaviour: 'well' | 'badly',
  { placements, makesSecond, fault, plant }: PlacementSetting,
): PlacementSystem {
  const clock = steppedClock();
  const badly = { duplicate: random.pick([0, 0.1, 0.3]), lose: random.pick([0, 0.1, 0.4]) };
  const queue = () => timedQueue(random, clock, behaviour === 'well' ? { duplicate: 0, lose: 0 } : badly, parsePlace);
  return {
    ...{ random, clock, plant, stored: memoryItemStore(), documents: memoryObjectStore(), offers: memoryObjectStore() },
    platform: simulatedPlatform({ clock, random, fault, makesSecond, origin: ORIGIN }),
    publishing: { ...bare, onceBy: makesSecond ? 'look' : 'reference', ...plant.believes },
    ...{ placeQueue: queue(), preparations: queue(), busy: new Set(), killedAt: [], complaints: [] },
    ids: Array.from({ length: placements }, (_, index) => `l${index + 1}-1`),
  };
}

/** The documents of the platform, each of which reaches the record as soon as it is put. */
function understood(system: PlacementSystem): MemoryObjectStore {
  const { documents, stored: records } = system;
  return {
    ...documents,
    async putIfAbsent(object) {
      const answer = await documents.putIfAbsent(object);
      const id = documentIdOf(object.key);
      const ports = { records, documents, changes: memoryQueue(), hash: sha256, platforms: [wuxing] };
      if (answer === 'written' && id !== undefined) await normaliseDocument(SYSTEM, ports, id);
      return answer;
    },
  };
}

/** What a worker works with: an await point before every call. */
export function placementPorts(system: PlacementSystem, gate: Gate): WorkerPorts {
  const { publishing, random, plant, clock } = system;
  const gated = gatedStore(gate, 'records', system.stored);
  const wake: Wake = (queue, message, delaySeconds) => {
    const to = queue === 'preparations' ? system.preparations : system.placeQueue;
    return gate('queue.send', () => to.send(message, delaySeconds));
  };
  const given = { wake, publishing: [publishing], platforms: [], random };
  const ask: Parameters<typeof toSession>[0] = (call) =>
    gate(`platform.${call.method}${call.path.replace(/[a-z]*\d[^/]*/g, 'x')}`, async () => system.platform.ask(call));
  return {
    ...given,
    records: plant.client?.(gated) ?? gated,
    ...{ documents: gatedObjects(gate, 'documents', understood(system)), clock, hash: sha256 },
    offers: gatedObjects(gate, 'offers', system.offers),
    secrets: { read: async () => 'key' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    effects: { placement: placementEffects(given) },
    publishers: [
      {
        publishing,
        connect: (settings) => {
          const session = toSession(ask, settings);
          return plant.session?.(session) ?? session;
        },
      },
    ],
  };
}

/** Every call at once. */
const UNGATED: Gate = (_, effect) => effect();

export async function placementOf({ stored }: PlacementSystem, id: string): Promise<Placement> {
  const known = await load({ records: stored }, placementAggregate, id);
  if (known === undefined) throw new RangeError(`no placement ${id}`);
  return known.state;
}

/** Stores what is offered for a placement with this amendment in it; the answer is its hash. */
export async function storeOffer({ offers }: PlacementSystem, id: string, amendment: number): Promise<string> {
  const title = `标的 ${id} 第${amendment}次变更`;
  const reason = amendment === 0 ? null : '更正标题';
  const offer = anOffer({ reference: id, platform: bare.platform, amendment, amendmentReason: reason, title });
  const bytes = new TextEncoder().encode(JSON.stringify(offer));
  const sha = sha256.sha256(bytes);
  await offers.putIfAbsent({ key: offerKey(sha), bytes, contentType: 'application/json' });
  return sha;
}

/** The connection is saved, and every placement was approved and validated. */
export async function openPlacements(system: PlacementSystem): Promise<void> {
  const ports = placementPorts(system, UNGATED);
  const value = JSON.parse(JSON.stringify([aConnection({ platform: bare.platform, requestsPerMinute: 600 })]));
  const saved = { type: 'saved', data: { value, reason: '试验' } } as const;
  await commit(ports, settingsAggregate, 'connections', COMMANDER, { id: 'connect', body: {} }, () => saved);
  for (const id of system.ids) {
    const about = { listingId: id.slice(0, -2), round: 1, platform: bare.platform, way: 'api', ownerId: 'o1' } as const;
    const offerSha256 = await storeOffer(system, id, 0);
    const events: readonly PlacementEvent[] = [
      { type: 'opened', data: about },
      { type: 'validated', data: { offerSha256, amendment: 0 } },
    ];
    for (const event of events) {
      await commit(ports, placementAggregate, id, COMMANDER, { id: event.type, body: {} }, () => event);
    }
  }
}

import { dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { type SeededRandom, type SteppedClock, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { doSmall, type SmallCommand, smallEffects } from '#test/support/small-listing.ts';
import type { DeskRequest } from './desk-script.ts';
import { listingsIn, watchedDesk, wrongNow } from './desk-watch.ts';
import { gatedStore } from './ports.ts';
import { type QueueFaults, type SimulatedQueue, simulatedQueue } from './queue.ts';
import type { Gate, Worker } from './scheduler.ts';

/** What of the desk is simulated: its commands, and how to look at what they left. */
export interface DeskModel {
  readonly effects: EventPorts['effects'];
  readonly act: (ports: EventPorts, request: DeskRequest) => Promise<unknown>;
  readonly wrongIn: (stored: MemoryItemStore) => readonly string[];
  /** Each listing: whether it is withdrawn, and the assets it ever offered. */
  readonly listings: (stored: MemoryItemStore) => ReadonlyMap<string, { state: string; named: readonly string[] }>;
}

/** What lies in the queue, as the body of its command. */
export function plain(asked: object): JsonValue {
  return JSON.parse(JSON.stringify(asked)) as JsonValue;
}

/** Small listings under the real logs and locks. */
function smallModel({ act = doSmall, effects = { listing: smallEffects } }: DeskPlant): DeskModel {
  return {
    effects,
    act: (ports, { listing, key, asked }) =>
      act(ports, listing, { id: key, body: plain(asked) }, asked as SmallCommand),
    wrongIn: wrongNow,
    listings: listingsIn,
  };
}

/** A bug planted on purpose. */
export interface DeskPlant {
  /** In how a worker uses the store: above the await points. */
  readonly client?: (store: ItemStore) => ItemStore;
  readonly act?: typeof doSmall;
  readonly effects?: EventPorts['effects'];
}

/** What a desk may be made of, where it is not the usual. */
type DeskParts = Partial<Pick<DeskSystem, 'plant' | 'model' | 'stored' | 'clock'>>;

/** Everything that outlives a worker. */
export interface DeskSystem {
  readonly random: SeededRandom;
  readonly stored: MemoryItemStore;
  readonly records: ItemStore;
  readonly queue: SimulatedQueue;
  readonly clock: SteppedClock;
  readonly plant: DeskPlant;
  readonly model: DeskModel;
  readonly complaints: string[];
  /** How often a command was refused because another listing has the asset. */
  readonly refused: { locked: number };
  /** Commands that were answered: listing and key. */
  readonly answered: Set<string>;
  /** What an index that lags may still show. */
  lagging: readonly Item[];
}

const HOUR_MS = 3_600_000;
const WELL_BEHAVED: QueueFaults = { duplicate: 0, delay: 0, reorder: false, deduplicate: 1 };

export function createDesk(random: SeededRandom, behaviour: 'well' | 'badly', of: DeskParts = {}): DeskSystem {
  const { plant = {}, model = smallModel(plant), stored = memoryItemStore(), clock = steppedClock() } = of;
  const complaints: string[] = [];
  const badly = { duplicate: random.pick([0, 0.1, 0.3]), delay: 0.2, reorder: random.chance(0.5), deduplicate: 1 };
  return {
    random,
    stored,
    records: watchedDesk(stored, (complaint) => complaints.push(complaint), model.wrongIn),
    queue: simulatedQueue(random, behaviour === 'well' ? WELL_BEHAVED : badly),
    clock,
    plant,
    model,
    complaints,
    refused: { locked: 0 },
    answered: new Set(),
    lagging: [],
  };
}

/** What a worker of the desk stands on; after a crash it gets new ones. */
export function portsOf(system: DeskSystem, gate: Gate): EventPorts {
  const gated = gatedStore(gate, 'records', system.records);
  const records = system.plant.client?.(gated) ?? gated;
  return { records, hash: sha256, clock: system.clock, effects: system.model.effects };
}

/** A refusal must name another listing that has the asset and was not withdrawn when the command began. */
function checkRefusal(system: DeskSystem, listing: string, begun: ReadonlySet<string>, error: AppError): void {
  if (error.code !== 'ASSET.LOCKED') return;
  system.refused.locked += 1;
  const holder = String(error.details['listing']);
  const named = system.model.listings(system.stored).get(holder)?.named ?? [];
  if (holder === listing || !named.includes(String(error.details['assetId'])) || begun.has(holder)) {
    system.complaints.push(`refused: ${listing} is said to be kept out by ${holder}`);
  }
}

function withdrawnIn({ stored, model }: DeskSystem): ReadonlySet<string> {
  return new Set([...model.listings(stored)].filter(([, { state }]) => state === 'withdrawn').map(([id]) => id));
}

/** Carries out one request; says whether it need not come again. */
async function serve(system: DeskSystem, ports: EventPorts, request: DeskRequest): Promise<boolean> {
  const { listing, key } = request;
  const begun = withdrawnIn(system);
  system.clock.advance(system.random.below(8) * HOUR_MS);
  try {
    await system.model.act(ports, request);
    system.answered.add(`${listing} ${key}`);
    return true;
  } catch (thrown) {
    const error = toAppError(thrown);
    checkRefusal(system, listing, begun, error);
    if (error.code === 'INTERNAL.UNEXPECTED') throw thrown;
    return !error.retryable;
  }
}

/** One of the desk's functions: takes requests and carries them out; what failed for a moment comes again. */
export function clerkOf(system: DeskSystem, name: string): Worker {
  const { queue } = system;
  return {
    name,
    crashed: () => queue.release(name),
    async life(gate) {
      const ports = portsOf(system, gate);
      for (;;) {
        const taken = gate('requests.receive', () => queue.receive(name, 1), queue.hasMessages);
        const messages = await taken.catch(() => {
          queue.release(name);
          return [];
        });
        for (const message of messages) {
          const done = await serve(system, ports, message.body as unknown as DeskRequest);
          await queue.settle(name, done ? [message] : []);
        }
      }
    },
  };
}

/** Days from the start to now. */
export function daysGone({ clock }: DeskSystem): number {
  return dayNumberOf(clock.now()) - dayNumberOf(steppedClock().now());
}

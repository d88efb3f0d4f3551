import { systemCaller } from '#shared/domain/caller.ts';
import { programActor } from '#shared/domain/people/reach.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { type Offer, offerKey } from '#shared/domain/placement/offer.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PlaceMessage } from '#shared/messages/place.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { foldLog, readLog } from '#shared/services/events/load.ts';
import { place } from '#shared/services/placement/place/place.ts';
import type { WorkerPorts } from '#shared/services/placement/place/place-ports.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import type { Wake } from '#shared/services/placement/placement-ports.ts';
import { keys } from '#shared/services/records/keys.ts';
import { type SteppedClock, seededRandom, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';
import { aConnection, anOffer, ID, PLATFORM, somePublishing } from './material.ts';

const CALLER = systemCaller('test');
const COMMANDER = { caller: CALLER, actor: programActor(CALLER) };

/** A session that does what the test says; what it does not say must not be asked. */
export type Script = Partial<PublisherSession>;

export interface Placing {
  readonly ports: WorkerPorts & { readonly records: MemoryItemStore; readonly clock: SteppedClock };
  readonly documents: MemoryObjectStore;
  readonly offers: MemoryObjectStore;
  /** Messages sent, with their queue and delay. */
  readonly woken: { queue: Parameters<Wake>[0]; message: PlaceMessage; delaySeconds: number }[];
  /** Calls of the session, by name. */
  readonly asked: string[];
  readonly warnings: string[];
  script: Script;
  happen(event: PlacementEvent, id?: string): Promise<Placement>;
  connect(connections: readonly PlatformConnection[]): Promise<void>;
  storeOffer(offer: Offer): Promise<string>;
  run(message?: Partial<PlaceMessage>): Promise<void>;
  placement(): Promise<Placement>;
  events(): Promise<readonly PlacementEvent[]>;
  workDueAt(): Promise<unknown>;
}

function scripted(placing: () => Placing): PublisherSession {
  const ask = <N extends keyof Script>(name: N): NonNullable<Script[N]> => {
    placing().asked.push(name);
    const answer = placing().script[name];
    if (answer === undefined) throw new RangeError(`nobody expected ${name} to be asked`);
    return answer;
  };
  return {
    publish: async (offer) => ask('publish')(offer),
    look: async (reference) => ask('look')(reference),
    amend: async (offer, lot) => ask('amend')(offer, lot),
    withdraw: async (reference, lot, reason) => ask('withdraw')(reference, lot, reason),
    read: async (lot) => ask('read')(lot),
    test: async (now) => ask('test')(now),
  };
}

/** Everything the worker stands on, in memory, with no placement yet. */
function aPlacing(publishing = somePublishing()): Placing {
  const records = memoryItemStore();
  const documents = memoryObjectStore();
  const offers = memoryObjectStore();
  const woken: Placing['woken'] = [];
  const warnings: string[] = [];
  const wake: Wake = async (queue, message, delaySeconds) => void woken.push({ queue, message, delaySeconds });
  const given = { wake, publishing: [publishing], platforms: [], random: seededRandom(1) };
  const log = { info: () => {}, warn: (text: string) => void warnings.push(text), error: () => {} };
  const ports = {
    ...{ ...given, records, documents, offers, log, hash: sha256, clock: steppedClock() },
    secrets: { read: async (name: string) => `secret of ${name}` },
    effects: { placement: placementEffects(given) },
    publishers: [{ publishing, connect: () => scripted(() => placing) }],
  };
  const events = () => readLog<PlacementEvent>(ports, { kind: 'placement', id: ID });
  let commands = 0;
  const command = () => ({ id: `command-${++commands}`, body: {} });
  const placing: Placing = {
    ...{ ports, documents, offers, woken, asked: [], warnings, script: {} },
    async happen(event, id = ID) {
      return (await commit(ports, placementAggregate, id, COMMANDER, command(), () => event)).state;
    },
    async connect(connections) {
      const value = JSON.parse(JSON.stringify(connections));
      const saved = { type: 'saved', data: { value, reason: '试验' } } as const;
      await commit(ports, settingsAggregate, 'connections', COMMANDER, command(), () => saved);
    },
    async storeOffer(offer) {
      const bytes = new TextEncoder().encode(JSON.stringify(offer));
      const sha = sha256.sha256(bytes);
      await offers.putIfAbsent({ key: offerKey(sha), bytes, contentType: 'application/json' });
      return sha;
    },
    run: (of = {}) => place(CALLER, ports, { schema: 'place.v1', placement: ID, slot: null, ...of }),
    async placement() {
      const known = foldLog(placementAggregate, ID, await events());
      if (known === undefined) throw new RangeError('no placement');
      return known.state;
    },
    events: async () => (await events()).map(({ event }) => event),
    workDueAt: async () => (await records.get(keys.placementWork(ID)))?.['dueAt'],
  };
  return placing;
}

/** A placement that was validated and is to be sent now. */
export async function aValidated(publishing = somePublishing(), offer = anOffer()): Promise<Placing> {
  const placing = aPlacing(publishing);
  await placing.connect([aConnection()]);
  const offerSha256 = await placing.storeOffer(offer);
  const about = { listingId: 'l1', round: 1, platform: PLATFORM, way: 'api', ownerId: 'o1' } as const;
  await placing.happen({ type: 'opened', data: about });
  await placing.happen({ type: 'validated', data: { offerSha256, amendment: 0 } });
  placing.woken.length = 0;
  return placing;
}

/** What a session throws. */
export function failing(code: ConstructorParameters<typeof AppError>[0], details = {}): () => Promise<never> {
  return () => Promise.reject(new AppError(code, 'as the test says', { details }));
}

/** Lets the time pass until the next step is due, if any is. */
export async function waitUntilDue({ ports: { clock }, workDueAt }: Placing): Promise<void> {
  const dueAt = await workDueAt();
  if (typeof dueAt === 'string') clock.advance(Math.max(0, Date.parse(dueAt) - Date.parse(clock.now())));
}

import { systemCaller } from '#shared/domain/caller.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import type { LotState } from '#shared/domain/lot-state.ts';
import type { Phase } from '#shared/domain/lot-status.ts';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { addMs } from '#shared/domain/time.ts';
import type { PlaceMessage } from '#shared/messages/place.ts';
import type { HandoffPorts, Printer } from '#shared/services/desk/handoff/handoff-ports.ts';
import { listingAggregate } from '#shared/services/desk/listing/listing-aggregate.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { load } from '#shared/services/events/load.ts';
import { logEvent } from '#shared/services/placement/log-event.ts';
import { placementAggregate } from '#shared/services/placement/placement-aggregate.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import type { PlacementPorts, Wake } from '#shared/services/placement/placement-ports.ts';
import { preparePlacement } from '#shared/services/placement/prepare-placement.ts';
import { toLotItem } from '#shared/services/records/lot-record.ts';
import { aFullLease, handoffParts, ready } from '#test/services/desk-handoff/handoff-desk.ts';
import { aStamp } from '#test/support/builders.ts';
import { aListingDesk, type ListingDesk, PUBLIC } from '#test/support/desk.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';

/** Who was woken, for which placement. */
export interface Woken {
  readonly queue: string;
  readonly placement: string;
}

/** A desk whose public platform is published to, with nobody behind the queues. */
export interface PlacementDesk extends Omit<ListingDesk, 'ports'> {
  readonly ports: HandoffPorts & PlacementPorts;
  readonly files: MemoryObjectStore;
  readonly woken: Woken[];
}

export const MINUTE_MS = 60_000;

/** Where the public platform is called; it shows its lots there too. */
export const BASE = 'https://opi.connected.example.invalid';

function publishingOfPublic(of: Partial<Publishing> = {}): Publishing {
  return {
    platform: PUBLIC,
    onceBy: 'reference',
    amend: 'api',
    withdraw: 'api',
    fields: [],
    eventsSecret: null,
    limits: { confidence: 'documented', source: '测试' },
    untried: '测试',
    ...of,
  };
}

/** Prints every document as its own name: what a real printer makes of it is its own test's matter. */
export const quickPrinter: Printer = {
  faults: () => [],
  document: async (_, kind) => new TextEncoder().encode(`docx ${kind}`),
  package: async () => new TextEncoder().encode('zip'),
};

export function connect(desk: Pick<ListingDesk, 'saveSetting'>, enabled = true): Promise<void> {
  const connection = { platform: PUBLIC, enabled, base: BASE, options: {}, secrets: {}, requestsPerMinute: 60 };
  return desk.saveSetting('connections', [connection]);
}

export async function aPlacementDesk(of: Partial<Publishing> = {}): Promise<PlacementDesk> {
  const desk = await aListingDesk();
  const files = memoryObjectStore();
  const woken: Woken[] = [];
  const wake: Wake = async (queue, { placement }) => {
    woken.push({ queue: queue === 'preparations' ? queue : queue.platform, placement });
  };
  const given = {
    wake,
    publishing: [publishingOfPublic(of)],
    platforms: desk.ports.platforms,
    random: desk.ports.random,
  };
  const effects = {
    listing: listingEffects({ documents: () => desk.documents, publishing: given.publishing }),
    placement: placementEffects(given),
  };
  const ports = { ...desk.ports, ...given, effects, ...(await handoffParts(files)) };
  await connect(desk);
  return { ...desk, ports, files, woken };
}

/** A listing approved on this desk, and the id of its placement. */
export async function anApproved(
  desk: PlacementDesk,
  terms = aFullLease(),
): Promise<{ readonly listing: Listing; readonly id: string }> {
  const listing = await ready(desk, terms);
  return { listing, id: `${listing.id}-1` };
}

export async function placementNow({ ports }: PlacementDesk, id: string): Promise<Placement> {
  return (await load(ports, placementAggregate, id))?.state ?? expectThere(id);
}

export async function listingNow({ ports }: PlacementDesk, id: string): Promise<Listing> {
  return (await load(ports, listingAggregate, id))?.state ?? expectThere(id);
}

function expectThere(id: string): never {
  throw new RangeError(`there is no ${id}`);
}

export function messageFor(id: string): PlaceMessage {
  return { schema: 'place.v1', placement: id, slot: null };
}

/** What the function that prepares does on a message. */
export function prepare(desk: PlacementDesk, id: string, printer: Printer = quickPrinter): Promise<void> {
  return preparePlacement(systemCaller('prepare'), desk.ports, printer, messageFor(id));
}

/** What the worker that calls the platform writes, one event after the other. */
export async function work(desk: PlacementDesk, id: string, ...events: readonly PlacementEvent[]): Promise<void> {
  for (const event of events) {
    const logged = await logEvent(systemCaller('worker'), desk.ports, await placementNow(desk, id), event);
    if (logged === undefined) throw new Error('something else happened meanwhile');
  }
}

export const LOT = { number: '4711', url: `${BASE}/lots/4711`, revision: 1 };

/** A call to the platform begins. */
export function attempted(desk: PlacementDesk, number = 1, step: 'publish' | 'amend' | 'withdraw' = 'publish') {
  return { type: 'attempted', data: { number, step, until: addMs(desk.clock.now(), 2 * MINUTE_MS) } } as const;
}

/** Approved, prepared, and taken by the platform. */
export async function published(desk: PlacementDesk): Promise<{ readonly listing: Listing; readonly id: string }> {
  const { listing, id } = await anApproved(desk);
  await prepare(desk, id);
  await work(desk, id, attempted(desk), { type: 'accepted', data: LOT });
  return { listing, id };
}

/** Puts into the record what a document of the platform said of the lot. */
export async function seen(
  desk: PlacementDesk,
  of: Pick<LotState, 'facts' | 'outcomes'>,
  phase?: Phase,
): Promise<void> {
  const lotId = toLotId(PUBLIC, LOT.number);
  const state: LotState = {
    platform: PUBLIC,
    externalId: LOT.number,
    ...of,
    ...(phase === undefined ? {} : { phase: { value: phase, stamp: aStamp(1) } }),
  };
  const item = toLotItem({ lotId, version: 1, generation: 0, state, chunks: [], bidCount: 0, lastDocument: 'page' });
  await desk.records.put(item, 'any');
}

import { systemCaller } from '#shared/domain/caller.ts';
import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { programActor } from '#shared/domain/people/reach.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import { addMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { type CollectMessage, parseCollect } from '#shared/messages/collect.ts';
import type { FetchStep, FetchTarget } from '#shared/ports/platform-fetcher.ts';
import type { FetchedDocument } from '#shared/ports/platform-publisher.ts';
import { collect } from '#shared/services/collection/collect.ts';
import type { CollectPorts, PlanPorts } from '#shared/services/collection/collection-ports.ts';
import { planCollection } from '#shared/services/collection/plan.ts';
import { settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { encodeContent, type VirtualContent, virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { START, type SteppedClock, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';

export const PLATFORM = 'virtual';

const CALLER = systemCaller('test');
const COMMANDER = { caller: CALLER, actor: programActor(CALLER) };
const MINUTE_MS = 60_000;

/** What a platform answers; throws what it fails with. */
export type Answer = (target: FetchTarget, step: string | null) => FetchStep;

/** A request as it was sent. */
export interface SentRequest {
  readonly at: Instant;
  readonly target: FetchTarget;
  readonly step: string | null;
}

/** Everything planning and collecting stand on, in memory, with a queue whose time is moved by hand. */
export interface Collecting {
  readonly ports: CollectPorts & PlanPorts & { readonly records: MemoryItemStore; readonly clock: SteppedClock };
  readonly documents: MemoryObjectStore;
  readonly cards: Map<string, LotCard>;
  readonly sent: SentRequest[];
  readonly queue: { readonly at: Instant; readonly message: CollectMessage }[];
  answer: Answer;
  /** Puts a lot into the record. */
  know(card: Partial<LotCard> & Pick<LotCard, 'externalId'>): void;
  switchOn(source?: Partial<CollectionSource>): Promise<void>;
  plan(): ReturnType<typeof planCollection>;
  /** Lets so much time pass: messages come at their moments, the planner every minute. */
  pass(ms: number): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export function someFetching(of: Partial<Fetching> = {}): Fetching {
  return {
    platform: PLATFORM,
    way: 'public',
    base: 'https://example.invalid',
    requestsPerMinute: 6,
    rateSource: '试验',
    lists: [],
    listed: [],
    showsBids: false,
    showsSettlement: false,
    untried: '试验',
    ...of,
  };
}

/** A page that says this. */
export function aDocument(content: VirtualContent, kind = 'lot'): FetchedDocument {
  const source = 'https://example.invalid/page';
  return { kind, bytes: encodeContent(content), contentType: 'application/json', source };
}

/** One answer, with nothing after it. */
export function aStep(content: VirtualContent, next: string | null = null): FetchStep {
  return { documents: [aDocument(content)], next };
}

export function aCollecting(fetching: Fetching = someFetching()): Collecting {
  const records = memoryItemStore();
  const documents = memoryObjectStore();
  const clock = steppedClock();
  const [cards, sent, queue]: [Collecting['cards'], Collecting['sent'], Collecting['queue']] = [new Map(), [], []];
  const fetch = async (target: FetchTarget, step: string | null) => {
    sent.push({ at: clock.now(), target, step });
    return collecting.answer(target, step);
  };
  const ports: Collecting['ports'] = {
    ...{ records, documents, clock, hash: sha256, platforms: [virtualPlatform], publishing: [] },
    fetching: [fetching],
    fetchers: [{ fetching, connect: () => ({ fetch }) }],
    secrets: { read: async (name) => `secret of ${name}` },
    lots: async () => cards,
    send: async (_, message, delaySeconds) => void queue.push({ at: addMs(clock.now(), delaySeconds * 1000), message }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const plan = () => planCollection(systemCaller('plan'), ports);
  const deliver = async (until: Instant) => {
    for (;;) {
      queue.sort((a, b) => (a.at < b.at ? -1 : 1));
      const [next] = queue;
      if (next === undefined || next.at > until) return;
      queue.shift();
      if (next.at > clock.now()) clock.advance(toEpochMs(next.at) - toEpochMs(clock.now()));
      // As the wire does.
      await collect(systemCaller('collect'), ports, parseCollect(JSON.parse(JSON.stringify(next.message))));
    }
  };
  const collecting: Collecting = {
    ...{ ports, documents, cards, sent, queue, plan },
    answer: () => {
      throw new RangeError('nobody expected a request');
    },
    know(card) {
      const lotId = toLotId(PLATFORM, card.externalId);
      cards.set(lotId, { ...NOTHING_KNOWN, lotId, platform: PLATFORM, ...card });
    },
    async switchOn(of = {}) {
      const none = { base: null, requestsPerMinute: null, lists: null, retired: null };
      const value = JSON.parse(JSON.stringify([{ platform: PLATFORM, enabled: true, ...none, ...of }]));
      const saved = { type: 'saved', data: { value, reason: '试验' } } as const;
      const command = { id: JSON.stringify(value), body: {} };
      await commit({ ...ports, effects: {} }, settingsAggregate, 'sources', COMMANDER, command, () => saved);
    },
    async pass(ms) {
      const until = addMs(clock.now(), ms);
      for (let minute = nextMinute(clock.now()); minute <= until; minute = addMs(minute, MINUTE_MS)) {
        await deliver(minute);
        clock.advance(toEpochMs(minute) - toEpochMs(clock.now()));
        await plan();
      }
      await deliver(until);
      clock.advance(toEpochMs(until) - toEpochMs(clock.now()));
    },
    keys: () => documents.list('documents/'),
  };
  return collecting;
}

/** The first whole minute of the test's time that is not before. */
function nextMinute(now: Instant): Instant {
  const passed = toEpochMs(now) - toEpochMs(START);
  return addMs(START, Math.ceil(passed / MINUTE_MS) * MINUTE_MS);
}

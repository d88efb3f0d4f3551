import type { BidObservation } from '#shared/domain/bid.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { toDocumentId } from '#shared/domain/document.ts';
import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { AuctionPlatform, MappedDocument } from '#shared/ports/auction-platform.ts';
import type { ItemKey } from '#shared/ports/item-store.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { inviteDocument } from '#shared/services/receive-document.ts';
import { cardReconciliation } from '#shared/services/reconciliation/reconciliation-log.ts';
import type { ReconciliationPorts } from '#shared/services/reconciliation/reconciliation-ports.ts';
import { parseLotItem } from '#shared/services/records/lot-record.ts';
import { encodeContent, manifest, virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { minute } from '#test/support/builders.ts';
import { day } from '#test/support/desk-terms.ts';
import { type MemoryEventPorts, memoryEventPorts } from '#test/support/event-ports.ts';
import { countingIds, sha256 } from '#test/support/fixed-ambient.ts';
import type { MemoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

/** The days around the start of the test's time. */
export const MAY = { from: day('2024-05-01'), to: day('2024-05-31') };

const RESULT_FILE = { title: '成交结果表', contentType: 'application/json', rank: 9 };

/** A platform that also hands over lists of results. */
const PLATFORM: AuctionPlatform = {
  manifest: { ...manifest, documentKinds: { ...manifest.documentKinds, 'result-file': RESULT_FILE } },
  map: (document) => virtualPlatform.map(document),
};

const BIDS: readonly BidObservation[] = [
  { bidder: 'B1', price: fen(100_000_00), at: minute(10), standing: 'outbid' },
  { bidder: 'B2', price: fen(101_000_00), at: minute(20), standing: 'winning' },
];

/** A lot sold online, of which everything agrees with `BIDS`. */
export function aSale(number: number, facts: Partial<LotFacts> = {}): LotObservation {
  const known: Partial<LotFacts> = {
    ...{ title: `${number}号鱼塘`, venue: 'online', saleMode: 'ascending', tradeCategory: 'collective' },
    ...{ divisionCode: '330502100', priceBasis: 'total', startPrice: fen(100_000_00), increment: fen(1_000_00) },
    ...{ endsAt: minute(60), bidCount: 2, hammerPrice: fen(101_000_00) },
  };
  return { externalId: String(number), status: 'sold', facts: { ...known, ...facts } };
}

/** A page that shows sales with their bids. */
export function salesPage(lots: readonly LotObservation[]): Partial<MappedDocument> {
  return { lots, bids: lots.map(({ externalId }) => ({ externalId, bids: BIDS })) };
}

function cardsIn(records: MemoryItemStore): ReadonlyMap<string, LotCard> {
  const states = records.items('LOT#').filter(({ sk }) => sk === 'STATE');
  const cards = states.map((item): LotCard => {
    const { state, version, bidCount } = parseLotItem(item.pk.slice('LOT#'.length) as LotId, item);
    return toLotCard(state, version, bidCount);
  });
  return new Map(cards.map((card) => [card.lotId, card]));
}

/** Records that say which items were read one by one. */
function watched(records: MemoryItemStore) {
  const read: ItemKey[] = [];
  const get = (key: ItemKey) => {
    read.push(key);
    return records.get(key);
  };
  const lotsRead = () => read.filter(({ pk, sk }) => pk.startsWith('LOT#') && sk === 'STATE').length;
  return { store: { ...records, get }, lotsRead };
}

function aMonthOn(): MemoryEventPorts {
  const ports = memoryEventPorts();
  ports.clock.advance(30 * 86_400_000);
  return ports;
}

/** What reconciling stands on, over memory, with a platform that can be made to say anything. */
export function aReconciliation(of: Pick<MemoryEventPorts, 'records' | 'clock'> = aMonthOn()) {
  const { records, clock } = of;
  const documents = memoryObjectStore();
  const { store, lotsRead } = watched(records);
  const { platforms: readers, manifests } = { platforms: [PLATFORM], manifests: [PLATFORM.manifest] };
  const inviting = { documents, clock, ids: countingIds('correlation-'), manifests };
  const mapping = { records, documents, changes: memoryQueue(), hash: sha256, platforms: readers };
  const bring = async (says: Partial<MappedDocument>, at: Instant, kind = 'result'): Promise<string> => {
    const bytes = encodeContent({ says: { lots: [], bids: [], quarantined: [], ...says } });
    const named = { platform: manifest.id, kind, observedAt: at, sha256: sha256.sha256(bytes) };
    const { upload } = await inviteDocument({ id: 'operator-1', roles: ['operator'] }, inviting, {
      ...named,
      size: bytes.length,
      source: '五月成交.json',
    });
    await documents.upload(upload, bytes);
    await normaliseDocument(systemCaller('normalise'), mapping, toDocumentId(named));
    return toDocumentId(named);
  };
  const ports: ReconciliationPorts = {
    ...{ records: store, hash: sha256, clock, documents, readers, platforms: manifests },
    effects: { reconciliation: cardReconciliation },
    lots: () => Promise.resolve(cardsIn(records)),
    readFacts: () => Promise.resolve({ hash: 'facts', at: minute(60), facts: [...cardsIn(records).values()] }),
  };
  return { ports, records, bring, lotsRead };
}

import type { BidObservation } from '#shared/domain/bid.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '#shared/domain/document.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { toMetadata } from '#shared/messages/document-envelope.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { meteredStore, type StoreUsage } from '#shared/services/records/write-meter.ts';
import { encodeContent, manifest, type VirtualKind, virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { START, sha256 } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { report } from './measure.ts';

const LOTS = 40;
const OBSERVATIONS = 30;
const BIDS_EACH = 3;

function lotOf(index: number, at: Instant, bids: number): LotObservation {
  const facts: Partial<LotFacts> = {
    title: `湖州市吴兴区织里镇晟舍新街${index}号厂房及土地使用权`,
    url: `https://example.invalid/lots/${700_000_000_000 + index}.htm`,
    round: 1,
    tradeCategory: 'collective',
    venue: 'online',
    saleMode: 'ascending',
    seller: '湖州市吴兴区织里镇晟舍村股份经济合作社',
    location: '浙江 湖州 吴兴区 织里镇',
    priceBasis: 'total',
    termMonths: 36,
    startPrice: fen(386_200_000),
    appraisal: fen(551_714_286),
    deposit: fen(38_000_000),
    increment: fen(1_000_000),
    extensionMinutes: 5,
    startsAt: START,
    endsAt: addMs(START, 86_400_000),
    currentPrice: fen(386_200_000 + bids * 1_000_000),
    bidCount: bids,
    registrationCount: 4,
    extensionCount: 0,
  };
  return { externalId: String(700_000_000_000 + index), status: 'bidding', facts: { ...facts, startsAt: at } };
}

function bidLog(count: number): readonly BidObservation[] {
  return Array.from({ length: count }, (_, index) => ({
    bidder: `A${1000 + (index % 4)}`,
    price: fen(386_200_000 + index * 1_000_000),
    at: addMs(START, index * 61_000),
    standing: index === count - 1 ? 'leading' : 'outbid',
  }));
}

/** A small world: documents go in at rising times, and the store says what each cost. */
function meteredWorld() {
  const documents = memoryObjectStore();
  const { store, usage, reset } = meteredStore(memoryItemStore());
  const ports = { records: store, documents, changes: memoryQueue(), hash: sha256, platforms: [virtualPlatform] };
  let clock = START;
  return async (kind: VirtualKind, says: Omit<MappedDocument, 'quarantined'>): Promise<StoreUsage> => {
    clock = addMs(clock, 60_000);
    const bytes = encodeContent({ says: { ...says, clock, quarantined: [] } });
    const of = { platform: manifest.id, kind, observedAt: clock, sha256: sha256.sha256(bytes) };
    const envelope: DocumentEnvelope = {
      ...of,
      schema: 'document.v1',
      receivedAt: clock,
      contentType: 'application/json',
      source: 'bench',
      broughtBy: 'bench',
      correlationId: 'bench',
    };
    const documentId = toDocumentId(of);
    await documents.putIfAbsent({
      key: toDocumentKey(documentId),
      bytes,
      contentType: envelope.contentType,
      metadata: toMetadata(envelope),
    });
    reset();
    await normaliseDocument(systemCaller('bench'), ports, documentId);
    return usage();
  };
}

function lotUnits(usage: StoreUsage): number {
  return usage.puts['LOT']?.writeUnits ?? 0;
}

/** What the record costs to keep, in write units counted by the published rules: exact, the same on every machine. */
export async function benchWriting(): Promise<void> {
  const enter = meteredWorld();
  const lots = Array.from({ length: LOTS }, (_, index) => lotOf(index, START, 0));
  const fresh = await enter('list', { lots, bids: [] });
  report('write units per new lot', (fresh.writeUnits / LOTS).toFixed(2));
  const unchanged = await enter('list', { lots, bids: [] });
  report('write units to lots of an unchanged page', String(lotUnits(unchanged)), '0');
  report('write units of an unchanged page in all', String(unchanged.writeUnits));
  let units = 0;
  for (let count = BIDS_EACH; count <= OBSERVATIONS * BIDS_EACH; count += BIDS_EACH) {
    const lot = lotOf(0, START, count);
    const usage = await enter('lot', { lots: [lot], bids: [{ externalId: lot.externalId, bids: bidLog(count) }] });
    units += usage.writeUnits;
  }
  const perBid = units / (OBSERVATIONS * BIDS_EACH);
  report(`write units per bid, ${BIDS_EACH} new bids an observation`, perBid.toFixed(2), '≤ 2.3');
}

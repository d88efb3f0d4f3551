import type { BidObservation } from '#shared/domain/bid.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { toDocumentId } from '#shared/domain/document.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts, LotObservation } from '#shared/domain/observation.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { type NormalisePorts, normaliseDocument } from '#shared/services/normalise-document.ts';
import { inviteDocument } from '#shared/services/receive-document.ts';
import {
  encodeContent,
  manifest,
  type VirtualContent,
  type VirtualKind,
  virtualPlatform,
} from '#test/simulation/virtual-platform.ts';
import { countingIds, START, sha256, steppedClock } from './fixed-ambient.ts';
import { memoryItemStore } from './memory-item-store.ts';
import { memoryObjectStore } from './memory-object-store.ts';
import { memoryQueue } from './memory-queue.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** The instant so many minutes after the start of the test's time. */
export function minute(minutes: number): Instant {
  return addMs(START, minutes * MINUTE_MS);
}

/** The stamp of a document named after its minute. */
export function aStamp(minutes: number, of: Partial<Stamp> = {}): Stamp {
  return { at: minute(minutes), rank: 5, document: `document-${String(minutes).padStart(3, '0')}`, ...of };
}

/** A lot in its bidding, as a page shows it. */
export function aLot(facts: Partial<LotFacts> = {}, status: LotStatus = 'bidding'): LotObservation {
  return { externalId: '1024', status, facts: { title: '梧桐村厂房', ...facts } };
}

/** A lot of which a page says one fact and nothing else. */
export function aLotSaying(facts: Partial<LotFacts>): LotObservation {
  return { externalId: '1024', facts };
}

/** Every fact a detailed page may say: about the most a new lot weighs. */
export function aFullLot(): LotObservation {
  return aLot({
    url: 'https://example.invalid/lots/1024',
    round: 1,
    tradeCategory: 'collective',
    venue: 'online',
    saleMode: 'ascending',
    seller: '湖州市吴兴区东林镇梧桐村股份经济合作社',
    location: '浙江省湖州市吴兴区东林镇',
    priceBasis: 'per_year',
    termMonths: 36,
    startPrice: fen(120_000_00),
    appraisal: fen(360_000_00),
    deposit: fen(20_000_00),
    increment: fen(1_000_00),
    extensionMinutes: 5,
    startsAt: minute(60),
    endsAt: minute(1500),
    currentPrice: fen(120_000_00),
    bidCount: 0,
    registrationCount: 3,
    extensionCount: 0,
  });
}

/** The bid made in that second of the test's time, each higher than those before. */
export function aBid(second: number, of: Partial<BidObservation> = {}): BidObservation {
  const bidder = `B${second % 7}`;
  return {
    bidder,
    price: fen(100_000_00 + second * 1_000_00),
    at: addMs(START, second * 1000),
    standing: 'outbid',
    ...of,
  };
}

/** What a page says, in our words. */
export function aPage(of: Partial<MappedDocument> = {}): VirtualContent {
  return { says: { lots: [], bids: [], quarantined: [], ...of } };
}

/** A page that shows bids of the usual lot. */
export function aBidsPage(bids: readonly BidObservation[]): VirtualContent {
  return aPage({ bids: [{ externalId: '1024', bids }] });
}

/** A desk that documents are brought to and mapped at, over memory. */
export function aDesk() {
  const records = memoryItemStore();
  const documents = memoryObjectStore();
  const changes = memoryQueue();
  const clock = steppedClock();
  clock.advance(DAY_MS);
  const inviting = { documents, clock, ids: countingIds('correlation-'), manifests: [manifest] };
  const bring = async (content: VirtualContent, minutes: number, kind: VirtualKind = 'lot'): Promise<string> => {
    const bytes = encodeContent(content);
    const named = { platform: manifest.id, kind, observedAt: minute(minutes), sha256: sha256.sha256(bytes) };
    const offer = { ...named, size: bytes.length, source: 'page.json' };
    const { upload } = await inviteDocument({ id: 'operator-1', roles: ['operator'] }, inviting, offer);
    await documents.upload(upload, bytes);
    return toDocumentId(named);
  };
  const ports: NormalisePorts = { records, documents, changes, hash: sha256, platforms: [virtualPlatform] };
  const map = (documentId: string, through: Partial<NormalisePorts> = {}) =>
    normaliseDocument(systemCaller('normalise'), { ...ports, ...through }, documentId);
  return { records, documents, changes, clock, inviting, ports, bring, map };
}

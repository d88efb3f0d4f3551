import { PERSONAL_DATA_KEY, secretCipher } from '#functions/cipher.ts';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { type DocumentEnvelope, toDocumentId, toDocumentKey } from '#shared/domain/document.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Party } from '#shared/domain/settlement/party.ts';
import type { Instant } from '#shared/domain/time.ts';
import { toMetadata } from '#shared/messages/document-envelope.ts';
import { contractChanged } from '#shared/services/contract/contract-cards.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { readLot } from '#shared/services/read-lot.ts';
import type { PartyPorts } from '#shared/services/settlement/sealed-party.ts';
import { settlementEffects } from '#shared/services/settlement/settlement-effects.ts';
import type { SettlementPorts } from '#shared/services/settlement/settlement-ports.ts';
import { memorySecrets } from '#test/office/desk-placements/memory-secrets.ts';
import { encodeContent, virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { type ListingDesk, POND, PUBLIC } from '#test/support/desk.ts';
import { approved, place } from '#test/support/desk-journey.ts';
import { aLease, fileOf } from '#test/support/desk-terms.ts';
import { countingIds, START, sha256 } from '#test/support/fixed-ambient.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

export const LOT = `${PUBLIC}.7788`;
export const PAPER = fileOf('other');
export const DAY_MS = 86_400_000;

export const PARTY: Party = {
  name: '钱某某',
  codeType: 'identity-card',
  code: '330502198001010011',
  contact: null,
  phone: '13800001234',
};

/** The village's pond as a page shows it; bidding ended when the test's time starts. */
export const SOLD_FACTS: Partial<LotFacts> = {
  title: '云村12亩鱼塘三年承租权',
  tradeCategory: 'collective',
  tradeKind: 'lease',
  divisionCode: '330502100214',
  priceBasis: 'per_year',
  termMonths: 36,
  startPrice: fen(50_000_00),
  hammerPrice: fen(56_000_00),
  endsAt: START,
};

type Lots = Readonly<Record<string, readonly [status: LotStatus, facts: Partial<LotFacts>]>>;

/** What happens after sales, over a desk of memory: what was listed, pages of lots, statements on their way to the record. */
export function afterSales<D extends ListingDesk>(desk: D) {
  const [manifest] = desk.ports.platforms;
  if (manifest === undefined) throw new RangeError('no platform');
  const { documentKinds } = virtualPlatform.manifest;
  const platforms = [{ ...virtualPlatform, manifest: { ...manifest, documentKinds } }];
  const normalising = {
    documents: desk.documents,
    records: desk.records,
    platforms,
    changes: memoryQueue(),
    hash: sha256,
  };
  const mapAll = async () => {
    for (const key of await desk.documents.list('documents/')) {
      await normaliseDocument(systemCaller('normalise'), normalising, key.slice('documents/'.length));
    }
  };
  const shows = async (lots: Lots, observedAt: Instant = desk.clock.now()) => {
    const rows = Object.entries(lots).map(([externalId, [status, facts]]) => ({ externalId, status, facts }));
    const bytes = encodeContent({ says: { lots: rows, bids: [], quarantined: [] } });
    const named = { platform: PUBLIC, kind: 'lot', observedAt, sha256: sha256.sha256(bytes) };
    const envelope: DocumentEnvelope = {
      schema: 'document.v1',
      ...named,
      receivedAt: observedAt,
      contentType: 'application/json',
      source: 'page.json',
      broughtBy: 'test',
      correlationId: 'test',
    };
    const key = toDocumentKey(toDocumentId(named));
    await desk.documents.putIfAbsent({ key, bytes, contentType: 'application/json', metadata: toMetadata(envelope) });
    await mapAll();
  };
  const known = new Set<string>();
  const lots = async () => {
    const cards = [];
    for (const id of known) cards.push((await readLot(PUBLIC_CALLER, desk, id)).card);
    return new Map(cards.map((card) => [card.lotId, card]));
  };
  const own = { settlement: settlementEffects({ documents: () => desk.documents }), contract: contractChanged };
  const rest: Pick<SettlementPorts, 'lots'> & PartyPorts = {
    records: desk.records,
    cipher: secretCipher(memorySecrets({ [PERSONAL_DATA_KEY]: Buffer.alloc(32, 7).toString('base64') })),
    lots,
  };
  const ports = {
    ...desk.ports,
    ids: countingIds('reading-'),
    ...rest,
    effects: { ...desk.ports.effects, ...own },
  };
  return {
    ...desk,
    ports,
    mapAll,
    shows: async (content: Lots, at?: Instant) => {
      for (const number of Object.keys(content)) known.add(`${PUBLIC}.${number}`);
      await shows(content, at);
    },
    card: async (id = LOT) => (await readLot(PUBLIC_CALLER, desk, id)).card,
    /** A lease of the village's pond, placed by us and sold as its platform shows an hour later. */
    sell: async (facts: Partial<LotFacts> = {}) => {
      const { id } = await approved(desk, aLease(POND));
      await place(desk, id, LOT);
      known.add(LOT);
      desk.clock.advance(3_600_000);
      await shows({ '7788': ['sold', { ...SOLD_FACTS, ...facts }] });
      return id;
    },
  };
}

export type AfterSales = ReturnType<typeof afterSales>;

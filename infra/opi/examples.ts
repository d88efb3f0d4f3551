import { readFileSync } from 'node:fs';
import { openPlatformSamples } from '#adapters/open-platform.ts';
import type { JsonObject } from './wire.ts';

const listing = {
  schema: 'opi.listing.v1',
  reference: 'k3v9x0c2m4n6b8q1-1',
  round: 1,
  title: '义皋村鱼塘12亩三年租赁权',
  tradeCategory: 'collective',
  assetClass: 'fish-pond',
  tradeKind: 'lease',
  saleMode: 'ascending',
  venue: 'online',
  seller: '湖州市吴兴区织里镇义皋村股份经济合作社',
  location: '织里镇义皋村',
  divisionCode: '330502106',
  priceBasis: 'per-year',
  termMonths: 36,
  startPriceFen: 1_200_000,
  hasReserve: true,
  reserveFen: 1_300_000,
  depositFen: 120_000,
  incrementFen: 10_000,
  extensionMinutes: 5,
  registration: { to: '2026-12-20T09:00:00Z' },
  startsAt: '2026-12-21T02:00:00Z',
  endsAt: '2026-12-21T04:00:00Z',
  documents: [
    {
      name: '公告.docx',
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      url: 'https://office.invalid/files/notice.docx',
    },
  ],
} satisfies JsonObject;

const receipt = { lotId: 'WX-2026-0412-1', status: 'announced', url: 'https://platform.invalid/lots/WX-2026-0412-1' };
const { reserveFen: _, ...kept } = listing;
const sample = (schema: keyof typeof openPlatformSamples): JsonObject =>
  JSON.parse(readFileSync(openPlatformSamples[schema], 'utf8'));
const lotDocument = sample('opi.lot.v1');

/** One example of every document of the interface, by the name of its schema; a test reads each with its schema. */
export const EXAMPLES = {
  LotDocument: lotDocument,
  LotsDocument: sample('opi.lots.v1'),
  BidsDocument: sample('opi.bids.v1'),
  ResultDocument: sample('opi.result.v1'),
  SettlementDocument: sample('opi.settlement.v1'),
  DepositsDocument: sample('opi.deposits.v1'),
  Listing: listing,
  Amendment: { ...listing, startsAt: '2026-12-23T02:00:00Z', endsAt: '2026-12-23T04:00:00Z', reason: '延长报名时间' },
  ListingReceipt: receipt,
  HeldListing: { ...receipt, reference: listing.reference, revision: 1, listing: kept },
  Withdrawal: { reason: '产权人决定收回自用' },
  Conformance: {
    name: '某某交易平台(测试环境)',
    levels: ['read', 'bids', 'publish', 'settlement', 'events'],
    limits: { titleLength: 60, pictures: 20 },
    demo: true,
    clock: '2026-12-01T02:00:00Z',
  },
  Problem: {
    type: 'urn:opi:problem:listing.invalid',
    title: '委托内容有误',
    status: 422,
    code: 'listing.invalid',
    errors: [{ pointer: '/title', code: 'text.too_long', detail: '不得超过 60 字' }],
    retryable: false,
  },
  EventDocument: {
    schema: 'opi.event.v1',
    id: 'evt-000123',
    type: 'lot.changed',
    occurredAt: '2026-12-01T02:00:00Z',
    lotId: 'WX-2026-0412-1',
    data: lotDocument,
  },
} as const satisfies Readonly<Record<string, JsonObject>>;

import { fen } from '#shared/domain/money.ts';
import type { Offer } from '#shared/domain/placement/offer.ts';
import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { addMs } from '#shared/domain/time.ts';
import { START } from '#test/support/fixed-ambient.ts';

export const PLATFORM = 'somewhere';
export const ID = 'l1-1';
export const LOT: PlacedLot = { number: 'N-1', url: 'https://example.invalid/N-1', revision: 1 };

export function somePublishing(of: Partial<Publishing> = {}): Publishing {
  return {
    platform: PLATFORM,
    onceBy: 'reference',
    amend: 'api',
    withdraw: 'api',
    fields: [],
    eventsSecret: null,
    limits: { confidence: 'assumed', source: '试验' },
    untried: '试验',
    ...of,
  };
}

export function aConnection(of: Partial<PlatformConnection> = {}): PlatformConnection {
  const connection = { platform: PLATFORM, enabled: true, base: 'https://example.invalid', options: {} };
  return { ...connection, secrets: { key: `/platforms/${PLATFORM}/key` }, requestsPerMinute: 600, ...of };
}

const OFFER: Offer = {
  schema: 'offer.v1',
  reference: ID,
  platform: PLATFORM,
  round: 1,
  amendment: 0,
  amendmentReason: null,
  title: '沿街商铺',
  seller: { name: '试验村股份经济合作社', creditCode: null },
  tradeCategory: 'collective',
  assetId: null,
  assetClass: null,
  tradeKind: 'lease',
  priceBasis: 'per_year',
  location: null,
  divisionCode: null,
  area: null,
  termMonths: null,
  termStartsOn: null,
  escalationPpm: null,
  startPriceFen: fen(1_000_000),
  reserveFen: null,
  appraisalFen: null,
  depositFen: null,
  incrementFen: null,
  extension: null,
  hasPriorityHolders: false,
  noticeOn: null,
  viewingFrom: null,
  viewingUntil: null,
  registrationEndsAt: null,
  biddingStartsAt: addMs(START, 7 * 86_400_000),
  biddingEndsAt: null,
  contact: { name: null, phone: null },
  remarks: null,
  noticeNumber: null,
  files: [],
};

export function anOffer(of: Partial<Offer> = {}): Offer {
  return { ...OFFER, ...of };
}

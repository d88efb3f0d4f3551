import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { ConfirmedLink } from '#shared/domain/same-asset/groups.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { catalogueIndex } from '#shared/services/catalogue/catalogue-index.ts';
import { type CatalogueQuery, WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { assetGroups } from '#shared/services/same-asset/asset-groups.ts';
import { catalogueModel } from '#web/catalogue-model.ts';
import { CataloguePage } from '#web/pages/catalogue-page.tsx';
import { LotPage } from '#web/pages/lot-page.tsx';
import type { Platforms } from '#web/platforms.ts';

/** When the pages of these tests are shown: 10:00 on 20 May 2026 in Beijing. */
export const NOW = '2026-05-20T02:00:00.000Z' as Instant;

const HOUR_MS = 3_600_000;

/** So many hours from now; negative for the past. */
export function inHours(hours: number): Instant {
  return addMs(NOW, hours * HOUR_MS);
}

/** The document every fact comes from unless a test says otherwise; shown three days ago. */
export const STAMP: Stamp = { at: inHours(-72), rank: 1, document: 'p.detail.20260517T020000000Z-ab' };

export const PLATFORMS: Platforms = new Map([
  ['p', { name: '甲平台', hosts: ['p.example'], documentKinds: { detail: { title: '标的详情' } } }],
  ['q', { name: '乙平台', hosts: ['q.example'], documentKinds: {} }],
]);

/** A lot of which one document said these facts. */
export function aShownLot(facts: Partial<LotFacts>, status: LotStatus = 'bidding', externalId = '1024') {
  const state = mergeLot(unknownLot('p', externalId), { externalId, status, facts }, STAMP);
  return { state, card: toLotCard(state, 1, 0) };
}

/** So many lots of the platform, numbered from 1. */
export function someLots(count: number, facts: Partial<LotFacts> = {}, status?: LotStatus): readonly LotCard[] {
  return Array.from({ length: count }, (_, at) => aShownLot({ title: '厂房', ...facts }, status, `${at + 1}`).card);
}

interface Asked {
  readonly page?: number;
  readonly staleSince?: Instant;
  readonly platforms?: Platforms;
  /** Merges people confirmed. */
  readonly links?: readonly ConfirmedLink[];
}

/** The catalogue page over some lots. */
export function cataloguePage(
  lots: readonly LotCard[],
  query: Partial<CatalogueQuery> = {},
  asked: Asked = {},
): string {
  const index = catalogueIndex(lots);
  const view = { etag: 'e', upToSeq: 0, index, staleSince: asked.staleSince ?? null };
  const model = catalogueModel(view, { ...WHOLE_CATALOGUE, ...query }, asked.page ?? 1, NOW);
  const groups = assetGroups(index, { version: 0, links: asked.links ?? [], offers: {} });
  return String(CataloguePage({ model, groups, platforms: asked.platforms ?? PLATFORMS, stylesheet: '/s.css' }));
}

type Shown = ReturnType<typeof aShownLot>;

/** The page of one lot, its only round and without bids unless the test says otherwise. */
export function lotPage(shown: Shown, of: Partial<Parameters<typeof LotPage>[0]> = {}): string {
  const around = {
    bids: [],
    rounds: [shown.card],
    sameAsset: [{ card: shown.card, by: null }],
    platforms: PLATFORMS,
    staleSince: null,
    now: NOW,
  };
  return String(LotPage({ ...shown, ...around, stylesheet: '/s.css', ...of }));
}

/** Every fact a lot can have, each text different; a new fact does not compile until it is here. */
export const EVERY_FACT: LotFacts = {
  title: '文本甲',
  url: 'https://p.example/lots/1024',
  round: 2,
  tradeCategory: 'collective',
  venue: 'on-site',
  saleMode: 'tender',
  seller: '文本乙',
  location: '文本丙',
  priceBasis: 'per_year',
  termMonths: 18,
  escalation: ppm(25_000),
  startPrice: fen(100_01),
  appraisal: fen(100_02),
  deposit: fen(100_03),
  increment: fen(100_04),
  extensionMinutes: 51,
  startsAt: inHours(-50),
  endsAt: inHours(-49),
  currentPrice: fen(100_05),
  bidCount: 52,
  registrationCount: 53,
  extensionCount: 54,
  hammerPrice: fen(100_06),
  maxIncrement: fen(100_07),
  reserve: 'hidden',
  assetClass: 'fish_pond',
  tradeKind: 'contract_out',
  area: { thousandths: 12_500, unit: 'mu' },
  divisionCode: '330502100',
  serviceAgency: '文本丁',
  venueAddress: '文本戊',
  registrationStartsAt: inHours(-48),
  registrationEndsAt: inHours(-47),
  viewingStartsAt: inHours(-46),
  viewingEndsAt: inHours(-45),
  reference: '文本己',
  statusReason: '文本庚',
  propertyKey: '文本辛',
  submittedAt: inHours(-29),
  corrections: [{ returnedAt: inHours(-33), resubmittedAt: inHours(-32) }],
  approvedAt: inHours(-31),
  packageHandedOverAt: inHours(-30),
  materialsCompleteAt: inHours(-44),
  liveAt: inHours(-43),
  resultKnownAt: inHours(-42),
  confirmedAt: inHours(-41),
  publicityStartsAt: inHours(-40),
  publicityEndsAt: inHours(-39),
  contractSignedAt: inHours(-38),
  paidAt: inHours(-37),
  handedOverAt: inHours(-36),
  depositsRefundedAt: inHours(-35),
};

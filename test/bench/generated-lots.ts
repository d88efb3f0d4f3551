import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import type { LotStatus } from '#shared/domain/lot-status.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import { fromEpochMs, type Instant } from '#shared/domain/time.ts';
import type { Area, TradeCategory, TradeKind } from '#shared/domain/trade.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';
import { COMPANIES, KINDS_BY_SHARE, type Kind, PLACES, PLATFORMS, type Place, STREETS } from './generated-words.ts';

const DAY_MS = 86_400_000;
const YEARS_MS = 5 * 365 * DAY_MS;

/** The moment the generated catalogue is read at; lots lie up to five years before and two months after it. */
export const GENERATED_NOW: Instant = fromEpochMs(Date.UTC(2026, 4, 20, 2));

function titleOf(random: SeededRandom, { townshipName, village }: Place, { word }: Kind): string {
  const number = 1 + random.below(400);
  const round = random.pick(['', '', '', '(第二次)', '(再次拍卖)']);
  const deed = random.pick(['出租', '招租', '租赁', '转让', '']);
  const writers: readonly (() => string)[] = [
    () => `${townshipName}${village}村${word}${number}号${deed}${round}`,
    () => `湖州市吴兴区${townshipName}${village}村${word}${deed}项目${round}`,
    () => `${village}村股份经济合作社${word}${number}#${deed}`,
    () => `吴兴区${townshipName}${random.pick(STREETS)}${number}号${1 + random.below(6)}幢${word}${deed}${round}`,
    () => `关于湖州${random.pick(COMPANIES)}有限公司${word}一处(${random.pick(['A', 'B', 'C'])}${number}室)的公告`,
    () => `${village}村${word}(浙E${String(10_000 + random.below(90_000))})${deed}`,
  ];
  return random.pick(writers)();
}

function externalIdOf(random: SeededRandom, platform: string, index: number): string {
  if (platform === 'rural-exchange') return `WX${2021 + random.below(6)}-${String(index).padStart(7, '0')}`;
  if (platform === 'result-files') return `吴兴产权〔${2021 + random.below(6)}〕${index}号`;
  return String(700_000_000_000 + index * 7919 + random.below(7919));
}

function statusOf(random: SeededRandom, startsAt: Instant, endsAt: Instant): LotStatus {
  if (startsAt > GENERATED_NOW) return random.chance(0.95) ? 'announced' : 'suspended';
  if (endsAt > GENERATED_NOW) return random.chance(0.97) ? 'bidding' : 'suspended';
  return random.pick([
    'sold',
    'sold',
    'sold',
    'sold',
    'sold',
    'passed-in',
    'passed-in',
    'ended',
    'withdrawn',
    'defaulted',
    'unknown',
  ]);
}

function areaOf(random: SeededRandom, unit: Area['unit'] | null): Area | null {
  if (unit === null || random.chance(0.15)) return null;
  const size = unit === 'mu' ? random.below(300_000) : random.below(random.pick([200_000, 2_000_000, 15_000_000]));
  return { thousandths: 100 + size, unit };
}

function pricesOf(random: SeededRandom, status: LotStatus) {
  const startPriceFen = random.chance(0.03) ? null : fen((1 + random.below(random.pick([500, 5000, 60_000]))) * 10_000);
  const raised = (price: Fen | null) => (price === null ? null : fen(price + random.below(50) * 50_000));
  const isSold = status === 'sold' || status === 'defaulted';
  const currentPriceFen = status === 'bidding' || isSold ? raised(startPriceFen) : null;
  return { startPriceFen, currentPriceFen, hammerPriceFen: isSold ? currentPriceFen : null };
}

function timesOf(random: SeededRandom) {
  const startMs = Date.parse(GENERATED_NOW) + 60 * DAY_MS - random.below(YEARS_MS);
  const startsAt = fromEpochMs(startMs - (startMs % 1000));
  const endsAt = fromEpochMs(Date.parse(startsAt) + (1 + random.below(3)) * DAY_MS);
  return { startsAt, endsAt, liveAt: fromEpochMs(Date.parse(startsAt) - (7 + random.below(20)) * DAY_MS) };
}

function whatOf(random: SeededRandom, { class: assetClass, bases, unit }: Kind) {
  const priceBasis = random.chance(0.06) ? null : random.pick(bases);
  const isLease = priceBasis !== null && priceBasis !== 'total' && priceBasis !== 'per_unit';
  const kinds: readonly TradeKind[] = isLease ? ['lease', 'lease', 'lease', 'contract_out'] : ['transfer'];
  const categories: readonly TradeCategory[] = [
    'collective',
    'collective',
    'collective',
    'state',
    'judicial',
    'bankruptcy',
  ];
  return {
    assetClass: random.chance(0.08) ? null : assetClass,
    tradeKind: random.chance(0.1) ? null : random.pick(kinds),
    tradeCategory: random.chance(0.05) ? null : random.pick(categories),
    priceBasis,
    area: areaOf(random, unit),
    termMonths: isLease ? 12 * (1 + random.below(10)) : null,
  };
}

function whereOf(random: SeededRandom, { township, townshipName, village }: Place) {
  const isKnown = random.chance(0.9);
  const seller = random.pick([
    `湖州市吴兴区${townshipName}${village}村股份经济合作社`,
    `湖州市吴兴区${townshipName}${village}村股份经济合作社`,
    `湖州市吴兴区${townshipName}人民政府`,
    '浙江省湖州市吴兴区人民法院',
    null,
  ]);
  return {
    jurisdiction: isKnown ? HOME_DISTRICT.code : random.pick(['330503', '330521', null]),
    township: isKnown && random.chance(0.9) ? township : null,
    location: random.chance(0.1)
      ? null
      : `浙江省湖州市吴兴区${townshipName}${random.chance(0.5) ? `${village}村` : ''}`,
    seller,
  };
}

function generatedCard(random: SeededRandom, index: number): LotCard {
  const platform = PLATFORMS[Math.min(random.below(8), PLATFORMS.length - 1)] ?? '';
  const place = random.pick(PLACES);
  const kind = random.pick(KINDS_BY_SHARE);
  const externalId = externalIdOf(random, platform, index);
  const times = timesOf(random);
  const status = statusOf(random, times.startsAt, times.endsAt);
  const title = titleOf(random, place, kind);
  return {
    ...NOTHING_KNOWN,
    lotId: toLotId(platform, externalId),
    version: 1 + random.below(9),
    platform,
    externalId,
    title,
    status,
    ...whatOf(random, kind),
    ...whereOf(random, place),
    ...pricesOf(random, status),
    ...times,
    bidCount: random.chance(0.2) ? null : random.below(60),
    url: `https://example.invalid/lots/${index}`,
    propertyKey: random.chance(0.5) ? `${place.village}/${kind.word}/${random.below(1000)}` : null,
    asOf: times.endsAt < GENERATED_NOW ? times.endsAt : GENERATED_NOW,
  };
}

/** So many different lots of a district, spread over five years; the same for the same seed. */
export function generatedCards(count: number, seed: number): LotCard[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => generatedCard(random, index));
}

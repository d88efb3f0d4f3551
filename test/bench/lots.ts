import { seededRandom } from '#test/support/fixed-ambient.ts';
import { KINDS_BY_SHARE, PLACES } from './generated-words.ts';

const DAY_MS = 86_400_000;
const EPOCH = Date.parse('2026-01-01T01:00:00Z');
const STATUSES = ['sold', 'sold', 'sold', 'sold', 'passed-in', 'bidding', 'announced', 'withdrawn'] as const;

const hyphened = (word: string) => word.replaceAll('_', '-');

/** One generated lot as the Open Platform Interface says it; the same number makes the same lot. */
function lot(index: number): object {
  const random = seededRandom(index + 1);
  const { township, townshipName, village } = random.pick(PLACES);
  const { word, class: assetClass, bases, unit } = random.pick(KINDS_BY_SHARE);
  const status = random.pick(STATUSES);
  const basis = random.pick(bases);
  const startPriceFen = (500 + random.below(basis === 'total' ? 900_000 : 90_000)) * 100;
  const isOpen = status === 'bidding' || status === 'announced';
  const startsAt = EPOCH + (isOpen ? 330 + random.below(30) : random.below(320)) * DAY_MS + random.below(8) * 3_600_000;
  const bidCount = status === 'sold' || status === 'bidding' ? 1 + random.below(40) : 0;
  const price = startPriceFen + bidCount * Math.ceil(startPriceFen / 100);
  return {
    lotId: `BENCH-${String(index).padStart(7, '0')}`,
    assetId: `A-${Math.floor(index / 2)}`,
    round: 1 + (index % 2),
    title: `湖州市吴兴区${townshipName}${village}村${1 + random.below(400)}号${word}`,
    status,
    tradeCategory: 'collective',
    assetClass: hyphened(assetClass),
    tradeKind: basis === 'total' ? 'transfer' : 'lease',
    saleMode: 'ascending',
    venue: 'online',
    seller: `湖州市吴兴区${townshipName}${village}村股份经济合作社`,
    location: `浙江省湖州市吴兴区${townshipName}${village}村`,
    divisionCode: township,
    ...(unit && { area: { value: String(20 + random.below(5000)), unit } }),
    priceBasis: hyphened(basis),
    ...(basis !== 'total' && { termMonths: 12 * (1 + random.below(5)) }),
    startPriceFen,
    appraisalFen: startPriceFen + random.below(startPriceFen),
    depositFen: Math.ceil(startPriceFen / 10),
    incrementFen: Math.ceil(startPriceFen / 100),
    extensionMinutes: 5,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + DAY_MS).toISOString(),
    ...(bidCount > 0 && { currentPriceFen: price }),
    bidCount,
    registrationCount: bidCount > 0 ? 1 + random.below(9) : 0,
    ...(status === 'sold' && { hammerPriceFen: price }),
  };
}

/** Page number `page` of a listing, `size` lots on each. */
export function lotsDocument(page: number, size: number): Buffer {
  const lots = Array.from({ length: size }, (_, index) => lot(page * size + index));
  const platformTime = new Date(EPOCH + 320 * DAY_MS + page * 1000).toISOString();
  return Buffer.from(JSON.stringify({ schema: 'opi.lots.v1', platformTime, lots }));
}

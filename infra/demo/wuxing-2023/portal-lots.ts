import { type DayNumber, dayNumberOf } from '#shared/domain/calendar/beijing-day.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { type Bidding, bidFor } from './bidding.ts';
import { atMinute, dayOf2023, drawWorkingDay } from './days.ts';
import type { Ending } from './plan.ts';
import { incrementFor, type RoundPrices, rounded } from './prices.ts';
import { type Draws, drawsOf } from './random.ts';

/** One lot of the portal: a court's, or that of a company which sells its own. */
export interface PortalLot {
  readonly id: string;
  readonly isJudicial: boolean;
  readonly round: 1 | 2;
  readonly title: string;
  readonly seller: string;
  readonly ending: Exclude<Ending, 'defaulted'>;
  readonly prices: RoundPrices;
  readonly appraisal: Fen;
  readonly liveAt: Instant;
  readonly startsAt: Instant;
  readonly bidding: Bidding;
  /** When it was withdrawn or suspended. */
  readonly changedAt?: Instant;
}

/** What is sold: its name, and its appraisal in yuan. */
type Goods = readonly [noun: string, from: number, to: number];

const JUDICIAL: readonly (readonly [Goods, number])[] = [
  [['演示小区住宅不动产', 600_000, 2_600_000], 46],
  [['演示工业区厂房不动产', 2_400_000, 14_000_000], 12],
  [['演示大厦商业用房不动产', 500_000, 4_200_000], 16],
  [['演示小型轿车一辆', 28_000, 260_000], 18],
  [['演示机器设备一批', 40_000, 900_000], 8],
];
const COMPANY: readonly (readonly [Goods, number])[] = [
  [['演示公司闲置设备一批', 30_000, 600_000], 60],
  [['演示公司废旧物资一批', 9_000, 160_000], 40],
];
const PLACES = ['飞英街道', '月河街道', '织里镇', '八里店镇', '埭溪镇', '环渚街道'];
const COMPANIES = ['湖州示例纺织有限公司', '湖州示例物流有限公司', '湖州示例机械有限公司'];
const PROPERTIES = 116;
const JUDICIAL_PERCENT = 82;
const ENDINGS: readonly (readonly [PortalLot['ending'], number])[] = [
  ['sold', 57],
  ['passed-in', 33],
  ['withdrawn', 5],
  ['suspended', 2],
  ['open', 3],
];
const AGAIN_PERCENT = 70;
const LAST_DAY = dayOf2023('12-22');
const DAY_MS = 86_400_000;
const PREMIUM_STEPS = 34;

/** One thing a seller offers, whatever round it is offered in. */
type Property = Pick<PortalLot, 'isJudicial' | 'title' | 'seller' | 'appraisal'>;

function propertyOf(draws: Draws): Property {
  const isJudicial = draws.percent(JUDICIAL_PERCENT);
  const [noun, from, to] = draws.weighted(isJudicial ? JUDICIAL : COMPANY);
  return {
    isJudicial,
    title: `湖州市吴兴区${draws.pick(PLACES)}${draws.between(1, 88)}号${noun}`,
    seller: isJudicial ? '湖州示例人民法院' : draws.pick(COMPANIES),
    appraisal: fen(rounded(draws.between(from, draws.between(from, to)))),
  };
}

function biddingOf(draws: Draws, ending: Ending, prices: RoundPrices, startsAt: Instant): Bidding {
  const end = addMs(startsAt, DAY_MS);
  if (prices.hammer === undefined) {
    return { bids: [], endsAt: end, extensions: 0, registrations: ending === 'passed-in' ? draws.between(0, 1) : 0 };
  }
  const bidding = bidFor(draws, prices, prices.hammer, startsAt, end);
  // The portal's table knows no bid that was taken back.
  return { ...bidding, bids: bidding.bids.filter(({ standing }) => standing !== 'taken-back') };
}

function changeOf(draws: Draws, ending: Ending, liveAt: Instant, startsAt: Instant) {
  if (ending !== 'withdrawn' && ending !== 'suspended') return {};
  return {
    changedAt: atMinute(draws.between(dayNumberOf(liveAt) + 1, dayNumberOf(startsAt) - 1), draws.between(560, 990)),
  };
}

function roundOf(
  draws: Draws,
  property: Property,
  round: 1 | 2,
  ending: PortalLot['ending'],
  day: DayNumber,
  id: string,
): PortalLot {
  const percent = round === 1 ? draws.between(70, 80) : draws.between(56, 64);
  const start = fen(rounded(Math.floor((property.appraisal * percent) / 10_000)));
  const increment = fen(incrementFor(start));
  const steps = draws.percent(20) ? 0 : draws.between(1, PREMIUM_STEPS);
  const prices = { start, increment, ...(ending === 'sold' && { hammer: fen(start + steps * increment) }) };
  const startsAt = atMinute(day - 1, 600);
  const liveAt = atMinute(day - (round === 1 ? 32 : 17), draws.between(540, 1_000));
  const bidding = biddingOf(draws, ending, prices, startsAt);
  return {
    ...property,
    id,
    round,
    ending,
    prices,
    liveAt,
    startsAt,
    bidding,
    ...changeOf(draws, ending, liveAt, startsAt),
  };
}

/** Every lot of the portal in the year of a seed: a market beside the district's register. */
export function portalLots(seed: number): readonly PortalLot[] {
  return Array.from({ length: PROPERTIES }, (_, index) => {
    const draws = drawsOf(seed, `portal ${index}`);
    const property = propertyOf(draws);
    const ending = draws.weighted(ENDINGS);
    const first = drawWorkingDay(draws, dayOf2023('01-10'), LAST_DAY);
    const day = ending === 'open' ? dayOf2023('12-31') + draws.between(3, 6) : first;
    const idOf = (round: 1 | 2) => `9${String(seed).padStart(4, '0')}${String(index + 1).padStart(7, '0')}${round}`;
    const once = roundOf(draws, property, 1, ending, day, idOf(1));
    const again = first + draws.between(24, 40);
    if (ending !== 'passed-in' || again > LAST_DAY || !draws.percent(AGAIN_PERCENT)) return [once];
    const outcome = draws.percent(62) ? 'sold' : 'passed-in';
    return [once, roundOf(draws, property, 2, outcome, again, idOf(2))];
  }).flat();
}

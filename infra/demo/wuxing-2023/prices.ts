import { type Fen, fen, premiumRate } from '#shared/domain/money.ts';
import type { Offer } from './offers.ts';
import { isPublished, type PlannedAsset, type PlannedRound, wasSold } from './plan.ts';
import { PUBLISHED } from './published.ts';
import { type Draws, drawsOf } from './random.ts';

/** Prices of one round; a hammer price only where it sold, if only to be defaulted on. */
export interface RoundPrices {
  readonly start: Fen;
  readonly increment: Fen;
  readonly hammer?: Fen;
}

/** Assets in the order they were planned, with what each offers. */
type Offers = ReadonlyMap<PlannedAsset, Offer>;

/** One round while its prices are being found. */
interface Quote {
  readonly asset: PlannedAsset;
  readonly round: PlannedRound;
  /** 0 for a transfer. */
  readonly termMonths: number;
  readonly isStartUnsaid: boolean;
  start: number;
  increment: number;
  /** Increments bid above the start; absent where nothing sold. */
  steps?: number;
}

const YUAN = 100;
/** Steps of auctioneers, in yuan. */
const INCREMENTS = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];
/** The lot with the highest premium: 10,000.00 yuan that became 82,001.00. */
const HIGHEST = { start: 10_000 * YUAN, increment: YUAN, steps: 72_001 };
/** A lot without a real start price: 1 yuan, and a reserve behind it. */
const TOKEN = { start: YUAN, increment: 100 * YUAN, steps: 86 };
/** What the closing lots should fetch together before they take up the rest to the fen, and how far they may be off. */
const CLOSING = 9_600_000 * YUAN;
const CLOSING_SHARES = [40, 33];
/** Of a hundred sales, so many have one bidder, who pays the start price. */
const ALONE = { district: 44, house: 36 } as const;
/** Premium of a contested sale in ppm, and how often it lies there. */
const PREMIUMS: readonly (readonly [readonly [from: number, to: number], weight: number])[] = [
  [[10_000, 80_000], 55],
  [[80_000, 250_000], 30],
  [[250_000, 600_000], 12],
  [[600_000, 1_600_000], 3],
];
/** The mean may be off by so many ppm and still round to the published hundredth of a percent. */
const MEAN_TOLERANCE = 35;

/** To what sellers would write, in fen. */
export function rounded(yuan: number): number {
  const unit = yuan < 2_000 ? 10 : yuan < 20_000 ? 100 : yuan < 200_000 ? 500 : 5_000;
  return Math.max(unit, Math.round(yuan / unit) * unit) * YUAN;
}

/** The smallest step an auctioneer would ask for, in fen. */
export function incrementFor(start: number): number {
  const wanted = start / YUAN / 80;
  return (INCREMENTS.findLast((step) => step <= wanted) ?? INCREMENTS[0] ?? 1) * YUAN;
}

function hammerOf({ start, increment, steps = 0 }: Quote): number {
  return start + increment * steps;
}

/** What a sale counts for: the hammer price, or the rent of the whole term. */
function amountOf(quote: Quote): number {
  return quote.termMonths === 0 ? hammerOf(quote) : (hammerOf(quote) * quote.termMonths) / 12;
}

function rateOf(quote: Quote): number {
  return premiumRate(fen(quote.start), fen(hammerOf(quote))) ?? 0;
}

function sum(quotes: readonly Quote[], of: (quote: Quote) => number): number {
  return quotes.reduce((total, quote) => total + of(quote), 0);
}

/** Draws prices of all rounds, `permille` of what such assets usually cost. */
function drawQuotes(offers: Offers, seed: number, permille: number): readonly Quote[] {
  const draws = drawsOf(seed, 'prices');
  return [...offers].flatMap(([asset, offer]) => {
    const [least, most] = asset.kind.price;
    const usual = draws.between(least, draws.between(least, most));
    const { termMonths = 0, pricesPerYear, isStartUnsaid } = offer;
    return asset.rounds.map((round): Quote => {
      const share = round.number === 1 ? 100 : draws.between(78, 92);
      const start = rounded(Math.floor((usual * permille * share) / 100_000 / pricesPerYear));
      const increment = incrementFor(start);
      const steps = stepsOf(draws, asset, start / increment);
      const found = { asset, round, termMonths, isStartUnsaid, start, increment };
      if (asset.part === 'highest') return { ...found, ...HIGHEST };
      if (asset.part === 'token') return { ...found, ...TOKEN };
      return wasSold(round.ending) ? { ...found, steps } : found;
    });
  });
}

function stepsOf(draws: Draws, { platform, part }: PlannedAsset, stepsInStart: number): number {
  const [from, to] = draws.weighted(PREMIUMS);
  const premium = draws.between(from, to);
  const isAlone = draws.percent(ALONE[platform]) || part === 'closing';
  return isAlone ? 0 : Math.max(1, Math.round((premium * stepsInStart) / 1_000_000));
}

/** Adds and takes single steps of contested sales until the mean premium is the published one. */
function bringOutMean(quotes: readonly Quote[], draws: Draws): void {
  const wanted = PUBLISHED.meanPremium * quotes.length;
  const contested = quotes.filter(({ asset, steps = 0 }) => steps > 0 && asset.part === undefined);
  let missing = wanted - sum(quotes, rateOf);
  while (Math.abs(missing) > MEAN_TOLERANCE * quotes.length) {
    const quote = draws.pick(contested);
    const before = rateOf(quote);
    const steps = quote.steps ?? 0;
    quote.steps = Math.max(1, steps + Math.sign(missing));
    const left = missing - rateOf(quote) + before;
    if (Math.abs(left) < Math.abs(missing)) missing = left;
    else quote.steps = steps;
  }
}

/** Gives the closing lots, each sold at its start price, what is left to the published sum. */
function bringOutSum(sold: readonly Quote[]): void {
  const closing = sold.filter(({ asset }) => asset.part === 'closing');
  const others = sold.filter(({ asset }) => asset.part !== 'closing');
  let left = PUBLISHED.amount - sum(others, amountOf);
  if (left < CLOSING / 3 || left > CLOSING * 2) throw new RangeError(`${left} fen left for the closing lots`);
  for (const [index, quote] of closing.entries()) {
    const share = CLOSING_SHARES[index];
    quote.start = share === undefined ? left : Math.floor((left * share) / 100 / (1_000 * YUAN)) * 1_000 * YUAN;
    quote.increment = incrementFor(quote.start);
    left -= quote.start;
  }
}

/**
 * Finds the prices of every round: drawn, then scaled and adjusted so that the published sum comes out to the fen and the
 * published mean to its rounding.
 */
export function priceRounds(offers: Offers, seed: number): ReadonlyMap<PlannedRound, RoundPrices> {
  const isCounted = ({ round, steps }: Quote) => steps !== undefined && isPublished(round);
  const drawn = drawQuotes(offers, seed, 1_000).filter(isCounted);
  const usual = sum(
    drawn.filter(({ asset }) => asset.part === undefined),
    amountOf,
  );
  const permille = Math.round((PUBLISHED.amount - CLOSING) / (usual / 1_000));
  const quotes = drawQuotes(offers, seed, permille);
  const sold = quotes.filter(isCounted);
  bringOutMean(
    sold.filter(({ isStartUnsaid }) => !isStartUnsaid),
    drawsOf(seed, 'mean'),
  );
  bringOutSum(sold);
  return new Map(
    quotes.map((quote) => {
      const hammer = quote.steps === undefined ? {} : { hammer: fen(hammerOf(quote)) };
      return [quote.round, { start: fen(quote.start), increment: fen(quote.increment), ...hammer }];
    }),
  );
}

import { type Fraction, fraction } from '../fees/fraction.ts';
import { type Fen, type Ppm, premiumRate } from '../money.ts';
import { PRICE_BASES, type PriceBasis } from '../price.ts';
import { compareFractions, meanOf, medianOf, toPpm } from './exact.ts';
import { idsOf, type LotIds } from './figure.ts';
import type { RoundFacts } from './round-facts.ts';

/** A premium over lots in ppm; `null` of none. */
export interface PremiumFigure {
  readonly definition:
    | 'premium-mean'
    | 'premium-totals'
    | 'premium-median'
    | 'premium-highest'
    | 'premium-appraisal'
    | 'token-start';
  readonly rate: Ppm | null;
  readonly lots: LotIds;
}

/** Premiums (溢价率) of deals over their start prices. */
export interface Premiums {
  readonly mean: PremiumFigure;
  readonly median: PremiumFigure;
  /** `lots` are those with the highest rate: one, unless several share it. */
  readonly highest: PremiumFigure;
  /** Ratio of totals, one line per price basis, because bases are never added; `null` for lots that do not say theirs. */
  readonly totals: readonly (PremiumFigure & { readonly basis: PriceBasis | null })[];
  /** Mean of rates over the appraisal, of deals priced as a total. */
  readonly overAppraisal: PremiumFigure;
  /** Left out of all over-start figures, with the reason. */
  readonly leftOut: {
    readonly tokenStart: LotIds;
    readonly priceUnknown: LotIds;
    /** Sale modes whose price does not rise from the start price. */
    readonly notBidUp: LotIds;
  };
}

interface Priced {
  readonly lot: RoundFacts;
  readonly start: Fen;
  readonly hammer: Fen;
  readonly rate: Fraction;
  readonly rounded: Ppm;
}

const TOKEN_START_FEN = 100;
const TOKEN_SHARE_OF_APPRAISAL = 10;

/**
 * A token start price (象征性起拍价): one yuan or less, or below a tenth of the appraisal where both are totals.
 * A premium over it says nothing of the sale.
 */
export function isTokenStart({ startPriceFen, appraisalFen, priceBasis }: RoundFacts): boolean {
  if (startPriceFen === null) return false;
  if (startPriceFen <= TOKEN_START_FEN) return true;
  return priceBasis === 'total' && appraisalFen !== null && startPriceFen * TOKEN_SHARE_OF_APPRAISAL < appraisalFen;
}

function premiumOf(base: Fen, hammer: Fen): Fraction {
  return fraction(BigInt(hammer) - BigInt(base), base);
}

/** A deal with its premium; none where a price is unknown or the rate is beyond safe integers. */
function pricedOf(lot: RoundFacts): readonly Priced[] {
  const { startPriceFen: start, hammerPriceFen: hammer } = lot;
  if (start === null || hammer === null) return [];
  const rounded = premiumRate(start, hammer);
  return rounded === undefined ? [] : [{ lot, start, hammer, rounded, rate: premiumOf(start, hammer) }];
}

/** By exact rate; the rounded one decides nearly always, and is quicker. */
function byRate(a: Priced, b: Priced): number {
  return a.rounded - b.rounded || compareFractions(a.rate, b.rate);
}

function isBidUp({ saleMode }: RoundFacts): boolean {
  return saleMode !== 'tender' && saleMode !== 'agreement';
}

function figureOf(definition: PremiumFigure['definition'], rate: Ppm | null, of: readonly Priced[]): PremiumFigure {
  return { definition, rate, lots: idsOf(of.map(({ lot }) => lot)) };
}

function highestOf(ascending: readonly Priced[]): PremiumFigure {
  const top = ascending.at(-1);
  if (top === undefined) return figureOf('premium-highest', null, []);
  const shared = ascending.filter((each) => byRate(each, top) === 0);
  return figureOf('premium-highest', top.rounded, shared);
}

function totalsOf(priced: readonly Priced[]): Premiums['totals'] {
  const groups = Map.groupBy(priced, ({ lot }) => lot.priceBasis);
  return [...PRICE_BASES, null].flatMap((basis) => {
    const group = groups.get(basis);
    if (group === undefined) return [];
    const starts = group.reduce((sum, { start }) => sum + BigInt(start), 0n);
    const hammers = group.reduce((sum, { hammer }) => sum + BigInt(hammer), 0n);
    return [{ basis, ...figureOf('premium-totals', toPpm(fraction(hammers - starts, starts)), group) }];
  });
}

function overAppraisal(deals: readonly RoundFacts[]): PremiumFigure {
  const appraised = deals.flatMap((lot) => {
    const { appraisalFen: appraisal, hammerPriceFen: hammer } = lot;
    if (lot.priceBasis !== 'total' || appraisal === null || hammer === null) return [];
    return premiumRate(appraisal, hammer) === undefined ? [] : [{ lot, rate: premiumOf(appraisal, hammer) }];
  });
  return {
    definition: 'premium-appraisal',
    rate: meanOf(appraised.map(({ rate }) => rate)),
    lots: idsOf(appraised.map(({ lot }) => lot)),
  };
}

/** Premiums of deals. Each is taken on the lot's own price basis, which its start and hammer price share. */
export function premiumsOf(deals: readonly RoundFacts[]): Premiums {
  const bidUp = deals.filter(isBidUp);
  const counted = bidUp.filter((lot) => !isTokenStart(lot));
  const ascending = counted.flatMap(pricedOf).toSorted(byRate);
  const rates = ascending.map(({ rate }) => rate);
  const priced = new Set(ascending.map(({ lot }) => lot));
  return {
    mean: figureOf('premium-mean', meanOf(rates), ascending),
    median: figureOf('premium-median', medianOf(rates), ascending),
    highest: highestOf(ascending),
    totals: totalsOf(ascending),
    overAppraisal: overAppraisal(bidUp),
    leftOut: {
      tokenStart: idsOf(bidUp.filter(isTokenStart)),
      priceUnknown: idsOf(counted.filter((lot) => !priced.has(lot))),
      notBidUp: idsOf(deals.filter((lot) => !isBidUp(lot))),
    },
  };
}

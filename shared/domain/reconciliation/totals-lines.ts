import { amountFigure } from '../comparison/amount.ts';
import type { LotIds } from '../comparison/figure.ts';
import { idsOf } from '../comparison/figure.ts';
import { outcomeGroups } from '../comparison/outcome-groups.ts';
import { premiumsOf } from '../comparison/premium.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import { successRates } from '../comparison/success.ts';
import type { StatedTotals } from './stated-totals.ts';

/** What of a platform's own statistics is held against ours, in the order it is shown. */
export const TOTALS_MEASURES = [
  'published',
  'publishedDistinct',
  'ended',
  'endedDistinct',
  'sold',
  'amount',
  'meanPremium',
] as const satisfies readonly (keyof StatedTotals)[];
export type TotalsMeasure = (typeof TOTALS_MEASURES)[number];

/** A measure as people read it: its name, and how ours is counted. */
interface MeasureWords {
  readonly name: string;
  readonly ours: string;
}

/** Chinese names of the measures, and by which definition ours is made. */
export const MEASURE_TEXT: Readonly<Record<TotalsMeasure, MeasureWords>> = {
  published: { name: '发拍次数', ours: '期内(按竞价结束日归期)全部发拍轮次,含撤回、中止和未有结果的,不含协议交易' },
  publishedDistinct: { name: '发拍件数(去重)', ours: '上述轮次的资产件数,同一平台上同一资产的各轮次只计一件' },
  ended: { name: '结束次数', ours: '成交、流拍和已结束而结果未报的轮次,不含撤回、中止和协议交易' },
  endedDistinct: { name: '结束件数(去重)', ours: '上述已结束轮次的资产件数,同一资产只计一件' },
  sold: { name: '成交次数', ours: '落槌成交的轮次,含成交后悔拍的,不含协议交易' },
  amount: { name: '成交金额', ours: '成交轮次的成交价,租赁按全部租期的租金计;算不出金额的不在其中,单列' },
  meanPremium: { name: '平均溢价率', ours: '成交轮次溢价率的算术平均,不含象征性起拍价和不以竞价成交的' },
};

/** One measure of both sides. */
export interface TotalsLine {
  readonly measure: TotalsMeasure;
  /** Rounds or properties; fen for the amount, ppm for the premium. */
  readonly stated: number;
  /** `null`: there is nothing of ours to hold against it. */
  readonly ours: number | null;
  /** Ours above the platform's; `null` where there is nothing to take away. */
  readonly difference: number | null;
  readonly agrees: boolean;
  /** The lots behind ours. */
  readonly lots: LotIds;
  /** Lots that belong there and say too little to be counted. */
  readonly uncounted: LotIds;
}

interface OurFigure {
  readonly value: number | null;
  readonly lots: LotIds;
  readonly uncounted: LotIds;
}

/** Platforms give rates in ten-thousandths (万分位): one that is whole in them is exact to no more. */
const TEN_THOUSANDTH_PPM = 100;

function countOf(lots: LotIds): OurFigure {
  return { value: lots.length, lots, uncounted: [] };
}

function distinctOf(lots: readonly RoundFacts[]): OurFigure {
  return countOf(successRates(lots).properties.whole);
}

/** Our own figures of some lots of one platform, each with the lots behind it. */
function ourTotals(lots: readonly RoundFacts[]): Readonly<Record<TotalsMeasure, OurFigure>> {
  const { attempts, sold, completed, open } = outcomeGroups(lots);
  const ended = [...completed, ...open.filter(({ status }) => status === 'ended')];
  const amount = amountFigure(sold);
  const { mean, leftOut } = premiumsOf(sold);
  return {
    published: countOf(idsOf(attempts)),
    publishedDistinct: distinctOf(attempts),
    ended: countOf(idsOf(ended)),
    endedDistinct: distinctOf(ended),
    sold: countOf(idsOf(sold)),
    amount: { value: amount.fen, lots: amount.lots, uncounted: amount.unknown },
    meanPremium: { value: mean.rate, lots: mean.lots, uncounted: leftOut.priceUnknown },
  };
}

function agrees(measure: TotalsMeasure, stated: number, ours: number | null): boolean {
  if (ours === null) return false;
  if (measure !== 'meanPremium' || stated % TEN_THOUSANDTH_PPM !== 0) return stated === ours;
  return Math.abs(stated - ours) * 2 <= TEN_THOUSANDTH_PPM;
}

/**
 * Holds what a platform counts against what we count, measure by measure; what the platform does not say has no line.
 *
 * @param lots ours, of the platform, period and scope it speaks of
 */
export function totalsLines(stated: StatedTotals, lots: readonly RoundFacts[]): readonly TotalsLine[] {
  const ours = ourTotals(lots);
  return TOTALS_MEASURES.flatMap((measure) => {
    const said = stated[measure];
    if (said === undefined) return [];
    const { value, ...behind } = ours[measure];
    const difference = value === null ? null : value - said;
    return [{ measure, stated: said, ours: value, difference, agrees: agrees(measure, said, value), ...behind }];
  });
}

import { idsOf } from '../../domain/comparison/figure.ts';
import { wasSold } from '../../domain/comparison/outcome-groups.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { overlapOf, type Stratum } from '../../statistics/stratum.ts';
import type { Tally } from '../../statistics/tally.ts';
import type { PairOverlap } from './model-headlines.ts';
import { overlapBetween } from './pairs.ts';

/** What makes lots alike; `null` where the lot does not say it, and then it is like no other platform's. */
export type StratumKey = (lot: RoundFacts) => string | null;

/** Completed lots of two platforms by stratum, with what the strata both share hold. */
export interface StratifiedPair {
  readonly strata: readonly Stratum[];
  readonly overlap: PairOverlap;
}

const YUAN = 100;
/** Upper ends of the bands of start prices, in yuan: prices are compared within their basis only. */
const PRICE_BANDS = [1_000, 10_000, 100_000, 1_000_000, 10_000_000] as const;

/** Like lots: the same asset class in the same round. */
export function classAndRound({ assetClass, round }: RoundFacts): string | null {
  return assetClass === null || round === null ? null : `${assetClass}|${round}`;
}

/** Like lots: the same kind of trade, in the same band of start prices on the same basis. */
export function kindAndPrice({ tradeKind, priceBasis, startPriceFen }: RoundFacts): string | null {
  if (tradeKind === null || priceBasis === null || startPriceFen === null) return null;
  const band = PRICE_BANDS.findIndex((yuan) => startPriceFen <= yuan * YUAN);
  return `${tradeKind}|${priceBasis}|${band === -1 ? PRICE_BANDS.length : band}`;
}

/** How many of completed lots were sold. */
export function tallyOf(lots: readonly RoundFacts[]): Tally {
  return { hits: lots.filter(wasSold).length, total: lots.length };
}

/** Sorts the completed lots of two platforms into strata. */
export function stratify(completed: readonly RoundFacts[], a: string, b: string, keyOf: StratumKey): StratifiedPair {
  const both = completed.filter(({ platform }) => platform === a || platform === b);
  const groups = Map.groupBy(both, (lot) => keyOf(lot) ?? `?${lot.platform}`);
  const strata = [...groups].map(([key, lots]) => ({
    key,
    a: tallyOf(lots.filter(({ platform }) => platform === a)),
    b: tallyOf(lots.filter(({ platform }) => platform === b)),
  }));
  const { used, leftOut } = overlapOf(strata);
  const lotsIn = (of: readonly Stratum[]) => idsOf(of.flatMap(({ key }) => groups.get(key) ?? []));
  return { strata, overlap: overlapBetween(lotsIn(used), lotsIn(leftOut)) };
}

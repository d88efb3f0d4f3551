import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import type { ClockCase } from '../../domain/timeliness/clock-cases.ts';
import type { ClockId } from '../../domain/timeliness/clocks.ts';
import { clockPairs } from './clock-pairs.ts';
import { feePairs } from './fee-pairs.ts';
import type { Column } from './model.ts';
import type { Headlines } from './model-headlines.ts';
import type { PlatformNames } from './pairs.ts';
import type { PricedSale } from './price-sales.ts';
import { successPairs } from './success-pairs.ts';

/** Answers the three questions that were fixed before looking; all else is exploratory. Never one total score. */
export function headlinesOf(
  lots: readonly RoundFacts[],
  priced: readonly PricedSale[],
  cases: ReadonlyMap<ClockId, readonly ClockCase[]>,
  platforms: readonly Column[],
  names: PlatformNames,
): Headlines {
  return {
    fees: { question: '同一笔成交,哪个平台收费低?', pairs: feePairs(priced, names) },
    timeliness: { question: '平台自身环节,哪个平台快?', pairs: clockPairs(cases, platforms, names) },
    success: { question: '同类标的,哪个平台成交率高?', pairs: successPairs(lots, names) },
  };
}

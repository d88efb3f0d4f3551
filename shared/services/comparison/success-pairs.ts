import { outcomeGroups } from '../../domain/comparison/outcome-groups.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { type CrudeComparison, crudeComparison } from '../../statistics/crude-comparison.ts';
import { mantelHaenszelOddsRatio } from '../../statistics/mantel-haenszel.ts';
import { type StandardisedComparison, standardisedComparison } from '../../statistics/standardise.ts';
import { totalTally } from '../../statistics/tally.ts';
import type { PairOverlap, PairVerdict, SuccessPair } from './model-headlines.ts';
import { type PairOf, type PlatformNames, pairsOf } from './pairs.ts';
import { classAndRound, stratify } from './strata.ts';
import { ASSOCIATION, percentText, pointsIntervalText, pointsText, verdictText } from './words.ts';

const LIKE = '同类标的(资产类别×轮次)';

function verdictOf(crude: CrudeComparison, standardised: StandardisedComparison | null): PairVerdict {
  if (standardised !== null) return standardised.verdict;
  return crude.verdict === 'too-few' ? 'too-few' : 'not-comparable';
}

function crudeSentence({ nameA, nameB }: PairOf, { a, b }: CrudeComparison, verdict: PairVerdict): string {
  const counts = `完成竞价${nameA}${a.tally.total}件(成交${a.tally.hits}件)、${nameB}${b.tally.total}件(成交${b.tally.hits}件)`;
  const why = verdict === 'too-few' ? '' : `没有双方各有5件以上的${LIKE},`;
  return `${counts};${why}${verdictText(verdict, nameA, nameB)}。`;
}

function sentenceOf(
  pair: PairOf,
  crude: CrudeComparison,
  standardised: StandardisedComparison | null,
  { leftOut, shareLeftOut }: PairOverlap,
): string {
  const verdict = verdictOf(crude, standardised);
  if (standardised === null || verdict === 'too-few') return crudeSentence(pair, crude, verdict);
  const { nameA, nameB } = pair;
  const { a, b, difference, interval } = standardised;
  return [
    `${LIKE}${nameA}${a.compared.total}件、${nameB}${b.compared.total}件,`,
    `按同一构成折算的成交率${nameA}${percentText(a.rate)}、${nameB}${percentText(b.rate)},`,
    `相差${pointsText(difference)}个百分点(95%区间${pointsIntervalText(interval)}):`,
    `${verdictText(verdict, nameA, nameB)};`,
    `未折算为${percentText(a.crudeRate)}、${percentText(b.crudeRate)},无同类可比而未纳入${leftOut.length}件(${percentText(shareLeftOut ?? 0)})。`,
    ASSOCIATION,
  ].join('');
}

function successPair(completed: readonly RoundFacts[], pair: PairOf): SuccessPair {
  const { a, b } = pair;
  const { strata, overlap } = stratify(completed, a, b, classAndRound);
  const side = (name: 'a' | 'b') => totalTally(strata.map((stratum) => stratum[name]));
  const crude = crudeComparison(side('a'), side('b'));
  const standardised = standardisedComparison(strata);
  return {
    a,
    b,
    verdict: verdictOf(crude, standardised),
    sentence: sentenceOf(pair, crude, standardised, overlap),
    n: { a: standardised?.a.compared.total ?? 0, b: standardised?.b.compared.total ?? 0 },
    interval: standardised?.interval ?? null,
    intervalOf: standardised === null ? null : 'difference',
    overlap,
    strata: 'class-round',
    crude,
    standardised,
    oddsRatio: mantelHaenszelOddsRatio(strata),
  };
}

/** Platforms of lots, by id. */
export function platformsIn(lots: readonly RoundFacts[]): readonly string[] {
  return [...new Set(lots.map(({ platform }) => platform))].toSorted();
}

/** Success of every two platforms with completed lots. */
export function successPairs(lots: readonly RoundFacts[], names: PlatformNames): readonly SuccessPair[] {
  const { completed } = outcomeGroups(lots);
  return pairsOf(platformsIn(completed), names).map((pair) => successPair(completed, pair));
}

import { idsOf } from '../../domain/comparison/figure.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { fen } from '../../domain/money.ts';
import { wilsonInterval } from '../../statistics/proportion.ts';
import { quantiles } from '../../statistics/quantiles.ts';
import type { PpmInterval } from '../../statistics/units.ts';
import { type Favoured, verdictOn } from '../../statistics/verdict.ts';
import { feeSentence } from './fee-words.ts';
import { feeTotals } from './fees-column.ts';
import type { FeePair } from './model-headlines.ts';
import { overlapBetween, type PairOf, type PlatformNames, pairsOf } from './pairs.ts';
import type { Charged, PricedSale } from './price-sales.ts';

/** A sale that both platforms have a fee for. */
interface BothCharged {
  readonly lot: RoundFacts;
  readonly a: Charged;
  readonly b: Charged;
}

const HALF = 500_000;

function bothCharged(priced: readonly PricedSale[], { a, b }: PairOf): readonly BothCharged[] {
  return priced.flatMap(({ lot, fees }) => {
    const [of, other] = [fees.get(a)?.charged, fees.get(b)?.charged];
    return of && other ? [{ lot, a: of, b: other }] : [];
  });
}

/** Cheaper on most sales, surely, and in all: either alone may come from a few large sales, or from many small ones. */
function favoured(shareCheaper: PpmInterval | null, totalA: number, totalB: number): Favoured {
  if (shareCheaper === null) return null;
  if (shareCheaper.low > HALF && totalA < totalB) return 'a';
  return shareCheaper.high < HALF && totalB < totalA ? 'b' : null;
}

function medianDifference(both: readonly BothCharged[]): FeePair['medianDifferenceFen'] {
  const found = quantiles(both.map(({ a, b }) => a.totalFen - b.totalFen));
  return found === null ? null : fen(found.median);
}

function feePair(priced: readonly PricedSale[], pair: PairOf): FeePair {
  const both = bothCharged(priced, pair);
  const having = (holds: (each: BothCharged) => boolean) => idsOf(both.filter(holds).map(({ lot }) => lot));
  const aCheaper = having(({ a, b }) => a.totalFen < b.totalFen);
  const bCheaper = having(({ a, b }) => a.totalFen > b.totalFen);
  const totalsA = feeTotals(both.map(({ a }) => a));
  const totalsB = feeTotals(both.map(({ b }) => b));
  const interval = wilsonInterval({ hits: aCheaper.length, total: aCheaper.length + bCheaper.length });
  const favours = favoured(interval, totalsA.totalFen, totalsB.totalFen);
  const compared = new Set(both.map(({ lot }) => lot));
  const leftOut = priced.filter(({ lot }) => !compared.has(lot)).map(({ lot }) => lot.lotId);
  const found = {
    a: pair.a,
    b: pair.b,
    verdict:
      both.length === 0
        ? ('not-comparable' as const)
        : verdictOn({ casesA: both.length, casesB: both.length, favours }),
    n: { a: both.length, b: both.length },
    interval,
    intervalOf: interval === null ? null : ('share-cheaper' as const),
    overlap: overlapBetween(idsOf([...compared]), leftOut),
    aCheaper,
    bCheaper,
    equal: having(({ a, b }) => a.totalFen === b.totalFen),
    totalsA,
    totalsB,
    medianDifferenceFen: medianDifference(both),
    isIllustrative: both.some(({ a, b }) => [a, b].some(({ schedule }) => schedule.confidence === 'illustrative')),
  };
  return { ...found, sentence: feeSentence(found, pair) };
}

/** Platforms that sold something, or have a fee for something that was sold. */
function entrants(priced: readonly PricedSale[]): readonly string[] {
  const charging = priced.flatMap(({ fees }) =>
    [...fees].flatMap(([id, { charged }]) => (charged === null ? [] : [id])),
  );
  return [...new Set([...priced.map(({ lot }) => lot.platform), ...charging])];
}

/** Fees of every two platforms on the same sales. */
export function feePairs(priced: readonly PricedSale[], names: PlatformNames): readonly FeePair[] {
  return pairsOf(entrants(priced), names).map((pair) => feePair(priced, pair));
}

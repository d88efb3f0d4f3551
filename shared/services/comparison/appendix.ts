import { outcomeGroups } from '../../domain/comparison/outcome-groups.ts';
import { premiumsOf } from '../../domain/comparison/premium.ts';
import type { RoundFacts } from '../../domain/comparison/round-facts.ts';
import { premiumGap, type SidedSale } from '../../statistics/premium-gap.ts';
import { rankSets } from '../../statistics/ranks.ts';
import { seededSource } from '../../statistics/seeded-source.ts';
import { shareGap } from '../../statistics/share-gap.ts';
import { standardisedComparison } from '../../statistics/standardise.ts';
import { funnelOf } from './funnel-plot.ts';
import type { Appendix, AppendixPair } from './model-appendix.ts';
import { type PairOf, type PlatformNames, pairsOf } from './pairs.ts';
import { kindAndPrice, stratify, tallyOf } from './strata.ts';
import { platformsIn } from './success-pairs.ts';
import { townshipOf } from './townships.ts';

const SEED = 20_231_031;
const DRAWS = 2_000;

/** The village (村): its cooperative, which sells; the township where a lot does not name who sells it. */
function villageOf(lot: RoundFacts): string {
  return lot.seller ?? townshipOf(lot);
}

/** Sales whose price rose from a true start, on the one basis where prices are amounts. */
function sidedSales(sold: readonly RoundFacts[], { a, b }: PairOf): readonly SidedSale[] {
  const counted = new Set(premiumsOf(sold).mean.lots);
  return sold.flatMap((lot) => {
    const { platform, startPriceFen, hammerPriceFen, priceBasis, lotId } = lot;
    const isOne = (platform === a || platform === b) && priceBasis === 'total' && counted.has(lotId);
    if (!isOne || startPriceFen === null || hammerPriceFen === null) return [];
    const side = platform === a ? ('a' as const) : ('b' as const);
    return [{ side, village: villageOf(lot), startFen: startPriceFen, hammerFen: hammerPriceFen }];
  });
}

function appendixPair(lots: readonly RoundFacts[], pair: PairOf): AppendixPair {
  const { a, b } = pair;
  const { completed, sold } = outcomeGroups(lots);
  const villages = stratify(completed, a, b, villageOf).strata;
  const { strata, overlap } = stratify(completed, a, b, kindAndPrice);
  return {
    a,
    b,
    successByVillage: shareGap(villages, seededSource(SEED), DRAWS),
    premium: premiumGap(sidedSales(sold, pair), seededSource(SEED), DRAWS),
    kindAndPrice: { comparison: standardisedComparison(strata), overlap },
  };
}

/** What stands behind the overview; exploratory. */
export function appendixOf(lots: readonly RoundFacts[], names: PlatformNames): Appendix {
  const { completed } = outcomeGroups(lots);
  const platforms = platformsIn(completed);
  const byPlatform = Map.groupBy(completed, ({ platform }) => platform);
  const sets = rankSets(platforms.map((key) => ({ key, tally: tallyOf(byPlatform.get(key) ?? []) })));
  return {
    seed: SEED,
    draws: DRAWS,
    funnel: funnelOf(completed, names),
    ranks: platforms.map((platform) => ({ platform, set: sets.get(platform) ?? null })),
    pairs: pairsOf(platforms, names).map((pair) => appendixPair(lots, pair)),
  };
}

import { clusterBootstrap, type Resampled } from './bootstrap.ts';
import type { RandomSource } from './seeded-source.ts';
import { toPpm } from './units.ts';
import { type Favoured, favouredBy, type Verdict, verdictOn } from './verdict.ts';

/** A sale on one of two sides, with the village it comes from; start and hammer in fen of one price basis. */
export interface SidedSale {
  readonly side: 'a' | 'b';
  readonly village: string;
  readonly startFen: number;
  readonly hammerFen: number;
}

/** How far the typical price over start differs between two sides. */
export interface PremiumGap {
  readonly casesA: number;
  readonly casesB: number;
  /** Sales without a positive start and hammer price: they have no logarithm. */
  readonly leftOut: number;
  /**
   * a's median of hammer/start over b's, less one, in ppm: 100,000 says a's typical sale goes 10 % higher over its start.
   * `null` where clusterBootstrap says so.
   */
  readonly gap: Resampled | null;
  readonly verdict: Verdict;
}

/**
 * Difference of the medians of log(hammer/start), turned back into a ratio, with the bootstrap by village at 95 %.
 * Between two middle sales the median is their geometric mean. Higher is better. The same sales and the same source
 * give the same answer in any order.
 */
export function premiumGap(sales: readonly SidedSale[], random: RandomSource, draws?: number): PremiumGap {
  const counted = sales.filter(({ startFen, hammerFen }) => startFen > 0 && hammerFen > 0);
  const villages = [...new Set(counted.map(({ village }) => village))].sort();
  const a = ladderOf(counted, 'a', villages);
  const b = ladderOf(counted, 'b', villages);
  const statistic = (times: Int32Array) => {
    const [middleA, middleB] = [weightedMedian(a, times), weightedMedian(b, times)];
    return middleA === null || middleB === null ? null : toPpm(Math.expm1(middleA - middleB));
  };
  const gap = clusterBootstrap({
    clusters: villages.length,
    statistic,
    random,
    ...(draws === undefined ? {} : { draws }),
  });
  const favours: Favoured = favouredBy(gap, 'higher');
  return {
    casesA: a.logs.length,
    casesB: b.logs.length,
    leftOut: sales.length - counted.length,
    gap,
    verdict: verdictOn({ casesA: a.logs.length, casesB: b.logs.length, favours }),
  };
}

/** Log ratios of one side from the lowest up, each with the place of its village. */
interface Ladder {
  readonly logs: Float64Array;
  readonly villages: Int32Array;
}

function ladderOf(sales: readonly SidedSale[], side: 'a' | 'b', villages: readonly string[]): Ladder {
  const places = new Map(villages.map((village, place) => [village, place]));
  const rungs = sales
    .filter((sale) => sale.side === side)
    .map(({ startFen, hammerFen, village }) => ({
      log: Math.log(hammerFen / startFen),
      place: places.get(village) ?? 0,
    }))
    .sort((x, y) => x.log - y.log);
  return {
    logs: Float64Array.from(rungs, ({ log }) => log),
    villages: Int32Array.from(rungs, ({ place }) => place),
  };
}

/** Median when each rung counts as often as its village was drawn; `null` when none was. */
function weightedMedian({ logs, villages }: Ladder, times: Int32Array): number | null {
  let total = 0;
  for (const village of villages) total += times[village] ?? 0;
  if (total === 0) return null;
  let reached = 0;
  let below: number | null = null;
  for (let rung = 0; rung < logs.length; rung++) {
    const weight = times[villages[rung] ?? 0] ?? 0;
    if (weight === 0) continue;
    const log = logs[rung] ?? 0;
    if (below !== null) return (below + log) / 2;
    reached += weight;
    if (2 * reached > total) return log;
    if (2 * reached === total) below = log;
  }
  return below;
}

import { quantileOf } from './quantiles.ts';
import type { RandomSource } from './seeded-source.ts';

/** What is drawn again and again. */
export interface Resampling {
  /** How many clusters (villages) the cases come from; `statistic` knows them by 0, 1, 2 … in an order that never varies. */
  readonly clusters: number;
  /**
   * The figure, in whole ppm, when cluster i is counted `times[i]` times; `null` when it is undefined.
   * It must not depend on the order of cases.
   */
  readonly statistic: (times: Int32Array) => number | null;
  readonly random: RandomSource;
  /** 2,000 unless told. */
  readonly draws?: number;
}

/** A figure with its 95 % percentile interval, all in ppm. */
export interface Resampled {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly clusters: number;
  /** Draws that gave a figure. */
  readonly draws: number;
}

const DRAWS = 2000;
/** When more draws than one in this many give no figure, it hangs on so few clusters that no interval is honest. */
const TOLERATED = 20;

/**
 * Cluster bootstrap: whole clusters are drawn with replacement, for lots of one village are alike (Field & Welsh 2007,
 * JRSS B 69:369), with the percentile interval at 95 % (Efron 1979, Ann Stat 7:1), widened where it would miss the
 * estimate. `null` with fewer than two clusters, when the figure is undefined, or when more than one draw in twenty is.
 */
export function clusterBootstrap({ clusters, statistic, random, draws = DRAWS }: Resampling): Resampled | null {
  const estimate = statistic(new Int32Array(clusters).fill(1));
  if (clusters < 2 || estimate === null) return null;
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const figure = statistic(drawn(clusters, random));
    if (figure !== null) figures.push(figure);
  }
  if ((draws - figures.length) * TOLERATED > draws || figures.length === 0) return null;
  const sorted = Float64Array.from(figures).sort();
  return {
    estimate,
    low: Math.min(estimate, quantileOf(sorted, 25)),
    high: Math.max(estimate, quantileOf(sorted, 975)),
    clusters,
    draws: figures.length,
  };
}

function drawn(clusters: number, random: RandomSource): Int32Array {
  const times = new Int32Array(clusters);
  for (let pick = 0; pick < clusters; pick++) {
    const cluster = Math.floor(random.next() * clusters);
    times[cluster] = (times[cluster] ?? 0) + 1;
  }
  return times;
}

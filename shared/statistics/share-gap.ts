import { clusterBootstrap, type Resampled } from './bootstrap.ts';
import type { RandomSource } from './seeded-source.ts';
import { byKey, type Stratum } from './stratum.ts';
import { toPpm } from './units.ts';

/**
 * Difference a − b of two shares in ppm with the bootstrap by village (村) at 95 %, each stratum being one village:
 * wider than Newcombe's interval where villages differ among themselves. `null` where clusterBootstrap says so.
 *
 * @throws RangeError when a village comes twice
 */
export function shareGap(villages: readonly Stratum[], random: RandomSource, draws?: number): Resampled | null {
  const sorted = byKey(villages);
  const statistic = (times: Int32Array) => {
    const [shareA, shareB] = [shareDrawn(sorted, 'a', times), shareDrawn(sorted, 'b', times)];
    return shareA === null || shareB === null ? null : toPpm(shareA - shareB);
  };
  return clusterBootstrap({ clusters: sorted.length, statistic, random, ...(draws === undefined ? {} : { draws }) });
}

function shareDrawn(villages: readonly Stratum[], side: 'a' | 'b', times: Int32Array): number | null {
  let [hits, total] = [0, 0];
  villages.forEach((village, index) => {
    hits += village[side].hits * (times[index] ?? 0);
    total += village[side].total * (times[index] ?? 0);
  });
  return total === 0 ? null : hits / total;
}

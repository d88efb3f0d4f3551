import { mantelHaenszel } from './core/strata.ts';
import { byKey, type Stratum } from './stratum.ts';
import { toPpm } from './units.ts';

/**
 * Odds ratio of a against b over strata (Mantel & Haenszel 1959, JNCI 22:719), in ppm: below 1,000,000 b succeeds more.
 * All strata count; one with an empty side adds nothing. `null` when it is undefined (no miss of a meets a hit of b).
 *
 * @throws RangeError when a key comes twice
 */
export function mantelHaenszelOddsRatio(strata: readonly Stratum[]): number | null {
  const ratio = mantelHaenszel(byKey(strata));
  return ratio === null ? null : toPpm(ratio);
}

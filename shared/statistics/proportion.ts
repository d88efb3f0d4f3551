import { Z95 } from './core/normal.ts';
import { clopperPearson, newcombe, wilson } from './core/proportion.ts';
import { checkedTally, type Tally } from './tally.ts';
import { type PpmInterval, toPpm, toPpmInterval } from './units.ts';

/** The share of a tally, in ppm; `null` of nothing. */
export function shareOf(tally: Tally): number | null {
  const { hits, total } = checkedTally(tally);
  return total === 0 ? null : toPpm(hits / total);
}

/**
 * Score interval of a share at 95 % (Wilson 1927, JASA 22:209), in ppm; holds at none and at all.
 * `null` of nothing.
 *
 * @example wilsonInterval({ hits: 8, total: 10 }) //=> { low: 490_162, high: 943_318 }
 */
export function wilsonInterval(tally: Tally): PpmInterval | null {
  return checkedTally(tally).total === 0 ? null : toPpmInterval(wilson(tally, Z95));
}

/**
 * Exact interval of a share at 95 % (Clopper & Pearson 1934, Biometrika 26:404), in ppm: never too narrow, often too wide.
 * `null` of nothing.
 *
 * @example clopperPearsonInterval({ hits: 8, total: 10 }) //=> { low: 443_905, high: 974_789 }
 */
export function clopperPearsonInterval(tally: Tally): PpmInterval | null {
  return checkedTally(tally).total === 0 ? null : toPpmInterval(clopperPearson(tally, 0.05));
}

/** A difference a − b with its 95 % interval, in ppm. */
export interface Difference extends PpmInterval {
  readonly difference: number;
}

/**
 * Difference of two shares with the hybrid score interval at 95 % (Newcombe 1998, Stat Med 17:873, method 10), in ppm.
 * `null` when either is a share of nothing.
 *
 * @example newcombeDifference({ hits: 56, total: 70 }, { hits: 48, total: 80 })
 * //=> { difference: 200_000, low: 52_431, high: 333_873 }
 */
export function newcombeDifference(a: Tally, b: Tally): Difference | null {
  if (checkedTally(a).total === 0 || checkedTally(b).total === 0) return null;
  const { difference, low, high } = newcombe(a, b, Z95);
  return { difference: toPpm(difference), low: toPpm(low), high: toPpm(high) };
}

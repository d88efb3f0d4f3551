import { reachOf } from './core/normal.ts';
import { newcombe } from './core/proportion.ts';
import { checkedTally, type Tally } from './tally.ts';
import { FEWEST_COMPARED } from './units.ts';

/** One to be ranked by its share. */
export interface Entrant {
  readonly key: string;
  readonly tally: Tally;
}

/** The ranks an entrant may hold, 1 the best: print "1–3", not "1". */
export interface RankSet {
  readonly best: number;
  readonly worst: number;
}

/**
 * Simultaneous 95 % confidence sets for the ranks of shares, higher first, from the intervals of all pairwise
 * differences (Mogstad, Romano, Shaikh & Wilhelm 2024, Rev Econ Stud 91:476): one rank down for each entrant surely
 * better, one up for each surely worse. Each difference has Newcombe's interval at 1 − 0.05/pairs (Bonferroni, no
 * resampling; wider than their bootstrap). An entrant with fewer than ten cases takes no rank: `null`.
 * By key, in the order given.
 *
 * @throws RangeError when a key comes twice
 */
export function rankSets(entrants: readonly Entrant[]): ReadonlyMap<string, RankSet | null> {
  const sets = new Map<string, RankSet | null>();
  const ranked = entrants.filter(({ tally }) => checkedTally(tally).total >= FEWEST_COMPARED);
  const pairs = (ranked.length * (ranked.length - 1)) / 2;
  const z = reachOf(1 - 0.05 / Math.max(1, pairs));
  const isAbove = (one: Entrant, other: Entrant) => newcombe(one.tally, other.tally, z).low > 0;
  for (const entrant of entrants) {
    if (sets.has(entrant.key)) throw new RangeError(`ranked twice: ${entrant.key}`);
    const better = ranked.filter((other) => isAbove(other, entrant)).length;
    const worse = ranked.filter((other) => isAbove(entrant, other)).length;
    sets.set(entrant.key, ranked.includes(entrant) ? { best: better + 1, worst: ranked.length - worse } : null);
  }
  return sets;
}

import { checkedTally, type Tally, totalTally } from './tally.ts';

/** Two sides within one stratum (类 × 价值段 × 轮次 × 权属): like is compared with like. */
export interface Stratum {
  readonly key: string;
  readonly a: Tally;
  readonly b: Tally;
}

/** Fewer cases than this on a side leave a stratum out of the overlap. */
export const FEWEST_IN_STRATUM = 5;

/** Strata where both sides have enough, and what that leaves out. */
export interface Overlap {
  readonly used: readonly Stratum[];
  readonly leftOut: readonly Stratum[];
  /** Cases of both sides in the strata used, and in all. */
  readonly cases: Tally;
}

/**
 * The strata in order of their keys.
 * @throws RangeError when a key comes twice or a tally is none
 */
export function byKey(strata: readonly Stratum[]): readonly Stratum[] {
  const sorted = [...strata].sort((x, y) => (x.key < y.key ? -1 : 1));
  sorted.forEach(({ key, a, b }, index) => {
    if (key === sorted[index + 1]?.key) throw new RangeError(`stratum twice: ${key}`);
    checkedTally(a);
    checkedTally(b);
  });
  return sorted;
}

/** Splits strata into those where both sides have at least five cases and the rest, in order of their keys. */
export function overlapOf(strata: readonly Stratum[]): Overlap {
  const sorted = byKey(strata);
  const used = sorted.filter(isShared);
  return {
    used,
    leftOut: sorted.filter((stratum) => !isShared(stratum)),
    cases: { hits: casesIn(used), total: casesIn(sorted) },
  };
}

function isShared({ a, b }: Stratum): boolean {
  return Math.min(a.total, b.total) >= FEWEST_IN_STRATUM;
}

function casesIn(strata: readonly Stratum[]): number {
  return totalTally(strata.flatMap(({ a, b }) => [a, b])).total;
}

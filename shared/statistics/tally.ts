/** `hits` cases of `total` had it: 376 sold of 610 completed. Whole counts, 0 ≤ hits ≤ total. */
export interface Tally {
  readonly hits: number;
  readonly total: number;
}

/**
 * The tally itself, once looked at.
 * @throws RangeError unless both are whole and 0 ≤ hits ≤ total: a wrong count is a fault of the caller
 */
export function checkedTally(tally: Tally): Tally {
  const { hits, total } = tally;
  const whole = Number.isSafeInteger(hits) && Number.isSafeInteger(total);
  if (!whole || hits < 0 || hits > total) throw new RangeError(`no tally: ${hits} of ${total}`);
  return tally;
}

/** Hits and totals added up. */
export function totalTally(tallies: Iterable<Tally>): Tally {
  let hits = 0;
  let total = 0;
  for (const tally of tallies) {
    hits += tally.hits;
    total += tally.total;
  }
  return { hits, total };
}

/** Both ends of an interval, as floats: these never leave the room. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A share kept between none and all of it. */
export function withinWhole(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** A sum that does not depend on the order of its terms: they are added from the smallest up. */
export function orderedSum(terms: readonly number[]): number {
  return [...terms].sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);
}

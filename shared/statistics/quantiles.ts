/** Quantiles of a sample without open cases, in the unit of its values. */
export interface Quantiles {
  readonly cases: number;
  readonly min: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly max: number;
}

/**
 * Median, p75 and p90 of whole numbers (Hyndman & Fan 1996, Am Stat 50:361, type 2): the value at which that share is
 * reached, halfway to the next one when it is reached exactly, halves rounded up. `null` of nothing.
 *
 * @throws RangeError unless all values are safe integers
 * @example quantiles([0, 50_000, 100_000, 7_200_000])?.median //=> 75_000
 */
export function quantiles(values: readonly number[]): Quantiles | null {
  for (const value of values) if (!Number.isSafeInteger(value)) throw new RangeError(`not whole: ${value}`);
  const sorted = Float64Array.from(values).sort();
  const [min, max] = [sorted.at(0), sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return {
    cases: values.length,
    min,
    median: quantileOf(sorted, 500),
    p75: quantileOf(sorted, 750),
    p90: quantileOf(sorted, 900),
    max,
  };
}

/** The type 2 quantile of sorted whole numbers, at a share in thousandths above none and below all; not of nothing. */
export function quantileOf(sorted: Float64Array, thousandths: number): number {
  const reached = sorted.length * thousandths;
  const index = Math.floor(reached / 1000);
  const above = sorted[index] ?? Number.NaN;
  if (reached % 1000 !== 0) return above;
  const below = sorted[index - 1] ?? above;
  // Math.ceil of a half is the half rounded up, and no sum can leave the safe integers.
  return below + Math.ceil((above - below) / 2);
}

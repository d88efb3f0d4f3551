import { WHOLE_PPM } from './units.ts';

/**
 * p-values adjusted for how many were looked at (Holm 1979, Scand J Stat 6:65), in ppm, in the order given.
 * Never above Bonferroni's. Equal inputs get equal answers.
 *
 * @throws RangeError unless each is a whole ppm from 0 to 1,000,000
 * @example holm([10_000, 40_000, 30_000]) //=> [30_000, 60_000, 60_000]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) {
    if (!Number.isSafeInteger(p) || p < 0 || p > WHOLE_PPM) throw new RangeError(`no p-value in ppm: ${p}`);
  }
  const adjusted = new Map<number, number>();
  let largest = 0;
  [...pValues]
    .sort((a, b) => a - b)
    .forEach((p, rank) => {
      largest = Math.max(largest, Math.min(WHOLE_PPM, (pValues.length - rank) * p));
      if (!adjusted.has(p)) adjusted.set(p, largest);
    });
  return pValues.map((p) => adjusted.get(p) ?? p);
}

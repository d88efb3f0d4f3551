/** One whole in parts per million: 1 % is 10,000. */
export const WHOLE_PPM = 1_000_000;

/** Fewer cases than this are shown as counts only: no rate of them is compared. */
export const FEWEST_COMPARED = 10;

/** An interval in whole ppm, both ends included; of a difference it may reach below zero. */
export interface PpmInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * A share or ratio as whole ppm, halves rounded up. Rounding keeps order, so an interval still holds its estimate.
 *
 * @example toPpm(0.6163934426229508) //=> 616_393
 */
export function toPpm(value: number): number {
  const rounded = Math.round(value * WHOLE_PPM);
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`no ppm: ${value}`);
  return rounded === 0 ? 0 : rounded;
}

/** Both ends of an interval as whole ppm. */
export function toPpmInterval({ low, high }: { readonly low: number; readonly high: number }): PpmInterval {
  return { low: toPpm(low), high: toPpm(high) };
}

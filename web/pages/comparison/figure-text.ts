import { decimalText } from '../../decimal-text.ts';
import { UNKNOWN } from '../../words.ts';

const PPM_PER_PERCENT = 10_000;
const PPM_PER_WHOLE = 1_000_000;

/** A rate in ppm as a percentage with two decimals, rounded half up: "61.64%"; a dash where it is unknown. */
export function percentText(rate: number | null): string {
  return rate === null ? UNKNOWN : `${decimalText(rate, PPM_PER_PERCENT, 2)}%`;
}

/** A change in ppm with its sign: "+3.20%". */
export function changeText(change: number | null): string {
  return change === null ? UNKNOWN : `${change > 0 ? '+' : ''}${percentText(change)}`;
}

/** An interval of rates: "57.70%–65.40%". */
export function intervalText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${percentText(low)}–${percentText(high)}`;
}

/** An interval of changes with their signs: "-23.40%至+1.70%". */
export function changesText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${changeText(low)}至${changeText(high)}`;
}

/** A mean in millionths with one decimal, rounded half up: "3.4". */
export function meanText(millionths: number | null): string {
  return millionths === null ? UNKNOWN : decimalText(millionths, PPM_PER_WHOLE, 1);
}

import type { ClockUnit } from '#shared/domain/timeliness/clock.ts';
import type { ClockTimes } from '#shared/services/comparison/model-clocks.ts';
import { UNIT_TEXT } from '#shared/services/comparison/words.ts';
import { UNKNOWN } from '../../words.ts';
import { percentText } from './figure-text.ts';

/** A quantile of a clock; beyond the follow-up it says so with the share still open, of polled events it is a window. */
export function quantileText(times: ClockTimes, quantile: 'median' | 'p75' | 'p90', unit: ClockUnit): string {
  const word = UNIT_TEXT[unit];
  if (times.kind === 'too-few') return UNKNOWN;
  if (times.kind === 'times') {
    const { [quantile]: value, lastTime, openAtLast } = times;
    return value === null ? `超过${lastTime}${word}(${percentText(openAtLast)}未办结)` : `${value}${word}`;
  }
  const { after, by } = times[quantile];
  if (by === null) return `超过${Math.max(after, 0)}${word}`;
  return by === after + 1 ? `${by}${word}` : `${after + 1}至${by}${word}`;
}

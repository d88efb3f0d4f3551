import { type Fen, fen, formatWan, formatYuan } from '../../domain/money.ts';
import type { ClockUnit } from '../../domain/timeliness/clock.ts';
import type { PpmInterval } from '../../statistics/units.ts';
import type { ClockTimes } from './model-clocks.ts';
import type { PairVerdict } from './model-headlines.ts';

/** Chinese words of the clocks' units. */
export const UNIT_TEXT: Readonly<Record<ClockUnit, string>> = { 'working-days': '个工作日', hours: '小时' };

/** Said wherever lots were not given to platforms by chance. */
export const ASSOCIATION = '关联,非因果。';

const TENTH_OF_PERCENT = 1_000n;

function tenths(rate: number): string {
  const doubled = 2n * BigInt(Math.abs(rate)) + TENTH_OF_PERCENT;
  const digits = String(doubled / (2n * TENTH_OF_PERCENT)).padStart(2, '0');
  return `${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** A share in ppm as per cent with one decimal, halves away from zero: "61.6%". */
export function percentText(rate: number): string {
  const text = tenths(rate);
  return `${rate < 0 && text !== '0.0' ? '-' : ''}${text}%`;
}

/** A difference of shares in percentage points with its sign: "+1.7". */
export function pointsText(difference: number): string {
  const text = tenths(difference);
  if (text === '0.0') return text;
  return `${difference < 0 ? '-' : '+'}${text}`;
}

/** An interval of a share: "57.7%–65.4%". */
export function shareIntervalText({ low, high }: PpmInterval): string {
  return `${percentText(low)}–${percentText(high)}`;
}

/** An interval of a difference: "-23.4至+1.7". */
export function pointsIntervalText({ low, high }: PpmInterval): string {
  return `${pointsText(low)}至${pointsText(high)}`;
}

/** An amount in 万元. */
export function wanText(amount: Fen): string {
  return `${formatWan(amount)}万元`;
}

/** An amount in yuan without its sign. */
export function yuanText(amount: Fen): string {
  return `${formatYuan(fen(Math.abs(amount)))}元`;
}

/** The middle of a clock's times. */
export function medianText(times: ClockTimes, unit: ClockUnit): string {
  const word = UNIT_TEXT[unit];
  if (times.kind === 'too-few') return '–';
  if (times.kind === 'times') {
    return times.median === null ? `超过${times.lastTime}${word}` : `${times.median}${word}`;
  }
  const { after, by } = times.median;
  if (by === null) return `超过${Math.max(after, 0)}${word}`;
  return by === after + 1 ? `${by}${word}` : `${after + 1}至${by}${word}`;
}

/** The verdict in words: 甲优于乙, 乙优于甲, 不可区分, or why there is none. */
export function verdictText(verdict: PairVerdict, nameA: string, nameB: string): string {
  switch (verdict) {
    case 'a-better':
      return `${nameA}优于${nameB}`;
    case 'b-better':
      return `${nameB}优于${nameA}`;
    case 'indistinguishable':
      return '不可区分';
    case 'too-few':
      return '不足10件,只列件数,不作比较';
    case 'not-comparable':
      return '不可比';
  }
}

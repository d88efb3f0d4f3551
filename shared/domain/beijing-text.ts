import { toPlainText } from './plain-text.ts';

/** A written calendar day, not yet known to exist; without year where the text has none. */
export interface WrittenDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** A written clock time in the 24-hour count, not yet known to exist. */
export interface WrittenClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const NUMERIC_DAY = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const CHINESE_DAY = /^(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/;

const COLON_CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;
const CHINESE_CLOCK = /^(\d{1,2}) ?[时点](?:整| ?(\d{1,2}) ?分(?: ?(\d{1,2}) ?秒)?)?$/;

/** Reads a day alone, in any of the written forms. */
export function readDay(text: string): WrittenDay | undefined {
  return dayOf(toPlainText(text));
}

/** Reads a day with clock time, in any of the written forms. */
export function readDayAndClock(text: string): { readonly day: WrittenDay; readonly clock: WrittenClock } | undefined {
  const halves = /^(.*[日号]|[\d/.-]+(?:T|(?= ))) ?(.+)$/.exec(toPlainText(text));
  const day = dayOf((halves?.[1] ?? '').replace(/T$/, ''));
  const clock = clockOf(halves?.[2] ?? '');
  return day === undefined || clock === undefined ? undefined : { day, clock };
}

function dayOf(plain: string): WrittenDay | undefined {
  const chinese = CHINESE_DAY.exec(plain);
  if (chinese !== null) {
    const [, year, month, day] = chinese;
    const monthAndDay = { month: Number(month), day: Number(day) };
    return year === undefined ? monthAndDay : { year: Number(year), ...monthAndDay };
  }
  const numeric = NUMERIC_DAY.exec(plain);
  if (numeric !== null) return { year: Number(numeric[1]), month: Number(numeric[3]), day: Number(numeric[4]) };
  const compact = COMPACT_DAY.exec(plain);
  return compact === null
    ? undefined
    : { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
}

function clockOf(plain: string): WrittenClock | undefined {
  const [, half, rest = ''] = /^(上午|下午)? ?(.*)$/.exec(plain.replaceAll('∶', ':')) ?? [];
  const match = COLON_CLOCK.exec(rest) ?? CHINESE_CLOCK.exec(rest);
  if (match === null) return undefined;
  const hour = hourOf(Number(match[1]), half);
  if (hour === undefined) return undefined;
  return {
    hour,
    minute: Number(match[2] ?? 0),
    second: Number(match[3] ?? 0),
    millisecond: Number((match[4] ?? '').padEnd(3, '0')),
  };
}

/**
 * The hour in the 24-hour count. 下午15时 is common and clear; 上午12时 means noon to some and midnight to others,
 * 下午0时 nothing at all.
 */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (half === '上午') return hour < 12 ? hour : undefined;
  if (hour < 1 || hour > 23) return undefined;
  return hour < 12 ? hour + 12 : hour;
}

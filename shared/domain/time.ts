import { readDay, readDayAndClock, type WrittenClock, type WrittenDay } from './beijing-text.ts';

/** A point in time, always exactly `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. */
export type Instant = string & { readonly __time: 'utc' };

/** A Beijing calendar day (日期), `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __time: 'beijing-day' };

/**
 * Beijing time is taken as UTC+8 throughout, which holds since September 1991;
 * the summers of 1986 to 1991 were in truth one hour ahead.
 */
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const HALF_YEAR_MS = 183 * DAY_MS;

/** The last millisecond of 9999 in Beijing, so that every instant also has a Beijing day. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999) - BEIJING_OFFSET_MS;

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,18}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Takes milliseconds since 1970 (UTC).
 * @throws RangeError unless a whole number from 1970 to the end of 9999 in Beijing
 */
export function fromEpochMs(ms: number): Instant {
  if (!isInstantMs(ms)) throw new RangeError(`not an instant: ${ms}`);
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds since 1970 (UTC). */
export function toEpochMs(instant: Instant): number {
  return Date.parse(instant);
}

/**
 * Moves an instant by milliseconds, either way.
 * @throws RangeError when it leaves the range of `fromEpochMs`
 */
export function addMs(instant: Instant, ms: number): Instant {
  return fromEpochMs(toEpochMs(instant) + ms);
}

/**
 * Reads an RFC 3339 time with its offset; digits beyond the millisecond are cut off.
 * Undefined for anything else, including a time without offset and impossible dates.
 *
 * @example parseInstant('2018-05-06T18:01:50+08:00') //=> '2018-05-06T10:01:50.000Z'
 */
export function parseInstant(text: string): Instant | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = match;
  const dayMs = utcDayMs({ year: Number(year), month: Number(month), day: Number(day) });
  const millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const clockMs = clockToMs({ hour: Number(hour), minute: Number(minute), second: Number(second), millisecond });
  const offsetMs = clockToMs({
    hour: Number(offsetHour ?? 0),
    minute: Number(offsetMinute ?? 0),
    second: 0,
    millisecond: 0,
  });
  if (dayMs === undefined || clockMs === undefined || offsetMs === undefined) return undefined;
  if (clockMs === DAY_MS || offsetMs === DAY_MS) return undefined;
  return instantOrNone(dayMs + clockMs - (sign === '-' ? -offsetMs : offsetMs));
}

/**
 * Reads Beijing wall time in any form platforms write it: `2017/09/26 10:00:00`, `2022年 10月29日10:03`,
 * `2025年8月22日下午3时`. A day without clock time is not an instant, an impossible date is none; 24:00 is the next midnight.
 *
 * @param options `yearNear` allows text without a year (11月24日10:00) and takes the year that puts it nearest to
 * that instant, the later of two equally near; undefined when none is within half a year (2月29日).
 */
export function parseBeijing(text: string, options: { readonly yearNear?: Instant } = {}): Instant | undefined {
  const written = readDayAndClock(text);
  if (written === undefined) return undefined;
  const { day, clock } = written;
  if (day.year !== undefined) return beijingInstant(day.year, day, clock);
  return options.yearNear === undefined ? undefined : nearestInstant(day, clock, options.yearNear);
}

/**
 * Reads a Beijing calendar day written without clock time; undefined for anything else and for impossible dates.
 *
 * @example parseBeijingDate('2026年5月6日') //=> '2026-05-06'
 */
export function parseBeijingDate(text: string): LocalDate | undefined {
  const day = readDay(text);
  const ms = day?.year === undefined ? undefined : utcDayMs({ ...day, year: day.year });
  return ms === undefined ? undefined : (new Date(ms).toISOString().slice(0, 10) as LocalDate);
}

/** Writes Beijing time as RFC 3339, milliseconds only when there are any: `2018-05-06T18:01:50+08:00`. */
export function formatBeijing(instant: Instant): string {
  return beijingIso(instant).replace(/(?:\.000)?Z$/, '+08:00');
}

/** Writes Beijing time for people, to the minute: `2018年5月6日 18:01`. */
export function formatBeijingText(instant: Instant): string {
  const iso = beijingIso(instant);
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${iso.slice(11, 16)}`;
}

/** The Beijing calendar day an instant falls on. */
export function beijingDate(instant: Instant): LocalDate {
  return beijingIso(instant).slice(0, 10) as LocalDate;
}

/** Beijing wall time in ISO form; its `Z` is not true. */
function beijingIso(instant: Instant): string {
  return new Date(toEpochMs(instant) + BEIJING_OFFSET_MS).toISOString();
}

function beijingInstant(year: number, day: WrittenDay, clock: WrittenClock): Instant | undefined {
  const dayMs = utcDayMs({ year, month: day.month, day: day.day });
  const clockMs = clockToMs(clock);
  return dayMs === undefined || clockMs === undefined ? undefined : instantOrNone(dayMs + clockMs - BEIJING_OFFSET_MS);
}

function nearestInstant(day: WrittenDay, clock: WrittenClock, near: Instant): Instant | undefined {
  const thisYear = Number(beijingDate(near).slice(0, 4));
  const distance = (candidate: Instant) => Math.abs(toEpochMs(candidate) - toEpochMs(near));
  return [thisYear + 1, thisYear, thisYear - 1]
    .flatMap((year) => beijingInstant(year, day, clock) ?? [])
    .filter((candidate) => distance(candidate) <= HALF_YEAR_MS)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Midnight UTC of a calendar day; undefined when the calendar has no such day. */
function utcDayMs(day: Required<WrittenDay>): number | undefined {
  const ms = Date.UTC(day.year, day.month - 1, day.day);
  const date = new Date(ms);
  const exists =
    date.getUTCFullYear() === day.year && date.getUTCMonth() === day.month - 1 && date.getUTCDate() === day.day;
  return exists ? ms : undefined;
}

/** Time since midnight; 24:00 is a whole day, anything after it is not a clock time. */
function clockToMs(clock: WrittenClock): number | undefined {
  if (clock.hour > 24 || clock.minute > 59 || clock.second > 59) return undefined;
  const ms = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1_000 + clock.millisecond;
  return ms <= DAY_MS ? ms : undefined;
}

function instantOrNone(ms: number): Instant | undefined {
  return isInstantMs(ms) ? fromEpochMs(ms) : undefined;
}

function isInstantMs(ms: number): boolean {
  return Number.isInteger(ms) && ms >= 0 && ms <= LATEST_MS;
}

import type { Instant, LocalDate } from '../time.ts';
import { type DayNumber, dayNumberOf, toDayNumber, toLocalDate } from './beijing-day.ts';
import { HOLIDAY_YEARS, type HolidayYear } from './holidays.ts';

/** The holidays of this Beijing year are not known, so that nothing is said of its days. */
export interface UnknownYear {
  readonly kind: 'unknown-year';
  readonly year: number;
}

/** A number of working days (工作日). */
export interface WorkingDays {
  readonly kind: 'days';
  readonly days: number;
}

/** The day a period ends on; it ends at its 24:00. */
export interface LastDay {
  readonly kind: 'day';
  readonly day: LocalDate;
}

/** Tells working days from days off in the years it knows. */
export interface WorkCalendar {
  readonly dayKind: (date: LocalDate) => 'working' | 'off' | UnknownYear;
  /**
   * Working days from one instant to another (民法典第二百零一、二百零三条): the day it begins on is not counted,
   * and what happens on a day off counts as of the next working day. So it is at most n exactly when the event
   * came no later than the last day of a period of n working days.
   *
   * @throws RangeError when `to` lies on a day before that of `from`
   */
  readonly between: (from: Instant, to: Instant) => WorkingDays | UnknownYear;
  /**
   * The last day of a period of so many working days that begins at an instant.
   * @throws RangeError unless `days` is a whole number from 1 up
   */
  readonly lastDay: (from: Instant, days: number) => LastDay | UnknownYear;
}

/** The next year's notice has moved days of December's last week (2018-12-29 and 31): they are known with it only. */
const NEXT_NOTICE_FROM = '12-25';

type DayKind = 'working' | 'off' | 'unknown';

function isWeekend(day: DayNumber): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}

function exceptionsOf(years: readonly HolidayYear[]): ReadonlyMap<DayNumber, DayKind> {
  const exceptions = new Map<DayNumber, DayKind>();
  for (const { off, worked } of years) {
    for (const [first, last] of off) {
      const end = toDayNumber(last as LocalDate);
      for (let day = toDayNumber(first as LocalDate); day <= end; day++) exceptions.set(day, 'off');
    }
    for (const date of worked) exceptions.set(toDayNumber(date as LocalDate), 'working');
  }
  return exceptions;
}

/** Every day from the first known year to the last, with how many working and unknown days there are up to each. */
interface DayTable {
  readonly origin: DayNumber;
  readonly kinds: readonly DayKind[];
  readonly working: readonly number[];
  readonly unknown: readonly number[];
}

function tableOf(years: readonly HolidayYear[]): DayTable {
  const known = new Set(years.map(({ year }) => year));
  const exceptions = exceptionsOf(years);
  const origin = toDayNumber(`${Math.min(...known)}-01-01` as LocalDate);
  const end = toDayNumber(`${Math.max(...known)}-12-31` as LocalDate);
  const kinds: DayKind[] = [];
  const working: number[] = [0];
  const unknown: number[] = [0];
  for (let day = origin; day <= end; day++) {
    const date = toLocalDate(day);
    const year = Number(date.slice(0, 4));
    const isKnown = known.has(year) && (date.slice(5) < NEXT_NOTICE_FROM || known.has(year + 1));
    const kind = isKnown ? (exceptions.get(day) ?? (isWeekend(day) ? 'off' : 'working')) : 'unknown';
    kinds.push(kind);
    working.push((working.at(-1) ?? 0) + (kind === 'working' ? 1 : 0));
    unknown.push((unknown.at(-1) ?? 0) + (kind === 'unknown' ? 1 : 0));
  }
  return { origin, kinds, working, unknown };
}

function unknownYear(day: DayNumber): UnknownYear {
  return { kind: 'unknown-year', year: Number(toLocalDate(day).slice(0, 4)) };
}

function kindOf({ kinds, origin }: DayTable, day: DayNumber): DayKind {
  return kinds[day - origin] ?? 'unknown';
}

/** How many of the counted days lie after the first day, up to the last one. */
function within(counts: readonly number[], { origin }: DayTable, first: DayNumber, last: DayNumber): number {
  return (counts[last - origin + 1] ?? 0) - (counts[first - origin + 1] ?? 0);
}

/** The first day nothing is known of, after the first day and up to the last one. */
function firstUnknown(table: DayTable, first: DayNumber, last: DayNumber): DayNumber | undefined {
  if (first < table.origin - 1) return first + 1;
  const isInTable = last < table.origin + table.kinds.length;
  if (isInTable && within(table.unknown, table, first, last) === 0) return undefined;
  let day = first + 1;
  while (kindOf(table, day) !== 'unknown') day++;
  return day;
}

function countBetween(table: DayTable, from: Instant, to: Instant): WorkingDays | UnknownYear {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (last < first) throw new RangeError(`the end ${to} lies on a day before the start ${from}`);
  if (last === first) return { kind: 'days', days: 0 };
  const missing = firstUnknown(table, first, last);
  if (missing !== undefined) return unknownYear(missing);
  const counted = within(table.working, table, first, last);
  return { kind: 'days', days: kindOf(table, last) === 'off' ? counted + 1 : counted };
}

function findLastDay(table: DayTable, from: Instant, days: number): LastDay | UnknownYear {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`not a number of working days: ${days}`);
  let left = days;
  for (let day = dayNumberOf(from) + 1; ; day++) {
    const kind = kindOf(table, day);
    if (kind === 'unknown') return unknownYear(day);
    if (kind === 'working') left -= 1;
    if (left === 0) return { kind: 'day', day: toLocalDate(day) };
  }
}

/** A calendar that knows these years; it refuses days in any other. */
export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  const table = tableOf(years);
  return {
    dayKind(date) {
      const kind = kindOf(table, toDayNumber(date));
      return kind === 'unknown' ? unknownYear(toDayNumber(date)) : kind;
    },
    between: (from, to) => countBetween(table, from, to),
    lastDay: (from, days) => findLastDay(table, from, days),
  };
}

/** The calendar of the State Council's notices that have been read. */
export const STATE_CALENDAR: WorkCalendar = workCalendar(HOLIDAY_YEARS);

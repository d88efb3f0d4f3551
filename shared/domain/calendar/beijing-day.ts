import { addMs, type Instant, type LocalDate, parseInstant, toEpochMs } from '../time.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BEIJING_OFFSET_MS = 8 * HOUR_MS;

/** A Beijing day as a whole number of days since 1970-01-01, which is 0. */
export type DayNumber = number;

/** The number of the Beijing day an instant falls on. */
export function dayNumberOf(instant: Instant): DayNumber {
  return Math.floor((toEpochMs(instant) + BEIJING_OFFSET_MS) / DAY_MS);
}

/** The number of a Beijing day. */
export function toDayNumber(date: LocalDate): DayNumber {
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
}

/** The Beijing day of a number. */
export function toLocalDate(day: DayNumber): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The day so many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(toDayNumber(date) + days);
}

/**
 * The instant a Beijing day begins.
 * @throws RangeError before 1970-01-02
 */
export function startOfDay(date: LocalDate): Instant {
  const midnight = parseInstant(`${date}T00:00:00+08:00`);
  if (midnight === undefined) throw new RangeError(`not a day that begins within the range of instants: ${date}`);
  return midnight;
}

/** The instant a Beijing day ends (二十四时), which is the beginning of the next. */
export function endOfDay(date: LocalDate): Instant {
  return addMs(startOfDay(date), DAY_MS);
}

/**
 * Hours between two instants, each begun hour counted whole, so that a period of n hours is kept
 * exactly when this is at most n. Hours run from the instant itself (民法典第二百零一条第二款).
 *
 * @throws RangeError when `to` lies before `from`
 */
export function hoursBetween(from: Instant, to: Instant): number {
  const ms = toEpochMs(to) - toEpochMs(from);
  if (ms < 0) throw new RangeError(`the end ${to} lies before the start ${from}`);
  return Math.ceil(ms / HOUR_MS);
}

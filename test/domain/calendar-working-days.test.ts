import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  endOfDay,
  hoursBetween,
  startOfDay,
  toDayNumber,
  toLocalDate,
} from '#shared/domain/calendar/beijing-day.ts';
import { HOLIDAY_YEARS } from '#shared/domain/calendar/holidays.ts';
import { STATE_CALENDAR, workCalendar } from '#shared/domain/calendar/working-days.ts';
import { addMs, type LocalDate } from '#shared/domain/time.ts';
import { beijing } from '#test/support/round-facts.ts';

const day = (text: string) => text as LocalDate;
const KNOWN = { first: toDayNumber(day('2017-01-01')), last: toDayNumber(day('2026-12-24')) };
const aKnownDay = fc.integer({ min: KNOWN.first, max: KNOWN.last - 60 }).map(toLocalDate);

describe('STATE_CALENDAR', () => {
  it.each([
    ['a Monday', '2023-06-12', 'working'],
    ['a Saturday', '2023-06-10', 'off'],
    ['a holiday on a Thursday', '2023-06-22', 'off'],
    ['a make-up Sunday', '2023-06-25', 'working'],
    ['a make-up Saturday of the Spring Festival 2024', '2024-02-18', 'working'],
    ['the eve of 2024, which was not a holiday', '2024-02-09', 'working'],
    ['a day that only the next year’s notice took off', '2018-12-31', 'off'],
    ['a make-up day that only the next year’s notice made', '2018-12-29', 'working'],
    ['a make-up day that a second notice took back', '2020-02-01', 'off'],
    ['the first day after the lengthened Spring Festival', '2020-02-03', 'working'],
    ['a day off of the second notice of 2019', '2019-05-03', 'off'],
  ])('calls %s, %s, %s', (_, date, kind) => {
    expect(STATE_CALENDAR.dayKind(day(date))).toBe(kind);
  });

  it.each(['2016-12-30', '2027-01-04', '2026-12-25'])(
    'does not know %s, whose year or next notice is missing',
    (date) => {
      expect(STATE_CALENDAR.dayKind(day(date))).toEqual({ kind: 'unknown-year', year: Number(date.slice(0, 4)) });
    },
  );

  it('has as many working days a year as the notices leave', () => {
    const years = new Map<string, number>();
    for (let number = KNOWN.first; number <= KNOWN.last; number++) {
      const date = toLocalDate(number);
      const isWorking = STATE_CALENDAR.dayKind(date) === 'working';
      years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + (isWorking ? 1 : 0));
    }

    expect([...years.values()].slice(0, 9)).toEqual([249, 250, 250, 249, 250, 249, 249, 251, 248]);
  });

  it('names a numbered notice for every year and works only weekends', () => {
    for (const { year, notices, worked } of HOLIDAY_YEARS) {
      expect(notices[0]?.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
      expect(notices[0]?.number).toContain(String(year - 1));
      expect(worked.filter((date) => ![0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
    }
  });
});

describe('working days between two instants', () => {
  it.each([
    ['the same day', '2023-06-12 09:00', '2023-06-12 23:59', 0],
    ['the next day, however late the first began', '2023-06-12 23:59', '2023-06-13 00:00', 1],
    ['over a weekend', '2023-06-09 10:00', '2023-06-12 10:00', 1],
    ['to a Saturday, which counts as the Monday after', '2023-06-09 10:00', '2023-06-10 10:00', 1],
    ['within one weekend', '2023-06-10 10:00', '2023-06-11 10:00', 1],
    ['over the Dragon Boat Festival 2023, with its make-up Sunday', '2023-06-21 10:00', '2023-06-26 10:00', 2],
    ['over the Spring Festival 2024', '2024-02-09 16:00', '2024-02-19 09:00', 2],
    ['over a new year', '2022-12-30 10:00', '2023-01-03 10:00', 1],
  ])('counts %s', (_, from, to, days) => {
    expect(STATE_CALENDAR.between(beijing(from), beijing(to))).toEqual({ kind: 'days', days });
  });

  it.each([
    ['2026-12-20 10:00', '2027-01-04 10:00', 2026],
    ['2016-12-20 10:00', '2017-01-04 10:00', 2016],
    ['2027-03-01 10:00', '2027-03-02 10:00', 2027],
  ])('refuses %s to %s', (from, to, year) => {
    expect(STATE_CALENDAR.between(beijing(from), beijing(to))).toEqual({ kind: 'unknown-year', year });
  });

  it('refuses a year that is missing between two known ones', () => {
    const patchy = workCalendar(HOLIDAY_YEARS.filter(({ year }) => year !== 2020));

    expect(patchy.between(beijing('2019-12-02 10:00'), beijing('2021-01-04 10:00'))).toEqual({
      kind: 'unknown-year',
      year: 2019,
    });
    expect(patchy.between(beijing('2021-01-04 10:00'), beijing('2021-01-05 10:00'))).toEqual({ kind: 'days', days: 1 });
  });

  it('throws on an end before the start', () => {
    expect(() => STATE_CALENDAR.between(beijing('2023-06-12 10:00'), beijing('2023-06-11 10:00'))).toThrow(RangeError);
  });

  it('is at most n exactly when the event came no later than the last day of n', () => {
    fc.assert(
      fc.property(aKnownDay, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (date, n, later) => {
        const [from, to] = [startOfDay(date), startOfDay(addDays(date, later))];

        const counted = STATE_CALENDAR.between(from, to);
        const last = STATE_CALENDAR.lastDay(from, n);

        expect(counted.kind === 'days' && counted.days <= n).toBe(
          last.kind === 'day' && addDays(date, later) <= last.day,
        );
      }),
    );
  });
});

describe('the last day of a period', () => {
  it.each([
    ['2023-06-09 10:00', 3, '2023-06-14'],
    ['2023-06-19 10:00', 3, '2023-06-25'],
    ['2024-02-08 10:00', 5, '2024-02-21'],
  ])('from %s in %i working days is %s', (from, days, last) => {
    expect(STATE_CALENDAR.lastDay(beijing(from), days)).toEqual({ kind: 'day', day: last });
  });

  it('is refused where it would lie in an unknown year', () => {
    expect(STATE_CALENDAR.lastDay(beijing('2026-12-24 10:00'), 1)).toEqual({ kind: 'unknown-year', year: 2026 });
  });

  it('throws on a length that is no number of days', () => {
    expect(() => STATE_CALENDAR.lastDay(beijing('2026-06-01 10:00'), 0)).toThrow(RangeError);
  });
});

describe('hours between two instants', () => {
  it('counts a begun hour whole, so that 24 hours are kept to the millisecond', () => {
    const from = beijing('2023-06-12 10:00');

    expect(hoursBetween(from, from)).toBe(0);
    expect(hoursBetween(from, addMs(from, 24 * 3_600_000))).toBe(24);
    expect(hoursBetween(from, addMs(from, 24 * 3_600_000 + 1))).toBe(25);
    expect(() => hoursBetween(from, addMs(from, -1))).toThrow(RangeError);
  });
});

describe('a Beijing day', () => {
  it('begins at 16:00 UTC of the day before and ends where the next begins', () => {
    expect(startOfDay(day('2023-01-01'))).toBe('2022-12-31T16:00:00.000Z');
    expect(endOfDay(day('2023-01-01'))).toBe(startOfDay(day('2023-01-02')));
    expect(() => startOfDay(day('1969-12-31'))).toThrow(RangeError);
  });
});

import { type DayNumber, startOfDay, toDayNumber, toLocalDate } from '#shared/domain/calendar/beijing-day.ts';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { addMs, type Instant, type LocalDate } from '#shared/domain/time.ts';
import type { Draws } from './random.ts';

/** The Beijing day `month-day` of 2023, as `MM-DD`. */
export function dayOf2023(monthDay: string): DayNumber {
  return toDayNumber(`2023-${monthDay}` as LocalDate);
}

function isWorkingDay(day: DayNumber): boolean {
  return STATE_CALENDAR.dayKind(toLocalDate(day)) === 'working';
}

/** The day so many working days after, or before when negative; 0 is the day itself, or the first working day after it. */
export function addWorkingDays(day: DayNumber, days: number): DayNumber {
  const step = days < 0 ? -1 : 1;
  let reached = day;
  while (days === 0 && !isWorkingDay(reached)) reached += 1;
  for (let left = Math.abs(days); left > 0; ) {
    reached += step;
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** A working day from `first` to `last`, both included. */
export function drawWorkingDay(draws: Draws, first: DayNumber, last: DayNumber): DayNumber {
  for (;;) {
    const day = draws.between(first, last);
    if (isWorkingDay(day)) return day;
  }
}

/** Minutes after midnight of a Beijing day. */
export function atMinute(day: DayNumber, minutes: number): Instant {
  return addMs(startOfDay(toLocalDate(day)), minutes * 60_000);
}

import { addDays, startOfDay, toDayNumber } from '../calendar/beijing-day.ts';
import type { UnknownYear, WorkCalendar } from '../calendar/working-days.ts';
import { addMs, beijingDate, type Instant, type LocalDate } from '../time.ts';
import type { DurationRule } from './time-rule.ts';

/** A day or a point in time, as precisely as it is known. */
export type Moment = LocalDate | Instant;

/** The day or instant a period comes to, the first lawful one of a minimum and the last lawful one of a maximum. */
export type Bound = { readonly kind: 'bound'; readonly at: Moment } | UnknownYear | { readonly kind: 'imprecise' };

const MS = { hour: 3_600_000, minute: 60_000, second: 1_000 } as const;

function isInstant(moment: Moment): moment is Instant {
  return moment.length > 10;
}

/** The Beijing day of a moment. */
export function dayOf(moment: Moment): LocalDate {
  return isInstant(moment) ? beijingDate(moment) : moment;
}

/** The day so many months later; where the month has no such day, its last one (民法典第二百零二条). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const found = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
  return found.toISOString().slice(0, 10) as LocalDate;
}

/** The day itself, or the next working day where it is off (民法典第二百零三条). */
function movedOn(day: LocalDate, calendar: WorkCalendar): Bound {
  for (let at = day; ; at = addDays(at, 1)) {
    const kind = calendar.dayKind(at);
    if (typeof kind !== 'string') return kind;
    if (kind === 'working') return { kind: 'bound', at };
  }
}

/** Where a rule's period ends when it begins at `from`. */
export function boundOf(rule: DurationRule, from: Moment, calendar: WorkCalendar): Bound {
  const day = dayOf(from);
  switch (rule.unit) {
    case 'working_day': {
      const last = calendar.lastDay(startOfDay(day), rule.value);
      return last.kind === 'day' ? { kind: 'bound', at: last.day } : last;
    }
    case 'calendar_day': {
      const end = addDays(day, rule.counting === 'whole-days' ? rule.value - 1 : rule.value);
      return rule.lastDayMoves ? movedOn(end, calendar) : { kind: 'bound', at: end };
    }
    case 'month':
    case 'year':
      return { kind: 'bound', at: addMonths(day, rule.unit === 'year' ? rule.value * 12 : rule.value) };
    default:
      return isInstant(from) ? { kind: 'bound', at: addMs(from, rule.value * MS[rule.unit]) } : { kind: 'imprecise' };
  }
}

/** How many days of the rule's unit lie between; `null` where it is not counted in days or the year's holidays are not known. */
export function daysBetween(rule: DurationRule, from: LocalDate, to: LocalDate, calendar: WorkCalendar): number | null {
  const days = toDayNumber(to) - toDayNumber(from);
  if (rule.unit === 'calendar_day') return rule.counting === 'whole-days' ? days + 1 : days;
  if (rule.unit !== 'working_day' || days < 0) return null;
  let working = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const kind = calendar.dayKind(day);
    if (typeof kind !== 'string') return null;
    if (kind === 'working') working += 1;
  }
  return working;
}

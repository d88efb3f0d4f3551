import { addDays } from '../calendar/beijing-day.ts';
import { beijingDate, type Instant, type LocalDate, parseBeijingDate } from '../time.ts';

/** A stretch of Beijing days, both ends counted. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Presets (期间): 本月, 本年累计, 去年同期. */
export const PERIOD_PRESETS = ['this-month', 'year-to-date', 'same-period-last-year'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** Chinese words of the presets. */
export const PERIOD_TEXT: Readonly<Record<PeriodPreset, string>> = {
  'this-month': '本月',
  'year-to-date': '本年累计',
  'same-period-last-year': '去年同期',
};

/** The same day a year earlier; 28 February for the 29th. */
function yearEarlierDay(date: LocalDate): LocalDate {
  const earlier = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`;
  return parseBeijingDate(earlier) ?? addDays(date, -366);
}

/** The same stretch a year earlier (同期), for a comparison year on year. */
export function yearEarlier(period: Period): Period {
  return { from: yearEarlierDay(period.from), to: yearEarlierDay(period.to) };
}

/** The days a preset means at that instant, its Beijing day being the last one. */
export function presetPeriod(preset: PeriodPreset, at: Instant): Period {
  const to = beijingDate(at);
  if (preset === 'this-month') return { from: `${to.slice(0, 8)}01` as LocalDate, to };
  const year: Period = { from: `${to.slice(0, 5)}01-01` as LocalDate, to };
  return preset === 'year-to-date' ? year : yearEarlier(year);
}

/** Reads a free period from two written days; undefined unless both are days and the first is not after the last. */
export function parsePeriod(from: string, to: string): Period | undefined {
  const [first, last] = [parseBeijingDate(from), parseBeijingDate(to)];
  return first === undefined || last === undefined || last < first ? undefined : { from: first, to: last };
}

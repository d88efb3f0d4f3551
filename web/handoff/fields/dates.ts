import { formatBeijingText, type Instant, type LocalDate } from '#shared/domain/time.ts';

/** A day as official documents write it: 2026年5月6日. */
export function dayText(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A moment in Beijing: 2026年5月6日 10:00. */
export function momentText(at: Instant): string {
  return formatBeijingText(at);
}

/** From day to day; one day alone where both are the same or only one is known. */
export function daysText(from: LocalDate | null, until: LocalDate | null): string | undefined {
  if (from === null) return until === null ? undefined : `${dayText(until)}止`;
  if (until === null) return `${dayText(from)}起`;
  return from === until ? dayText(from) : `${dayText(from)}至${dayText(until)}`;
}

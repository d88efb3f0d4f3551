import { formatBeijingText } from '../time.ts';
import { dayOf, type Moment } from './periods.ts';

/** A day for people: 2026年12月2日. */
export function dayText(moment: Moment): string {
  const [year, month, day] = dayOf(moment).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A day, or a point in time to the minute where it is known. */
export function momentText(moment: Moment): string {
  const [instant, day] = [moment.length > 10, dayText(moment)];
  return instant ? formatBeijingText(moment as Parameters<typeof formatBeijingText>[0]) : day;
}

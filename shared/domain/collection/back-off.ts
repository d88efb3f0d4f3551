import { addMs, type Instant } from '../time.ts';

const FIRST_MS = 15_000;
const LONGEST_MS = 60 * 60_000;
/** What only a person or the platform can mend is tried again so much later at first, and daily in the end. */
const FIRST_SLOW_MS = 30 * 60_000;
const LONGEST_SLOW_MS = 86_400_000;

/** Failures that do not pass by themselves soon. */
const SLOW: readonly string[] = [
  'CONNECTION.MISSING',
  'PLATFORM.FORBIDDEN_ADDRESS',
  'PLATFORM.REFUSED',
  'RESOURCE.NOT_FOUND',
  'SECRET.MISSING',
  'SECRET.UNAVAILABLE',
];

/** When something is tried again after so many failures in a row: each time twice as late. */
export function triedAgainAt(code: string, failures: number, now: Instant): Instant {
  const [first, longest] = SLOW.includes(code) ? [FIRST_SLOW_MS, LONGEST_SLOW_MS] : [FIRST_MS, LONGEST_MS];
  return addMs(now, Math.min(first * 2 ** Math.min(failures - 1, 30), longest));
}

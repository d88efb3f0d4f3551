import { toEpochMs } from '../domain/time.ts';
import type { Clock, Ids, Random } from '../ports/ambient.ts';

/** Ids that sort by the time they were made: milliseconds and 80 random bits, in base 36. */
export function timeOrderedIds(clock: Clock, random: Random): Ids {
  const part = () =>
    Math.floor(random.next() * 2 ** 40)
      .toString(36)
      .padStart(8, '0');
  return { next: () => `${toEpochMs(clock.now()).toString(36).padStart(9, '0')}${part()}${part()}` };
}

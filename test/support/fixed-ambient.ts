import { createHash } from 'node:crypto';
import { addMs, type Instant } from '#shared/domain/time.ts';
import type { Clock, Hash, Ids, Random } from '#shared/ports/ambient.ts';

/** The instant tests start from. */
export const START = '2024-05-06T02:00:00.000Z' as Instant;

/** A clock that stands still until told otherwise. */
export interface SteppedClock extends Clock {
  advance(ms: number): void;
}

export function steppedClock(start: Instant = START): SteppedClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now = addMs(now, ms);
    },
  };
}

/** Ids that count: `<prefix>1`, `<prefix>2`. */
export function countingIds(prefix = 'id-'): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return `${prefix}${last}`;
    },
  };
}

/** SHA-256 as lower-case hex. */
export const sha256: Hash = { sha256: (data) => createHash('sha256').update(data).digest('hex') };

/** Numbers that follow from a seed alone (mulberry32), with the draws tests need. */
export interface SeededRandom extends Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): T[];
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[below(from.length)] as T;
  };
  const shuffled = <T>(from: readonly T[]): T[] => {
    const rest = [...from];
    return from.map(() => rest.splice(below(rest.length), 1)[0] as T);
  };
  return { next, below, chance: (probability) => next() < probability, pick, shuffled };
}

/** Uniform numbers in [0, 1). */
export interface RandomSource {
  next(): number;
}

/**
 * Numbers that follow from a whole seed alone (mulberry32, Ettinger 2017): a report drawn twice prints the same.
 * For resampling only; nothing secret may hang on it.
 */
export function seededSource(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}

/** Draws that follow from a seed alone, all of them whole numbers. */
export interface Draws {
  /** From `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in so many of a hundred draws. */
  percent(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Picks by weight; an entry of weight 0 is never picked. */
  weighted<T>(from: readonly (readonly [value: T, weight: number])[]): T;
  shuffled<T>(from: readonly T[]): readonly T[];
}

/** FNV-1a: a stream's own start, so that one more draw in one part of the year moves no other part. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Draws of one named stream of a seed (mulberry32). */
export function drawsOf(seed: number, stream: string): Draws {
  let state = (Math.imul(seed, 0x9e3779b1) ^ hashOf(stream)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (least: number, most: number) => least + (next() % (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[between(0, from.length - 1)] as T;
  };
  return {
    between,
    pick,
    percent: (share) => between(1, 100) <= share,
    weighted: (from) => {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0);
      let left = between(1, total);
      const found = from.find(([, weight]) => {
        left -= weight;
        return left <= 0;
      });
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found[0];
    },
    shuffled: (from) => {
      const rest = [...from];
      return from.map(() => rest.splice(between(0, rest.length - 1), 1)[0] as (typeof from)[number]);
    },
  };
}

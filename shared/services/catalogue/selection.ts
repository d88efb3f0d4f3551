import { type Bits, countBits, intersect, slotsIn } from './slot-set.ts';

/** The lots that some restrictions leave. */
export interface Selection {
  /** Their bits; `null` when nothing restricts, for all lots. */
  readonly words: Bits | null;
  readonly size: number;
  /** Their slots, ascending. */
  slots(): Uint32Array;
}

/** What all the restrictions leave of so many lots; the given words stay as they are. */
export function selectionOf(restrictions: readonly Bits[], lots: number): Selection {
  const [first, ...rest] = restrictions;
  if (first === undefined)
    return { words: null, size: lots, slots: () => Uint32Array.from({ length: lots }, (_, at) => at) };
  const words = rest.length === 0 ? first : first.slice();
  for (const restriction of rest) intersect(words, restriction);
  const size = countBits(words);
  let listed: Uint32Array | undefined;
  const slots = () => {
    listed ??= slotsIn(words, 0, size);
    return listed;
  };
  return { words, size, slots };
}

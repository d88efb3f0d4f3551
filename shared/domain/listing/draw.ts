import type { Hash } from '../../ports/ambient.ts';
import type { Draw } from './events.ts';

/** What a draw said, computed again. */
export interface DrawCheck {
  /** The seed is the one whose hash was published. */
  readonly isSeedPublished: boolean;
  /** The candidate the seed gives. */
  readonly chosen: string;
}

/**
 * The candidate a seed gives (摇号): SHA-256 over seed, listing and the candidates in order of their ids, each on a line,
 * read as a number and divided by how many there are; the remainder counts from 0.
 *
 * @throws RangeError without candidates
 */
export function drawnFrom(hash: Hash, seed: string, listingId: string, candidates: readonly string[]): string {
  const sorted = candidates.toSorted();
  const digest = hash.sha256([seed, listingId, ...sorted].join('\n'));
  const chosen = sorted[Number(BigInt(`0x${digest}`) % BigInt(Math.max(1, sorted.length)))];
  if (chosen === undefined) throw new RangeError('a draw needs candidates');
  return chosen;
}

/** What is published of a seed beforehand. */
export function seedHashOf(hash: Hash, seed: string): string {
  return hash.sha256(seed);
}

/** Computes a draw again from what was published; anybody can do the same by hand. */
export function verifyDraw(hash: Hash, listingId: string, draw: Draw): DrawCheck {
  return {
    isSeedPublished: seedHashOf(hash, draw.seed) === draw.seedHash,
    chosen: drawnFrom(hash, draw.seed, listingId, draw.candidates),
  };
}

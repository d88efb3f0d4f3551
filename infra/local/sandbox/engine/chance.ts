/**
 * A whole number from 0 to `below` - 1 that follows from the seed and the occasion alone, so that a history does not
 * depend on how often or in what order anybody looked (FNV-1a with a final mix).
 */
export function chance(seed: string, occasion: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const unit of `${seed}|${occasion}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % Math.max(1, below);
}

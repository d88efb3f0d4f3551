/**
 * A short mark by which a text is known again among a few hundred: 32 bits of FNV-1a, seven letters and digits at most. Two
 * texts may share one: nothing may rest on it that cannot be a little late.
 */
export function shortMark(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(36);
}

import type { Instant } from './time.ts';

/** Where a fact comes from and how it is ordered against others: (source time, rank of the document kind, document). */
export interface Stamp {
  /** When the platform showed it: the page's own clock, else when it was taken. */
  readonly at: Instant;
  readonly rank: number;
  /** Document id; ends in the sha256 of the bytes, which breaks the last ties. */
  readonly document: string;
}

/** Total order of stamps: negative when `a` is older than `b`. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.document === b.document) return 0;
  return a.document < b.document ? -1 : 1;
}

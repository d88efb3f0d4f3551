import { shareOf } from '../../domain/comparison/exact.ts';
import type { LotIds } from '../../domain/comparison/figure.ts';
import type { PairOverlap } from './model-headlines.ts';

/** Two platforms held against each other, with their Chinese names; `a` is the first by id. */
export interface PairOf {
  readonly a: string;
  readonly b: string;
  readonly nameA: string;
  readonly nameB: string;
}

/** Chinese names of platforms by id. */
export type PlatformNames = Readonly<Record<string, string>>;

/** The Chinese name of a platform; its id where nobody says it. */
export function nameOf(id: string, names: PlatformNames): string {
  return names[id] ?? id;
}

/** Every two of the platforms. */
export function pairsOf(platforms: readonly string[], names: PlatformNames): readonly PairOf[] {
  const sorted = platforms.toSorted();
  return sorted.flatMap((a, index) =>
    sorted.slice(index + 1).map((b) => ({ a, b, nameA: nameOf(a, names), nameB: nameOf(b, names) })),
  );
}

/** What of two platforms was compared and what was not. */
export function overlapBetween(compared: LotIds, leftOut: LotIds): PairOverlap {
  return {
    compared: compared.toSorted(),
    leftOut: leftOut.toSorted(),
    shareLeftOut: shareOf(leftOut.length, compared.length + leftOut.length),
  };
}

import { type Difference, differences } from '../../../domain/asset/differences.ts';
import type { Actor } from '../../../domain/people/role.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ImportedFrom } from './asset-aggregate.ts';

/** One entry of a history (变更记录): who, when, what was different after it. */
export interface Change {
  /** Version after it. */
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly importedFrom: ImportedFrom | null;
  /** Empty for the first entry, and for one that changed nothing. */
  readonly differences: readonly Difference[];
}

/** A state of a thing, and who brought it there. */
interface Step {
  readonly at: Instant;
  readonly by: Actor;
  readonly importedFrom: ImportedFrom | null;
  readonly after: object;
}

/** The history of a thing from the states its events left, newest first. */
export function changesOf(steps: readonly Step[]): readonly Change[] {
  return steps
    .map(({ at, by, importedFrom, after }, index) => {
      const before = steps[index - 1]?.after;
      const version = index + 1;
      return { version, at, by, importedFrom, differences: before === undefined ? [] : differences(before, after) };
    })
    .toReversed();
}

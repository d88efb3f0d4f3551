import type { Instant } from '../../domain/time.ts';
import type { CatalogueIndex } from './catalogue-query.ts';

/** The catalogue as of one place in the change feed. */
export interface CatalogueView {
  /** Changes whenever the content does. */
  readonly etag: string;
  /** Sequence of the last change folded in; -1 before the first. */
  readonly upToSeq: number;
  readonly index: CatalogueIndex;
  /** Since when the store has not answered, while it does not: the view is the last good one. */
  readonly staleSince: Instant | null;
}

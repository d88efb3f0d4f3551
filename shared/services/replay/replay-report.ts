import type { JsonValue } from '../../domain/json.ts';
import type { Instant } from '../../domain/time.ts';

/** One document before and after a replay (重放): what its outcome said, and what today's mapping makes of it. */
export interface DocumentTransition {
  readonly documentId: string;
  /** `none`: it was never mapped; its outcome is left to its arrival. */
  readonly before: 'none' | 'applied' | 'refused';
  readonly after: 'applied' | 'refused';
  /** Why today's mapping refuses it. */
  readonly code?: string;
  readonly reason?: string;
  /** Rows that could not be read. */
  readonly complaintsBefore: number;
  readonly complaintsAfter: number;
}

/**
 * One thing known of a lot that a replay changes: a fact by its name, `status`, `phase`, `outcomes`, or `bids`
 * as `{ count, onlyHere }`, the bids counted and the entries the other side lacks. `null`: not known.
 */
export interface LotDifference {
  readonly fact: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** One lot before and after a replay. */
export interface LotReplay {
  readonly lotId: string;
  /** Version of its record; 0 while it has none. */
  readonly version: number;
  /** Says whether anything known of it differs; the documents it was read in do not count. */
  readonly changed: boolean;
  /** Today's mappings show nothing of the lot: its record is kept as it is until a person decides. */
  readonly unsupported?: true;
  /** Documents that are said to show it and that today's mapping refuses. */
  readonly unreadable: readonly string[];
  /** Empty, too, where an earlier delivery of the same part wrote the change already. */
  readonly differences: readonly LotDifference[];
  /** SHA-256 of all that is known of the lot afterwards: equal for equal knowledge. */
  readonly digest: string;
}

/** What a replay changes, or would change. */
export interface ReplayReport {
  readonly documents: readonly DocumentTransition[];
  readonly lots: readonly LotReplay[];
}

/** How much one part of a replay, or all of it, went through. */
export interface ReplayCounts {
  readonly documents: number;
  /** Documents that are refused now. */
  readonly refused: number;
  /** Documents that were refused and are understood now, and the other way round. */
  readonly mended: number;
  readonly broken: number;
  readonly lots: number;
  readonly changed: number;
  readonly unsupported: number;
}

/** What one part of a replay did. Documents and lots with nothing to tell are only counted; long lists are cut. */
export interface ReplayPart extends ReplayReport {
  readonly part: number;
  readonly finishedAt: Instant;
  readonly counts: ReplayCounts;
}

/** A replay somebody asked for, and how far it is. */
export interface ReplayProgress {
  readonly replayId: string;
  /** What is replayed, in words for people. */
  readonly scope: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly parts: number;
  /** Every part has reported. */
  readonly done: boolean;
  /** The sum over the parts that have reported. */
  readonly counts: ReplayCounts;
  readonly reports: readonly ReplayPart[];
}

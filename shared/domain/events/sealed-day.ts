import type { Hash } from '../../ports/ambient.ts';
import { endOfDay } from '../calendar/beijing-day.ts';
import type { Instant, LocalDate } from '../time.ts';
import { streamName } from './chain.ts';
import type { LoggedEvent, StreamId } from './event.ts';

/** A log, read whole. */
export interface StreamLog {
  readonly stream: StreamId;
  readonly log: readonly LoggedEvent[];
}

/** How far a log had come: `kind/id`, the number of its last event, and that event's hash. */
export interface StreamHead {
  readonly name: string;
  readonly sequence: number;
  readonly hash: string;
}

/** A Beijing day under seal (日封存): once published, nothing that was logged until its end can be changed unnoticed. */
export interface SealedDay {
  readonly day: LocalDate;
  /** The head of the day before; the hash of nothing for the first. */
  readonly previous: string;
  /** SHA-256 over the previous head, the day, and the lines of `heads`. */
  readonly head: string;
  readonly sealedAt: Instant;
  /** Logs that grew since the day before was sealed, in order of their names. */
  readonly heads: readonly StreamHead[];
}

/** How far each log is sealed. */
export type Coverage = ReadonlyMap<string, StreamHead>;

/** What the first sealed day names as the head before it. */
export function firstHead(hash: Hash): string {
  return hash.sha256('');
}

/** The head (日摘要) of a day: SHA-256 of lines, each ended by a newline: previous head, day, then `kind/id sequence hash`. */
export function dayHead(hash: Hash, { previous, day, heads }: Pick<SealedDay, 'previous' | 'day' | 'heads'>): string {
  const lines = heads.map(({ name, sequence, hash: last }) => `${name} ${sequence} ${last}`);
  return hash.sha256([previous, day, ...lines].map((line) => `${line}\n`).join(''));
}

/** How far each log is sealed by these days together. */
export function coverageOf(days: Iterable<Pick<SealedDay, 'heads'>>): Map<string, StreamHead> {
  const covered = new Map<string, StreamHead>();
  for (const { heads } of days) for (const head of heads) covered.set(head.name, head);
  return covered;
}

/**
 * The logs that grew beyond what is sealed, as of the end of a day. An event whose put was so slow that its day was sealed
 * without it is taken into the next: what counts is what was there when the day was sealed.
 */
export function newHeads(day: LocalDate, logs: readonly StreamLog[], covered: Coverage): readonly StreamHead[] {
  const end = endOfDay(day);
  const heads = logs.flatMap(({ stream, log }) => {
    const name = streamName(stream);
    const last = log.findLast(({ at }) => at < end);
    if (last === undefined || last.sequence <= (covered.get(name)?.sequence ?? 0)) return [];
    return [{ name, sequence: last.sequence, hash: last.hash }];
  });
  return heads.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

import type { Hash } from '../../ports/ambient.ts';
import { canonicalJson } from '../canonical.ts';
import type { LoggedEvent, StreamId } from './event.ts';

/** `kind/id`, the name of a log. */
export function streamName({ kind, id }: StreamId): string {
  return `${kind}/${id}`;
}

/** What the first event of a log names as the hash before it: SHA-256 of the log's name. */
export function firstPrevious(hash: Hash, stream: StreamId): string {
  return hash.sha256(streamName(stream));
}

/** SHA-256 of the canonical JSON of everything an event holds but its hash. */
export function eventHash(hash: Hash, logged: Omit<LoggedEvent, 'hash'>): string {
  const { sequence, at, by, command, event, previous } = logged;
  return hash.sha256(canonicalJson({ sequence, at, by, command, event, previous }));
}

/**
 * What is wrong with an event in its log: `sequence` it is not the next number; `previous` it does not name the hash of the
 * event before it; `hash` its content is not what its hash was made of; `time` it lies before the event before it.
 */
export type ChainFault = 'sequence' | 'previous' | 'hash' | 'time';

/** A place where a log is not what was written. */
export interface ChainFinding {
  /** Where it was found: the number the event should have. */
  readonly sequence: number;
  readonly fault: ChainFault;
}

/** Everything wrong with a log by itself. A tail that was cut off shows only against a sealed day. */
export function chainFindings(hash: Hash, stream: StreamId, log: readonly LoggedEvent[]): readonly ChainFinding[] {
  return log.flatMap((logged, index) => {
    const before = log[index - 1];
    const sequence = index + 1;
    const faults: ChainFault[] = [];
    if (logged.sequence !== sequence) faults.push('sequence');
    if (logged.previous !== (before?.hash ?? firstPrevious(hash, stream))) faults.push('previous');
    if (logged.hash !== eventHash(hash, logged)) faults.push('hash');
    if (before !== undefined && logged.at < before.at) faults.push('time');
    return faults.map((fault) => ({ sequence, fault }));
  });
}

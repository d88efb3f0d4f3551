import type { Hash } from '../../ports/ambient.ts';
import { addDays } from '../calendar/beijing-day.ts';
import type { LocalDate } from '../time.ts';
import { type ChainFault, chainFindings, streamName } from './chain.ts';
import { dayHead, firstHead, type SealedDay, type StreamLog } from './sealed-day.ts';

/**
 * What is wrong between logs and sealed days: `cut-off` the log ends before the event that was sealed; `sealed-differs` the
 * event that was sealed has another hash now; `stream-missing` a log that was sealed is not there; `day-missing` a day
 * between two is not sealed; `day-previous` a day does not name the head before it; `day-head` its head is not made of its lines.
 */
export type SealFault = 'cut-off' | 'sealed-differs' | 'stream-missing' | 'day-missing' | 'day-previous' | 'day-head';

/** One thing that is not as it was written. */
export interface AuditFinding {
  /** `kind/id`; null where a day itself is wrong. */
  readonly stream: string | null;
  readonly sequence: number | null;
  /** The sealed day that shows it; null where the log shows it by itself. */
  readonly day: LocalDate | null;
  readonly fault: ChainFault | SealFault;
}

/** Checks every log by itself, every sealed day by itself, and the two against each other; empty when nothing was touched. */
export function auditFindings(
  hash: Hash,
  logs: readonly StreamLog[],
  days: readonly SealedDay[],
): readonly AuditFinding[] {
  const byName = new Map(logs.map((log) => [streamName(log.stream), log]));
  const inLogs = logs.flatMap(({ stream, log }) =>
    chainFindings(hash, stream, log).map((found) => ({ stream: streamName(stream), day: null, ...found })),
  );
  const inDays = days.flatMap((day, index) => dayFindings(hash, day, days[index - 1]));
  const between = days.flatMap((day) => sealFindings(day, byName));
  return [...inLogs, ...inDays, ...between];
}

function dayFindings(hash: Hash, sealed: SealedDay, before: SealedDay | undefined): readonly AuditFinding[] {
  const { day, previous, head } = sealed;
  const faults: SealFault[] = [];
  if (before !== undefined && addDays(before.day, 1) !== day) faults.push('day-missing');
  if (previous !== (before?.head ?? firstHead(hash))) faults.push('day-previous');
  if (head !== dayHead(hash, sealed)) faults.push('day-head');
  return faults.map((fault) => ({ stream: null, sequence: null, day, fault }));
}

function sealFindings({ day, heads }: SealedDay, logs: ReadonlyMap<string, StreamLog>): readonly AuditFinding[] {
  return heads.flatMap(({ name, sequence, hash }) => {
    const log = logs.get(name)?.log;
    const found = log?.find((logged) => logged.sequence === sequence);
    if (found?.hash === hash) return [];
    const gone = log === undefined || log.length === 0 ? 'stream-missing' : 'cut-off';
    return [{ stream: name, sequence, day, fault: found === undefined ? gone : 'sealed-differs' }];
  });
}

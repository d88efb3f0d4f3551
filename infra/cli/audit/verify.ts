import { createHash } from 'node:crypto';
import { type AuditFinding, auditFindings } from '#shared/domain/events/audit.ts';
import type { SealedDay, StreamLog } from '#shared/domain/events/sealed-day.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import type { DayPage } from '#shared/services/audit/sealed-days.ts';

const hash: Hash = { sha256: (data) => createHash('sha256').update(data).digest('hex') };

/** What `hub audit verify` (留痕校验) found. */
export interface AuditReport {
  readonly logs: number;
  readonly events: number;
  readonly days: number;
  /** The newest day under seal. */
  readonly newest: Pick<SealedDay, 'day' | 'head'> | null;
  readonly findings: readonly AuditFinding[];
}

/** Reads JSON of an address of the host's API. */
type Read = (path: string) => Promise<unknown>;

interface StreamsAnswer {
  readonly streams: readonly StreamLog[];
  readonly next: string | null;
}

function addressOf(path: string, after: string | null): string {
  return after === null ? path : `${path}?after=${encodeURIComponent(after)}`;
}

async function readLogs(read: Read): Promise<readonly StreamLog[]> {
  const logs: StreamLog[] = [];
  for (let after: string | null = null; ; ) {
    const page = (await read(addressOf('/v1/audit/streams', after))) as StreamsAnswer;
    logs.push(...page.streams);
    if (page.next === null) return logs;
    after = page.next;
  }
}

async function readDays(read: Read): Promise<readonly SealedDay[]> {
  const days: SealedDay[] = [];
  for (let after: string | null = null; ; ) {
    const page = (await read(addressOf('/v1/audit/days', after))) as DayPage;
    days.push(...page.days);
    if (page.next === null) return days;
    after = page.next;
  }
}

/** Reads every sealed day, then every log, and checks them here: nothing rests on the host's own word. */
export async function verifyAudit(read: Read): Promise<AuditReport> {
  // Days first: a log only grows, so it cannot lag behind a day that was sealed before it was read.
  const days = await readDays(read);
  const logs = await readLogs(read);
  const newest = days.at(-1);
  return {
    logs: logs.filter(({ log }) => log.length > 0).length,
    events: logs.reduce((sum, { log }) => sum + log.length, 0),
    days: days.length,
    newest: newest === undefined ? null : { day: newest.day, head: newest.head },
    findings: auditFindings(hash, logs, days),
  };
}

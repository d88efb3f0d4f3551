import type { Caller } from '../../domain/caller.ts';
import type { Instant } from '../../domain/time.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { requireRole } from '../authorise.ts';
import { keys } from '../records/keys.ts';
import { type Cause, causeOfComplaint, causeOfRefusal } from './cause.ts';
import { parseQuarantinedItem, type QuarantinedDocument } from './quarantined-document.ts';

/** Documents of one platform and kind that wait for a person for the same reason (一类待核). */
export interface QuarantineGroup {
  /** Names the group as long as its cause stands. */
  readonly group: string;
  readonly platform: string;
  readonly kind: string;
  readonly cause: Cause;
  /** Rows complained of; documents where they were refused as a whole. */
  readonly count: number;
  /** Says whether some document has more complaints than were kept, so that there may be more. */
  readonly isAtLeast: boolean;
  readonly documents: number;
  /** When the newest and the oldest of the documents were observed. */
  readonly newest: Instant;
  readonly oldest: Instant;
  readonly mappingVersions: readonly number[];
  /** The newest documents, at most twenty. */
  readonly documentIds: readonly string[];
}

/** Messages of one queue that nobody could read (毒消息), by error code. */
export interface PoisonGroup {
  readonly queue: string;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly count: number;
  readonly newest: Instant;
  readonly oldest: Instant;
}

/** All that waits for a person (待核数据), the most frequent cause first. */
export interface QuarantineView {
  readonly groups: readonly QuarantineGroup[];
  readonly poison: readonly PoisonGroup[];
}

interface Ports {
  readonly records: ItemStore;
}

interface Member {
  readonly cause: Cause;
  readonly document: QuarantinedDocument;
}

const DOCUMENTS_NAMED = 20;

function groupName(document: QuarantinedDocument, { code, path, reason }: Cause): string {
  return [document.platform, document.kind, code ?? '', path ?? '', reason].join('|');
}

function causesOf(document: QuarantinedDocument): readonly Cause[] {
  const { code, reason = '', details = {} } = document;
  return code === undefined ? document.complaints.map(causeOfComplaint) : [causeOfRefusal(code, reason, details)];
}

function membersByGroup(documents: readonly QuarantinedDocument[]): ReadonlyMap<string, readonly Member[]> {
  const members = documents.flatMap((document) => causesOf(document).map((cause) => ({ cause, document })));
  return Map.groupBy(members, ({ document, cause }) => groupName(document, cause));
}

function toGroup(group: string, members: readonly Member[]): readonly QuarantineGroup[] {
  const documents = [...new Set(members.map(({ document }) => document))].toSorted((a, b) =>
    a.observedAt === b.observedAt ? (a.documentId < b.documentId ? -1 : 1) : a.observedAt < b.observedAt ? 1 : -1,
  );
  const [first] = members;
  const newest = documents[0];
  const oldest = documents.at(-1);
  if (first === undefined || newest === undefined || oldest === undefined) return [];
  return [
    {
      group,
      platform: newest.platform,
      kind: newest.kind,
      cause: first.cause,
      count: members.length,
      isAtLeast: documents.some(({ code, quarantined, complaints }) => !code && quarantined > complaints.length),
      documents: documents.length,
      newest: newest.observedAt,
      oldest: oldest.observedAt,
      mappingVersions: [...new Set(documents.map(({ mappingVersion }) => mappingVersion))].sort((a, b) => a - b),
      documentIds: documents.slice(0, DOCUMENTS_NAMED).map(({ documentId }) => documentId),
    },
  ];
}

async function openDocuments({ records }: Ports, platform: string): Promise<readonly QuarantinedDocument[]> {
  const items = await records.query(keys.quarantine(platform));
  return items.map(parseQuarantinedItem).filter(({ open }) => open);
}

async function readPoison({ records }: Ports): Promise<readonly PoisonGroup[]> {
  const items = await records.query(keys.poisons());
  const messages = items.map((item) => ({
    queue: item.sk.slice(0, item.sk.lastIndexOf('#')),
    code: item['code'] as ErrorCode,
    reason: item['reason'] as string,
    at: item['at'] as Instant,
  }));
  const groups = Map.groupBy(messages, ({ queue, code }) => `${queue} ${code}`);
  return [...groups.values()].flatMap((group) => {
    const times = group.map(({ at }) => at).sort();
    const [first] = group;
    const [oldest] = times;
    const newest = times.at(-1);
    if (first === undefined || oldest === undefined || newest === undefined) return [];
    const { queue, code, reason } = first;
    return [{ queue, code, reason, count: group.length, newest, oldest }];
  });
}

/**
 * Reads what waits for a person, grouped by cause: platform, kind of document, and error code or complaint.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readQuarantine(
  caller: Caller,
  ports: Ports,
  platforms: readonly string[],
): Promise<QuarantineView> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const documents = (await Promise.all(platforms.map((platform) => openDocuments(ports, platform)))).flat();
  const groups = [...membersByGroup(documents)].flatMap(([group, members]) => toGroup(group, members));
  const byCount = groups.toSorted((a, b) => b.count - a.count || (a.group < b.group ? -1 : 1));
  return { groups: byCount, poison: await readPoison(ports) };
}

/**
 * All documents of one group; empty when its cause no longer stands.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readGroupDocuments(caller: Caller, ports: Ports, group: string): Promise<readonly string[]> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const platform = group.split('|')[0] ?? '';
  const members = membersByGroup(await openDocuments(ports, platform)).get(group) ?? [];
  return [...new Set(members.map(({ document }) => document.documentId))];
}

import type { Wanted } from '../../ports/platform-fetcher.ts';
import { decodeKeyPart, encodeKeyPart } from '../lot-id.ts';
import type { LotStatus } from '../lot-status.ts';
import { shortMark } from '../short-mark.ts';
import type { Instant } from '../time.ts';

/** What a task (采集任务) reads: a page of a list, or a lot. */
export type TaskSubject =
  | { readonly what: 'list'; readonly list: string; readonly page: string | null }
  | { readonly what: 'lot'; readonly externalId: string };

/** The end (结束时间) of one lot that a list showed, while its result is not known. */
export interface ShownEnd {
  /** `lotMark` of the platform's number. */
  readonly lot: string;
  readonly at: Instant;
}

/**
 * What is read of a platform and when next (采集任务): one for each page of a list and for each lot. It holds what the next
 * reading rests on and nothing else; every reading replaces it, on condition that nobody else did.
 */
export interface CollectionTask {
  /** Its sort key, by `taskId`. */
  readonly id: string;
  readonly subject: TaskSubject;
  /** How often it was written; 0: never. */
  readonly version: number;
  /** When it is to be read next; `null`: never again. */
  readonly dueAt: Instant | null;
  /** What it is read for next, or was last where there is no next; `null` for lists. */
  readonly wanted: Wanted | null;
  /** The request a reading under way goes on with; `null`: the next one begins. */
  readonly step: string | null;
  /** Short hashes of what each step brought last, by step; `''` is the first. */
  readonly digests: Readonly<Record<string, string>>;
  /** When the platform last answered with something that could be read. */
  readonly lastAt: Instant | null;
  /** Failures in a row, and since when. */
  readonly failures: number;
  readonly firstFailedAt: Instant | null;
  /** Whether an incident was recorded that the next success has to solve. */
  readonly hasIncident: boolean;
  /** Since when a result is missing that should be there; `null`: it is not late. */
  readonly lateSince: Instant | null;
  /** Of a list: coming ends, and past ones of lots without a result, of the lots it showed. */
  readonly ends: readonly ShownEnd[];
  /** Of a list: rows it showed at the last good reading, of a list of changes in all its steps. */
  readonly shown: number;
  /** Of a list: lots it said it has in all; `null`: it does not say. */
  readonly listed: number | null;
  /** Of a list: since when it shows less than half. */
  readonly shrunkSince: Instant | null;
  /** Of a page: the page after it. */
  readonly next: string | null;
  /** Of a list of changes: the step the next reading begins with. */
  readonly resume: string | null;
  /** Of a list of changes: whether the reading under way is of all of it. */
  readonly isScanning: boolean;
  /** Of a list of changes: when it was last read whole. */
  readonly scannedAt: Instant | null;
  /** Of a lot: how it stood when it was last read. */
  readonly status: LotStatus | null;
  readonly endsAt: Instant | null;
  /** Of a lot: when everything was last read for which purpose. */
  readonly termsAt: Instant | null;
  readonly resultAt: Instant | null;
  readonly settlementAt: Instant | null;
}

/**
 * The sort key of a task.
 *
 * @example taskId({ what: 'list', list: 'open', page: null }) //=> 'LIST#open#'
 */
export function taskId(subject: TaskSubject): string {
  if (subject.what === 'lot') return `LOT#${encodeKeyPart(subject.externalId)}`;
  return `${pagesOf(subject.list)}${encodeKeyPart(subject.page ?? '')}`;
}

/** What the sort keys of all pages of a list begin with. */
export function pagesOf(list: string): string {
  return `LIST#${encodeKeyPart(list)}#`;
}

/** Reads what `taskId` wrote; undefined for anything else. */
export function parseTaskId(id: string): TaskSubject | undefined {
  const [kind, first = '', page] = id.split('#');
  if (kind === 'LOT' && first !== '' && page === undefined) return { what: 'lot', externalId: decodeKeyPart(first) };
  if (kind !== 'LIST' || first === '' || page === undefined) return undefined;
  return { what: 'list', list: decodeKeyPart(first), page: page === '' ? null : decodeKeyPart(page) };
}

/** A task before its first reading. */
export function newTask(subject: TaskSubject): CollectionTask {
  return {
    id: taskId(subject),
    subject,
    version: 0,
    dueAt: null,
    wanted: null,
    step: null,
    digests: {},
    lastAt: null,
    failures: 0,
    firstFailedAt: null,
    hasIncident: false,
    lateSince: null,
    ends: [],
    shown: 0,
    listed: null,
    shrunkSince: null,
    next: null,
    resume: null,
    isScanning: false,
    scannedAt: null,
    status: null,
    endsAt: null,
    termsAt: null,
    resultAt: null,
    settlementAt: null,
  };
}

/** The mark by which a list's task knows a lot again. */
export function lotMark(externalId: string): string {
  return shortMark(externalId);
}

/** Where an incident of a task stands: all pages of a list together, and all lots read for the same. */
export function placeOfTask(subject: TaskSubject, wanted: Wanted | null): string {
  return subject.what === 'list' ? `list:${subject.list}` : `lot:${wanted ?? 'terms'}`;
}

import { isOutcome } from '../lot-status.ts';
import type { LotObservation } from '../observation.ts';
import { addMs, type Instant } from '../time.ts';
import { type CollectionTask, lotMark, type ShownEnd } from './task.ts';

/** What one request brought (读取结果), as far as the next one rests on it. */
export interface Reading {
  readonly lots: readonly LotObservation[];
  /** Rows, those in quarantine included. */
  readonly rows: number;
  /** Lots the source says it has in all; `null`: it does not say. */
  readonly listed: number | null;
  readonly next: string | null;
  readonly resume: string | null;
  /** Short hash of everything extracted. */
  readonly digest: string;
}

/** So many lots of one list are kept in mind, those that end first. */
const MOST_ENDS = 60;
/** A page that shows less than half for so long has really become shorter. */
const BELIEVED_AFTER_MS = 86_400_000;

/**
 * What a list shows of ends now: of a page just what it shows, of a list of changes also what it said before of other lots.
 * Lots with an outcome have no end to wait for.
 */
export function endsAfter(
  known: readonly ShownEnd[],
  lots: readonly LotObservation[],
  shows: 'page' | 'changes',
): readonly ShownEnd[] {
  const ends = new Map(known.map(({ lot, at }) => [lot, at]));
  const shown = new Map<string, Instant>();
  for (const { externalId, status, facts } of lots) {
    const lot = lotMark(externalId);
    const at = facts.endsAt ?? ends.get(lot);
    ends.delete(lot);
    if (at !== undefined && (status === undefined || !isOutcome(status))) shown.set(lot, at);
  }
  const all = shows === 'page' ? [...shown] : [...ends, ...shown];
  const inOrder = all.map(([lot, at]) => ({ lot, at })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return inOrder.slice(0, MOST_ENDS);
}

/**
 * Whether a page shows less than half of what it did (列表骤减) although its source counts more: a failed search looks like an
 * empty one. The last page of several may be of any length.
 */
export function isShrunk({ shown, subject }: CollectionTask, { rows, listed, next }: Reading): boolean {
  if (subject.what !== 'list' || shown === 0 || rows * 2 >= shown) return false;
  if (listed !== null && rows >= listed) return false;
  return next !== null || subject.page === null;
}

/** How much a page showed, as the next reading is compared with: not what it shrank to, until that has lasted a day. */
export function shownAfter(
  task: CollectionTask,
  reading: Reading,
  now: Instant,
): Pick<CollectionTask, 'shown' | 'shrunkSince'> {
  if (!isShrunk(task, reading)) return { shown: reading.rows, shrunkSince: null };
  const shrunkSince = task.shrunkSince ?? now;
  if (addMs(shrunkSince, BELIEVED_AFTER_MS) <= now) return { shown: reading.rows, shrunkSince: null };
  return { shown: task.shown, shrunkSince };
}

/**
 * Whether the pages of a list show fewer lots together than each of them says there are (列表不全). Pages are read one after
 * the other, so the smallest number counts that any of them said. Unknown while a page was never read, or none says.
 */
export function isIncomplete(pages: readonly CollectionTask[]): boolean {
  const last = pages.at(-1);
  if (last === undefined || last.next !== null) return false;
  const said = pages.flatMap(({ listed }) => listed ?? []);
  if (said.length === 0) return false;
  return pages.reduce((sum, { shown }) => sum + shown, 0) < Math.min(...said);
}

/** The same of a list of changes whose whole reading has just ended. */
export function isScanIncomplete({ step, scannedAt, listed, shown }: CollectionTask, now: Instant): boolean {
  return step === null && scannedAt === now && listed !== null && shown < listed;
}

/** The pages of a list in their order, as far as each names the next. */
export function chainOf(tasks: readonly CollectionTask[], list: string): readonly CollectionTask[] {
  const pages = new Map<string | null, CollectionTask>();
  for (const task of tasks) {
    if (task.subject.what === 'list' && task.subject.list === list) pages.set(task.subject.page, task);
  }
  const chain: CollectionTask[] = [];
  for (let page = pages.get(null); page !== undefined; page = page.next === null ? undefined : pages.get(page.next)) {
    chain.push(page);
    pages.delete(page.subject.what === 'list' ? page.subject.page : null);
  }
  return chain;
}

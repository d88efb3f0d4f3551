import type { Caller } from '../../domain/caller.ts';
import type { FetchedList } from '../../domain/collection/fetching.ts';
import type { CollectionTask } from '../../domain/collection/task.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { toLotId } from '../../domain/lot-id.ts';
import type { Instant } from '../../domain/time.ts';
import type { Wanted } from '../../ports/platform-fetcher.ts';
import { requireRole } from '../authorise.ts';
import { activeSources } from './active-sources.ts';
import type { DueLook } from './due-looks.ts';
import type { HealthPorts } from './health-ports.ts';
import { lotsByPlatform, readSituation, type Situation } from './read-situation.ts';

interface Names {
  readonly lists: readonly FetchedList[];
  readonly lots: ReadonlyMap<string, LotCard>;
}

/** What is read of a platform, as people and programs are shown it. */
export interface TaskRow {
  readonly id: string;
  readonly what: 'list' | 'lot';
  /** Title of the list, or of the lot where we know it. */
  readonly title: string;
  /** Of a list: the step of its page; `null`: the first. */
  readonly page: string | null;
  /** Of a lot: ours, and the platform's own number. */
  readonly lotId: string | null;
  readonly lotNumber: string | null;
  readonly wanted: Wanted | null;
  /** `null`: nobody asks for it, or a list shows what is wanted. */
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly failures: number;
  /** Goes up with every reading. */
  readonly version: number;
  /** Of a list: rows shown last, and how many it said it has in all. */
  readonly shown: number | null;
  readonly listed: number | null;
}

function rowOf(
  platform: string,
  { id, subject, wanted, lastAt, failures, version, shown, listed }: CollectionTask,
  look: DueLook | undefined,
  { lists, lots }: Names,
): TaskRow {
  const dueAt = look?.look.at ?? null;
  const same = { id, wanted: look?.lot?.wanted ?? wanted, dueAt, answeredAt: lastAt, failures, version };
  if (subject.what === 'list') {
    const title = lists.find((list) => list.id === subject.list)?.title ?? subject.list;
    return { ...same, what: 'list', title, page: subject.page, lotId: null, lotNumber: null, shown, listed };
  }
  const lotId = toLotId(platform, subject.externalId);
  const title = lots.get(lotId)?.title ?? subject.externalId;
  return { ...same, what: 'lot', title, page: null, lotId, lotNumber: subject.externalId, shown: null, listed: null };
}

function order(a: TaskRow, b: TaskRow): number {
  if (a.what !== b.what) return a.what === 'list' ? -1 : 1;
  if (a.what === 'list') return a.id < b.id ? -1 : 1;
  return (a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1;
}

/** What is read of a platform: its lists first, then its lots in the order they come; those not asked for themselves last. */
function taskRows(platform: string, { tasks, looks }: Situation, names: Names): readonly TaskRow[] {
  const next = new Map(looks.map((look) => [look.task.id, look]));
  return tasks.map((task) => rowOf(platform, task, next.get(task.id), names)).toSorted(order);
}

/**
 * Reads what is read of a platform and when next.
 * @throws AppError `ACCESS.DENIED`
 */
export async function readTaskRows(caller: Caller, ports: HealthPorts, platform: string): Promise<readonly TaskRow[]> {
  requireRole(caller, 'operator', 'office', 'auditor');
  const [active, lots] = await Promise.all([activeSources(ports), ports.lots()]);
  const source = active.find(({ fetching }) => fetching.platform === platform);
  const cards = lotsByPlatform(lots).get(platform) ?? [];
  const lists = ports.fetching.find((each) => each.platform === platform)?.lists ?? [];
  return taskRows(platform, await readSituation(ports, platform, source, cards), { lists, lots });
}

import { type CollectionTask, newTask, pagesOf, parseTaskId, type ShownEnd } from '../../domain/collection/task.ts';
import type { JsonValue } from '../../domain/json.ts';
import { fromEpochMs, type Instant, toEpochMs } from '../../domain/time.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

const DAY_MS = 86_400_000;
/** A task that is done is forgotten after so long. */
const DONE_KEPT_MS = 30 * DAY_MS;
/** So is one that nobody read for longer than anything is looked for: a page that its list no longer has. */
const UNREAD_KEPT_MS = 100 * DAY_MS;

/** Every task of a platform (采集任务). */
export async function readTasks(records: ItemStore, platform: string): Promise<readonly CollectionTask[]> {
  return (await records.query(keys.collectionTasks(platform))).flatMap((item) => parseTask(item) ?? []);
}

/** The tasks of all pages of one list. */
export async function readPages(
  records: ItemStore,
  platform: string,
  list: string,
): Promise<readonly CollectionTask[]> {
  return (await records.query(keys.collectionPages(platform, pagesOf(list)))).flatMap((item) => parseTask(item) ?? []);
}

/** One task; undefined for what cannot be one, a new one where it was never read. */
export async function readTask(records: ItemStore, platform: string, id: string): Promise<CollectionTask | undefined> {
  const subject = parseTaskId(id);
  if (subject === undefined) return undefined;
  const item = await records.get(keys.collectionTask(platform, id));
  return (item && parseTask(item)) ?? newTask(subject);
}

/**
 * Writes a task where it is still what it was read as: its version goes up by one. What is done is forgotten after 30 days,
 * and what nobody reads any more after 100.
 */
export function putTask(
  records: ItemStore,
  platform: string,
  task: CollectionTask,
  now: Instant,
): Promise<'written' | 'refused'> {
  const { id, version, subject: _, dueAt, ends, ...rest } = task;
  const known = Object.entries(rest).filter(([, value]) => !isNothing(value as JsonValue));
  const item: Item = {
    ...keys.collectionTask(platform, id),
    v: version + 1,
    ...Object.fromEntries(known as [string, JsonValue][]),
    ...(ends.length === 0 ? {} : { ends: ends.map(endText).join(' ') }),
    ...(dueAt === null ? {} : { dueAt }),
    ttl: Math.floor((toEpochMs(now) + (dueAt === null ? DONE_KEPT_MS : UNREAD_KEPT_MS)) / 1000),
  };
  return records.put(item, version === 0 ? 'absent' : { version });
}

/** What a new task holds anyway is not stored. */
function isNothing(value: JsonValue): boolean {
  return value === null || value === 0 || value === false || (typeof value === 'object' && isEmpty(value));
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function parseTask(item: Item): CollectionTask | undefined {
  const { pk: _, sk, v, ends, ttl: __, ...rest } = item;
  const subject = parseTaskId(sk);
  if (subject === undefined) return undefined;
  const shown = typeof ends === 'string' ? ends.split(' ').map(parseEnd) : [];
  return { ...newTask(subject), ...(rest as Partial<CollectionTask>), version: v as number, ends: shown };
}

function endText({ lot, at }: ShownEnd): string {
  return `${lot}@${Math.ceil(toEpochMs(at) / 1000).toString(36)}`;
}

function parseEnd(text: string): ShownEnd {
  const [lot = '', at = ''] = text.split('@');
  return { lot, at: fromEpochMs(Number.parseInt(at, 36) * 1000) };
}

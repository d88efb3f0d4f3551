import type { JsonValue } from '../../domain/json.ts';
import { type Delivery, nextDueAt } from '../../domain/notices/delivery.ts';
import type { AnyNoticeKind, Notice } from '../../domain/notices/notice.ts';
import { type Instant, toEpochMs } from '../../domain/time.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';

/** The partition of the index of what is to be done in which notices lie. */
export const NOTICES_DUE = 'notices';

/** The store may forget a notice after so long; what it is about and still stands then is told anew. */
const KEPT_MS = 400 * 86_400_000;

/** Which notice. */
export type NoticeKey = Pick<Notice, 'kind' | 'id'>;

/** A notice as it is kept, with every recipient and what became of it. */
export interface StoredNotice extends Notice {
  readonly v: number;
  /** When it was found. */
  readonly at: Instant;
  readonly deliveries: readonly Delivery[];
}

function itemOf({ kind, id, subject, body, path, reached, platform, v, at, deliveries }: StoredNotice): Item {
  const dueAt = nextDueAt(deliveries);
  return {
    ...keys.notice(kind, id),
    ...{ v, kind, id, subject, body, path, platform, at },
    reached: { id: reached.id, kind: reached.kind, division: reached.division },
    deliveries: deliveries.map((delivery): JsonValue => ({ ...delivery })),
    ttl: forgottenAt(at),
    ...(dueAt === null ? {} : { duePartition: NOTICES_DUE, dueAt }),
  };
}

/** Seconds since 1970. */
function forgottenAt(at: Instant): number {
  return Math.floor((toEpochMs(at) + KEPT_MS) / 1000);
}

function noticeOf(item: Item): StoredNotice {
  const { pk: _, sk: __, ttl: ___, duePartition: ____, dueAt: _____, ...notice } = item;
  return notice as unknown as StoredNotice;
}

/** A notice as it stands; undefined where there is none. */
export async function readNotice(records: ItemStore, { kind, id }: NoticeKey): Promise<StoredNotice | undefined> {
  const item = await records.get(keys.notice(kind, id));
  return item === undefined ? undefined : noticeOf(item);
}

/** Keeps a notice that was just found, unless it is known: this put is what decides that it is told. */
export function putNotice(records: ItemStore, notice: Omit<StoredNotice, 'v'>): Promise<'written' | 'refused'> {
  return records.put(itemOf({ ...notice, v: 1 }), 'absent');
}

/** Keeps what became of one recipient of a notice; undefined where somebody else changed the notice meanwhile. */
export async function putDelivery(
  records: ItemStore,
  known: StoredNotice,
  index: number,
  delivery: Delivery,
): Promise<StoredNotice | undefined> {
  return putDeliveries(records, known, known.deliveries.with(index, delivery));
}

/** Keeps what became of all recipients of a notice; undefined where somebody else changed the notice meanwhile. */
export async function putDeliveries(
  records: ItemStore,
  known: StoredNotice,
  deliveries: readonly Delivery[],
): Promise<StoredNotice | undefined> {
  const next = { ...known, v: known.v + 1, deliveries };
  return (await records.put(itemOf(next), { version: known.v })) === 'written' ? next : undefined;
}

/** Puts a notice into the list of all of them; the same line again changes nothing. */
export async function listNotice(records: ItemStore, { kind, id, at }: StoredNotice): Promise<void> {
  await records.put({ ...keys.noticeLine(at, kind, id), kind, id, ttl: forgottenAt(at) }, 'any');
}

/** The notices found last, the newest first. */
export async function latestNotices(records: ItemStore, limit: number): Promise<readonly StoredNotice[]> {
  const lines = await records.query({ ...keys.noticeLines(), reverse: true, limit });
  const found = await Promise.all(
    lines.map(({ kind, id }) => readNotice(records, { kind: kind as AnyNoticeKind, id: id as string })),
  );
  return found.flatMap((notice) => notice ?? []);
}

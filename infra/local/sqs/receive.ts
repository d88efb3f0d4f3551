import type { z } from 'zod';
import { attributesDigest, md5 } from './digest.ts';
import { expireMessages, refreshLane } from './lanes.ts';
import { ACCOUNT, type Queue, redriveOf } from './queues.ts';
import { receiptHandle } from './receipts.ts';
import type { MessageAttributes, Receive } from './requests.ts';
import { sequenceNumber } from './send.ts';
import type { Store } from './store.ts';

type ReceiveRequest = z.infer<typeof Receive>;

interface MessageRow {
  readonly seq: number;
  readonly queue: number;
  readonly id: string;
  readonly lane: string | null;
  readonly token: string | null;
  readonly body: string;
  readonly attributes: string;
  readonly sent: number;
  readonly visible: number;
  readonly receives: number;
  readonly first: number | null;
}

const READY = 'SELECT * FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible LIMIT ?';
const FREE_LANES = 'SELECT lane FROM lanes WHERE queue = ? AND held = 0 ORDER BY head LIMIT ?';
const LANE = 'SELECT * FROM messages WHERE queue = ? AND lane = ? ORDER BY seq LIMIT ?';
const TAKE = `UPDATE messages SET receives = receives + 1, first = coalesce(first, ?), visible = ?
  WHERE seq = ? RETURNING *`;

/** Messages that may be received now: of a FIFO queue the beginnings of free groups, the longest waiting group first. */
function available(store: Store, queue: Queue, limit: number): readonly MessageRow[] {
  const now = store.now();
  if (!queue.fifo) return store.all<MessageRow>(READY, queue.id, now, limit);
  store.run('UPDATE lanes SET held = 0 WHERE queue = ? AND held > 0 AND held <= ?', queue.id, now);
  const rows: MessageRow[] = [];
  for (const { lane } of store.all<{ lane: string }>(FREE_LANES, queue.id, limit)) {
    if (rows.length === limit) break;
    const waiting = store.all<MessageRow>(LANE, queue.id, lane, limit - rows.length);
    const delayed = waiting.findIndex((row) => row.visible > now);
    rows.push(...(delayed < 0 ? waiting : waiting.slice(0, delayed)));
  }
  return rows;
}

/** A FIFO queue counts retention anew in its dead-letter queue, a standard queue does not. */
function bury(store: Store, from: Queue, to: Queue, row: MessageRow): void {
  const now = store.now();
  const move = 'UPDATE messages SET queue = ?, visible = ?, sent = ? WHERE seq = ?';
  store.run(move, to.id, now, from.fifo ? now : row.sent, row.seq);
  refreshLane(store, from, row.lane);
  refreshLane(store, to, row.lane);
  store.touched.add(to.id);
}

/** Takes what may be received, first moving away what has been received too often. */
function take(store: Store, queue: Queue, limit: number, visible: number): readonly MessageRow[] {
  const redrive = redriveOf(store, queue.attributes);
  for (;;) {
    const rows = available(store, queue, limit);
    const dead = rows.filter((row) => redrive && row.receives >= redrive.most);
    if (!redrive || dead.length === 0) {
      return rows.flatMap((row) => store.all<MessageRow>(TAKE, store.now(), visible, row.seq));
    }
    for (const row of dead) bury(store, queue, redrive.queue, row);
  }
}

/** The named ones of `all`; names may be `All`, or end in `.*`. */
function pick<T>(names: readonly string[], all: Readonly<Record<string, T>>): Readonly<Record<string, T>> | undefined {
  const wanted = Object.entries(all).filter(([name]) =>
    names.some((one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2)))),
  );
  return wanted.length > 0 ? Object.fromEntries(wanted) : undefined;
}

function toMessage(queue: Queue, row: MessageRow, request: ReceiveRequest): object {
  const sent: MessageAttributes = JSON.parse(row.attributes);
  const attributes = pick(request.MessageAttributeNames, sent);
  const system = pick([...request.MessageSystemAttributeNames, ...request.AttributeNames], {
    ApproximateReceiveCount: String(row.receives),
    ApproximateFirstReceiveTimestamp: String(row.first),
    SentTimestamp: String(row.sent),
    SenderId: ACCOUNT,
    ...(row.lane !== null && { MessageGroupId: row.lane }),
    ...(row.token !== null && { MessageDeduplicationId: row.token }),
    ...(queue.fifo && { SequenceNumber: sequenceNumber(row.seq) }),
  });
  return {
    MessageId: row.id,
    ReceiptHandle: receiptHandle(row),
    Body: row.body,
    MD5OfBody: md5(row.body),
    ...(system && { Attributes: system }),
    ...(attributes && { MessageAttributes: attributes, MD5OfMessageAttributes: attributesDigest(attributes) }),
  };
}

/** Up to ten messages, at once; the waiting is done elsewhere. */
export function receiveMessages(store: Store, queue: Queue, request: ReceiveRequest): readonly object[] {
  expireMessages(store, queue);
  const seconds = request.VisibilityTimeout ?? Number(queue.attributes.VisibilityTimeout);
  const rows = take(store, queue, request.MaxNumberOfMessages, store.now() + seconds * 1000);
  for (const lane of new Set(rows.map((row) => row.lane))) refreshLane(store, queue, lane);
  return rows.map((row) => toMessage(queue, row, request));
}

/** When the next message becomes visible by itself, in milliseconds since 1970. */
export function nextVisibleAt(store: Store, queue: Queue): number {
  const sql = queue.fifo
    ? 'SELECT min(held) AS at FROM lanes WHERE queue = ? AND held > ?'
    : 'SELECT min(visible) AS at FROM messages WHERE queue = ? AND visible > ?';
  return store.get<{ at: number | null }>(sql, queue.id, store.now())?.at ?? Number.POSITIVE_INFINITY;
}

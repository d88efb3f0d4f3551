import type { Queue } from './queues.ts';
import type { Store } from './store.ts';

const HEAD = 'SELECT seq, visible FROM messages WHERE queue = ? AND lane = ? ORDER BY seq LIMIT 1';
const IN_FLIGHT = 'SELECT max(visible) AS visible FROM messages WHERE queue = ? AND lane = ? AND receives > 0';
const PUT = 'INSERT INTO lanes VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET head = ?3, held = ?4';

/** Brings the row of one message group up to date; to be called after any change to the group's messages. */
export function refreshLane(store: Store, queue: Queue, lane: string | null): void {
  if (!queue.fifo || lane === null) return;
  const head = store.get<{ seq: number; visible: number }>(HEAD, queue.id, lane);
  if (head === undefined) {
    store.run('DELETE FROM lanes WHERE queue = ? AND lane = ?', queue.id, lane);
    return;
  }
  const inFlight = store.get<{ visible: number | null }>(IN_FLIGHT, queue.id, lane);
  const held = Math.max(head.visible, inFlight?.visible ?? 0);
  store.run(PUT, queue.id, lane, head.seq, held > store.now() ? held : 0);
}

/** Removes what is older than the queue keeps messages. */
export function expireMessages(store: Store, queue: Queue): void {
  const oldest = store.now() - Number(queue.attributes.MessageRetentionPeriod) * 1000;
  const expired = 'DELETE FROM messages WHERE queue = ? AND sent <= ? RETURNING lane';
  const lanes = new Set(store.all<{ lane: string | null }>(expired, queue.id, oldest).map((row) => row.lane));
  for (const lane of lanes) refreshLane(store, queue, lane);
}

/** Makes every message in flight visible at once. */
export function releaseInFlight(store: Store): void {
  const now = store.now();
  const released = store.all<{ queue: number; lane: string | null }>(
    'UPDATE messages SET visible = ?1 WHERE receives > 0 AND visible > ?1 RETURNING queue, lane',
    now,
  );
  for (const { queue, lane } of released) {
    store.run('UPDATE lanes SET held = 0 WHERE queue = ? AND lane = ?', queue, lane);
    store.touched.add(queue);
  }
}

import { invalidValue, SqsError } from './errors.ts';
import { refreshLane } from './lanes.ts';
import type { Queue } from './queues.ts';
import { parse, Receipt, Visibility } from './requests.ts';
import type { Store } from './store.ts';

/** A message as one delivery of it finds it now. */
interface Held {
  readonly seq: number;
  readonly lane: string | null;
  readonly visible: number;
  /** 1 when the message has been received again since this delivery. */
  readonly stale: 0 | 1;
}

const HELD = 'SELECT seq, lane, visible, receives <> ? AS stale FROM messages WHERE queue = ? AND seq = ?';

/** Names one delivery: the queue, the message and the how-manieth receive it is. */
export function receiptHandle(row: {
  readonly queue: number;
  readonly seq: number;
  readonly receives: number;
}): string {
  return Buffer.from(`${row.queue}:${row.seq}:${row.receives}`).toString('base64url');
}

/** Undefined when the message is gone. */
function heldBy(store: Store, queue: Queue, handle: string): Held | undefined {
  const [, of, seq, receives] = /^(\d+):(\d+):(\d+)$/.exec(Buffer.from(handle, 'base64url').toString()) ?? [];
  if (Number(of) !== queue.id) {
    throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is not a valid receipt handle.');
  }
  return store.get<Held>(HELD, Number(receives), queue.id, Number(seq));
}

function changed(store: Store, queue: Queue, held: Held): void {
  refreshLane(store, queue, held.lane);
  store.touched.add(queue.id);
}

/**
 * As documented: on a standard queue an old handle succeeds, but deletes nothing if the message was received again
 * since; a handle whose visibility merely ran out still deletes. A FIFO queue refuses both.
 */
export function deleteMessage(store: Store, queue: Queue, input: unknown): undefined {
  const held = heldBy(store, queue, parse(Receipt, input).ReceiptHandle);
  if (held === undefined) return;
  if (queue.fifo && (held.stale || held.visible <= store.now())) {
    throw invalidValue('ReceiptHandle', 'The receipt handle has expired.');
  }
  if (held.stale) return;
  store.run('DELETE FROM messages WHERE seq = ?', held.seq);
  changed(store, queue, held);
}

/** Refuses when the message is gone, was received again since, or is visible already. */
export function changeVisibility(store: Store, queue: Queue, input: unknown): undefined {
  const { ReceiptHandle, VisibilityTimeout } = parse(Visibility, input);
  const held = heldBy(store, queue, ReceiptHandle);
  if (held === undefined || held.stale) {
    throw invalidValue('ReceiptHandle', 'Message does not exist or is not available for visibility timeout change.');
  }
  if (held.visible <= store.now()) throw new SqsError('MessageNotInflight', 'The message is not in flight.');
  store.run('UPDATE messages SET visible = ? WHERE seq = ?', store.now() + VisibilityTimeout * 1000, held.seq);
  changed(store, queue, held);
}

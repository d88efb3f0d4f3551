import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { attributesDigest, md5, messageSize } from './digest.ts';
import { invalidValue, SqsError } from './errors.ts';
import { refreshLane } from './lanes.ts';
import type { Queue } from './queues.ts';
import { Outgoing, parse } from './requests.ts';
import type { Store } from './store.ts';

type Message = z.infer<typeof Outgoing>;

const DEDUPLICATION_MS = 5 * 60_000;
const INSERT = `INSERT INTO messages (queue, id, lane, token, body, attributes, sent, visible)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id, seq`;

/** `seq` orders a queue, is never given twice and is the SequenceNumber of a FIFO queue. */
interface Sent {
  readonly id: string;
  readonly seq: number;
}

export function sequenceNumber(seq: number): string {
  return String(seq).padStart(20, '0');
}

function check(queue: Queue, message: Message): void {
  const limit = Number(queue.attributes.MaximumMessageSize);
  if (messageSize(message.MessageBody, message.MessageAttributes) > limit) {
    throw invalidValue('MessageBody', `Message must be shorter than ${limit} bytes.`);
  }
  if (Object.keys(message.MessageAttributes).length > 10) throw invalidValue('MessageAttributes', 'At most 10.');
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(message.MessageBody)) {
    throw new SqsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  }
  if (!queue.fifo && message.MessageDeduplicationId) throw invalidValue('MessageDeduplicationId', 'Not a FIFO queue.');
  if (!queue.fifo) return;
  if (!message.MessageGroupId) throw new SqsError('MissingParameter', 'The request must contain a MessageGroupId.');
  if (message.DelaySeconds) throw invalidValue('DelaySeconds', 'A FIFO queue takes no delay per message.');
}

function tokenOf(queue: Queue, message: Message): string | null {
  if (!queue.fifo || message.MessageDeduplicationId) return message.MessageDeduplicationId ?? null;
  if (queue.attributes.ContentBasedDeduplication === 'true') {
    return createHash('sha256').update(message.MessageBody).digest('hex');
  }
  throw invalidValue('MessageDeduplicationId', 'It is required without ContentBasedDeduplication.');
}

function insert(store: Store, queue: Queue, message: Message): Sent {
  const now = store.now();
  const token = tokenOf(queue, message);
  store.run('DELETE FROM tokens WHERE queue = ? AND sent <= ?', queue.id, now - DEDUPLICATION_MS);
  const first = store.get<Sent>('SELECT id, seq FROM tokens WHERE queue = ? AND token = ?', queue.id, token);
  if (first !== undefined) return first;
  const lane = message.MessageGroupId ?? null;
  const attributes = JSON.stringify(message.MessageAttributes);
  const visible = now + Number(message.DelaySeconds ?? queue.attributes.DelaySeconds) * 1000;
  const values = [queue.id, randomUUID(), lane, token, message.MessageBody, attributes, now, visible] as const;
  const sent = store.get<Sent>(INSERT, ...values);
  if (sent === undefined) throw new Error('INSERT returned no row');
  if (token !== null) store.run('INSERT INTO tokens VALUES (?, ?, ?, ?, ?)', queue.id, token, sent.id, sent.seq, now);
  refreshLane(store, queue, lane);
  store.touched.add(queue.id);
  return sent;
}

/** Stores one message and returns SendMessage's answer. A duplicate is answered like the first and not stored. */
export function sendMessage(store: Store, queue: Queue, input: unknown): object {
  const message = parse(Outgoing, input);
  check(queue, message);
  const { id, seq } = insert(store, queue, message);
  const attributes = message.MessageAttributes;
  return {
    MessageId: id,
    MD5OfMessageBody: md5(message.MessageBody),
    ...(Object.keys(attributes).length > 0 && { MD5OfMessageAttributes: attributesDigest(attributes) }),
    ...(queue.fifo && { SequenceNumber: sequenceNumber(seq) }),
  };
}

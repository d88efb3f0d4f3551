import type { z } from 'zod';
import { invalidValue, SqsError } from './errors.ts';
import { parse, QueueAttributes, RedrivePolicy } from './requests.ts';
import type { Store } from './store.ts';

/** The one account everything local belongs to. */
export const ACCOUNT = '000000000000';

type Attributes = z.infer<typeof QueueAttributes>;

export interface Queue {
  readonly id: number;
  readonly name: string;
  readonly fifo: boolean;
  readonly attributes: Attributes;
  readonly created: number;
  readonly modified: number;
}

type Row = Omit<Queue, 'attributes'> & { readonly attributes: string };

export function queueArn(name: string): string {
  return `arn:aws:sqs:local:${ACCOUNT}:${name}`;
}

function findQueue(store: Store, name: string): Queue | undefined {
  const row = store.get<Row>('SELECT * FROM queues WHERE name = ?', name);
  return row && { ...row, fifo: name.endsWith('.fifo'), attributes: JSON.parse(row.attributes) };
}

/** @throws SqsError QueueDoesNotExist */
export function queueNamed(store: Store, name: string): Queue {
  const queue = findQueue(store, name);
  if (queue === undefined) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

/** Where messages received `most` times go; undefined without a policy or when that queue is gone. */
export function redriveOf(store: Store, attributes: Attributes) {
  if (attributes.RedrivePolicy === '') return undefined;
  const policy = parse(RedrivePolicy, JSON.parse(attributes.RedrivePolicy), 'InvalidAttributeValue');
  const queue = findQueue(store, policy.deadLetterTargetArn.split(':').at(-1) ?? '');
  return queue && { queue, most: policy.maxReceiveCount };
}

function checked(store: Store, name: string, given: object, before: object = {}): Attributes {
  const attributes = parse(QueueAttributes, { ...before, ...given }, 'InvalidAttributeValue');
  const fifo = name.endsWith('.fifo');
  if (fifo !== (attributes.FifoQueue === 'true') || (attributes.ContentBasedDeduplication === 'true' && !fifo)) {
    throw invalidValue('FifoQueue', 'A name ends in .fifo exactly when FifoQueue is true.');
  }
  if (attributes.RedrivePolicy !== '' && redriveOf(store, attributes)?.queue.fifo !== fifo) {
    throw invalidValue('RedrivePolicy', 'The dead-letter queue must exist and be of the same kind.');
  }
  return attributes;
}

/** Creates the queue; the dead-letter queue it names must exist. @throws SqsError QueueNameExists */
export function createQueue(store: Store, name: string, given: object): void {
  const existing = findQueue(store, name);
  const attributes = JSON.stringify(checked(store, name, given, existing?.attributes));
  if (existing !== undefined && attributes !== JSON.stringify(existing.attributes)) {
    throw new SqsError('QueueNameExists', 'A queue of this name exists with another value of an attribute.');
  }
  if (!/^(?=.{1,80}$)[\w-]+(\.fifo)?$/.test(name)) throw invalidValue('QueueName', 'Only letters, digits, - and _.');
  const sql = 'INSERT INTO queues (name, attributes, created, modified) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  store.run(sql, name, attributes, store.now(), store.now());
}

/** Changes the given attributes, leaving the others. */
export function setAttributes(store: Store, queue: Queue, given: object): void {
  const attributes = checked(store, queue.name, given, queue.attributes);
  const sql = 'UPDATE queues SET attributes = ?, modified = ? WHERE id = ?';
  store.run(sql, JSON.stringify(attributes), store.now(), queue.id);
  store.touched.add(queue.id);
}

/** Makes the queue be there with exactly these attributes and the defaults. */
export function ensureQueue(store: Store, name: string, given: object): void {
  const queue = findQueue(store, name);
  if (queue === undefined) createQueue(store, name, given);
  else setAttributes(store, queue, { ...QueueAttributes.parse({}), ...given });
}

const COUNTS = `SELECT count(*) FILTER (WHERE visible <= ?1) AS ready,
  count(*) FILTER (WHERE visible > ?1 AND receives > 0) AS held,
  count(*) FILTER (WHERE visible > ?1 AND receives = 0) AS delayed FROM messages WHERE queue = ?2`;

/** Stored and computed attributes; the counts called approximate are exact here. */
export function describeQueue(store: Store, queue: Queue): Record<string, string> {
  const counts = store.get<{ ready: number; held: number; delayed: number }>(COUNTS, store.now(), queue.id);
  const { FifoQueue, ContentBasedDeduplication, RedrivePolicy: redrive, ...always } = queue.attributes;
  return {
    ...always,
    ...(queue.fifo && { FifoQueue, ContentBasedDeduplication }),
    ...(redrive !== '' && { RedrivePolicy: redrive }),
    QueueArn: queueArn(queue.name),
    CreatedTimestamp: String(Math.floor(queue.created / 1000)),
    LastModifiedTimestamp: String(Math.floor(queue.modified / 1000)),
    ApproximateNumberOfMessages: String(counts?.ready),
    ApproximateNumberOfMessagesNotVisible: String(counts?.held),
    ApproximateNumberOfMessagesDelayed: String(counts?.delayed),
  };
}

import {
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { realTime, type Timekeeper } from './timekeeper.ts';

export interface QueueTriggerOptions {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly fifo: boolean;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly batchSize: number;
  /** How long to gather a fuller batch after the first message. */
  readonly windowSeconds: number;
  /** Batches at work at a time; default 2, on FIFO queues 1. */
  readonly maxConcurrency?: number;
  readonly time?: Timekeeper;
}

interface Poller extends QueueTriggerOptions {
  readonly time: Timekeeper;
  readonly stopping: AbortSignal;
}

const RECEIVE_LIMIT = 10;
const LONG_POLL_SECONDS = 20;
const RETRY_MS = 1_000;

function toAttribute(value: MessageAttributeValue) {
  return {
    ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
    ...(value.BinaryValue && { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
    stringListValues: [],
    binaryListValues: [],
    dataType: value.DataType,
  };
}

function toRecord(message: Message, queueArn: string) {
  const attributes = Object.entries(message.MessageAttributes ?? {});
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, toAttribute(value)])),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3],
  };
}

async function receive(poller: Poller, limit: number, waitSeconds: number): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: poller.queueUrl,
    MaxNumberOfMessages: Math.min(limit, RECEIVE_LIMIT),
    WaitTimeSeconds: Math.min(waitSeconds, LONG_POLL_SECONDS),
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  const { Messages } = await poller.sqs.send(command, { abortSignal: poller.stopping });
  return Messages ?? [];
}

/** Long-polls for the first message, then fills the batch until it is full or the window is over. */
async function gather(poller: Poller): Promise<Message[]> {
  const { batchSize, windowSeconds, time } = poller;
  const batch = await receive(poller, batchSize, LONG_POLL_SECONDS);
  const end = time.now() + windowSeconds * 1000;
  while (batch.length > 0 && batch.length < batchSize && time.now() < end) {
    const waitSeconds = Math.floor((end - time.now()) / 1000);
    // What is in hand is worked on even when the queue stops answering or the trigger is stopped.
    const more = await receive(poller, batchSize - batch.length, waitSeconds).catch(() => []);
    if (more.length === 0) break;
    batch.push(...more);
  }
  return batch;
}

/**
 * The ids a partial batch response reports as failed, by Lambda's rules: nothing or an empty list is success; an
 * identifier that is missing, empty or of no message of the batch fails the whole batch.
 */
function failedIds(response: unknown, ids: ReadonlySet<string>): ReadonlySet<string> {
  if (response === null || response === undefined) return new Set();
  const failures = typeof response === 'object' && 'batchItemFailures' in response ? response.batchItemFailures : [];
  if (failures === null || failures === undefined) return new Set();
  if (!Array.isArray(failures)) return ids;
  const failed = failures.map((failure: { readonly itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
  return failed.every((id): id is string => typeof id === 'string' && ids.has(id)) ? new Set(failed) : ids;
}

async function work(poller: Poller, batch: readonly Message[]): Promise<void> {
  const { sqs, queueUrl, queueArn } = poller;
  const ids = new Set(batch.map((message) => message.MessageId ?? ''));
  const event = { Records: batch.map((message) => toRecord(message, queueArn)) };
  const failed = await poller.invoke(event).then(
    (response) => failedIds(response, ids),
    () => ids,
  );
  const done = batch.filter((message) => !failed.has(message.MessageId ?? ''));
  for (let at = 0; at < done.length; at += RECEIVE_LIMIT) {
    const part = done.slice(at, at + RECEIVE_LIMIT);
    const Entries = part.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

function pause({ time, stopping }: Poller): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const cancel = time.after(RETRY_MS, end);
    stopping.addEventListener('abort', end);
  });
}

async function poll(poller: Poller): Promise<void> {
  while (!poller.stopping.aborted) {
    try {
      const batch = await gather(poller);
      if (batch.length > 0) await work(poller, batch);
    } catch {
      // The queue does not answer; what was not deleted comes again after its visibility timeout.
      if (!poller.stopping.aborted) await pause(poller);
    }
  }
}

/**
 * Lambda's SQS event source mapping: batches go to the function, and what it did not report as failed is deleted.
 * Failed messages wait for their visibility timeout, as on AWS. FIFO order per group is kept by the queue, which gives
 * nothing of a group that has messages in flight. `stop` ends the long poll and waits for the batches in hand.
 */
export function startQueueTrigger(options: QueueTriggerOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const poller = { ...options, time: options.time ?? realTime, stopping: stopping.signal };
  const pollers = Array.from({ length: options.maxConcurrency ?? (options.fifo ? 1 : 2) }, () => poll(poller));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(pollers);
    },
  };
}

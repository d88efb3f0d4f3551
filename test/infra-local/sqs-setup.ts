import {
  type Message,
  type MessageSystemAttributeName,
  type ReceiveMessageCommandInput,
  SQS,
} from '@aws-sdk/client-sqs';
import { afterEach } from 'vitest';
import { type SqsServer, startSqs } from '#infra/local/sqs/server.ts';
import { createManualTime, type ManualTime } from '#test/support/manual-time.ts';

/** Noon of a January day: any fixed moment does. */
export const START = Date.UTC(2026, 0, 5, 12);

interface Bench {
  readonly server: SqsServer;
  readonly client: SQS;
  readonly time: ManualTime;
}

const open: (() => Promise<void>)[] = [];

/** Runs after the test, the last one registered first. */
export function afterwards(run: () => Promise<void>): void {
  open.push(run);
}

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The SDK as everyone uses it, pointed at a server; both are closed after the test. */
export function clientOf(server: SqsServer): SQS {
  const client = new SQS({
    endpoint: server.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  afterwards(async () => {
    client.destroy();
    await server.close();
  });
  return client;
}

/** A server in memory whose time stands still. */
export async function startBench(): Promise<Bench> {
  const time = createManualTime(START);
  const server = await startSqs({ file: ':memory:', time });
  return { server, client: clientOf(server), time };
}

/** A queue's URL; `.fifo` names make FIFO queues. */
export async function aQueue(client: SQS, name: string, attributes: Record<string, string> = {}): Promise<string> {
  const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const { QueueUrl } = await client.createQueue({ QueueName: name, Attributes: { ...fifo, ...attributes } });
  return QueueUrl ?? '';
}

/** What is received now, with all attributes; ten at most. */
export async function receive(
  client: SQS,
  QueueUrl: string,
  input: Partial<ReceiveMessageCommandInput> = {},
): Promise<readonly Message[]> {
  const { Messages } = await client.receiveMessage({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
    ...input,
  });
  return Messages ?? [];
}

/** Receives the one message there is. */
export async function receiveOne(client: SQS, QueueUrl: string, VisibilityTimeout?: number): Promise<Message> {
  const [message] = await receive(client, QueueUrl, { ...(VisibilityTimeout !== undefined && { VisibilityTimeout }) });
  if (message === undefined) throw new Error('nothing to receive');
  return message;
}

export function bodiesOf(messages: readonly Message[]): readonly (string | undefined)[] {
  return messages.map((message) => message.Body);
}

export function systemAttribute(message: Message, name: MessageSystemAttributeName): string | undefined {
  return message.Attributes?.[name];
}

/** Attributes that send what was received too often to another queue. */
export function redrive(deadLetterTargetArn: string, maxReceiveCount = 2): Record<string, string> {
  return { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }) };
}

/** Sends bodies whose first letter is their group. */
export async function sendAll(client: SQS, QueueUrl: string, bodies: readonly string[]): Promise<void> {
  for (const MessageBody of bodies) {
    await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: MessageBody.slice(0, 1) });
  }
}

/** A FIFO queue that tells duplicates by their content. */
export async function aFifo(client: SQS, attributes: Record<string, string> = {}): Promise<string> {
  return aQueue(client, 'q.fifo', { ContentBasedDeduplication: 'true', ...attributes });
}

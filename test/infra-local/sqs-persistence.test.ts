import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQS } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { startSqs } from '#infra/local/sqs/server.ts';
import { createManualTime } from '#test/support/manual-time.ts';
import { afterwards, aQueue, bodiesOf, clientOf, receive, START } from './sqs-setup.ts';

const BODIES = ['a', 'b', 'c', 'd', 'e'];

/** The path of a database not there yet, in a folder removed after the test. */
async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sqs-'));
  afterwards(() => rm(folder, { recursive: true }));
  return join(folder, 'queues.sqlite');
}

/** A server in a process of its own, and its endpoint. */
async function spawnServer(file: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'sqs-child.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterwards(async () => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, endpoint: String(line).trim() };
}

async function sendAll(client: SQS, QueueUrl: string): Promise<void> {
  for (const MessageBody of BODIES) await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
}

describe('a server on a file', () => {
  it('has every message it accepted after being killed', async () => {
    const file = await aFile();
    const { child, endpoint } = await spawnServer(file);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const before = new SQS({ endpoint, region: 'local', credentials });
    const standard = await aQueue(before, 'q');
    const fifo = await aQueue(before, 'q.fifo', { ContentBasedDeduplication: 'true' });
    await sendAll(before, standard);
    await sendAll(before, fifo);
    const exited = once(child, 'exit');

    child.kill('SIGKILL');
    const [, signal] = await exited;
    before.destroy();
    const after = clientOf(await startSqs({ file }));
    const received = [await receive(after, standard), await receive(after, fifo)];

    expect(signal).toBe('SIGKILL');
    expect(received.map(bodiesOf)).toEqual([BODIES, BODIES]);
  });

  it('keeps messages in flight, handles and deduplication over a restart', async () => {
    const file = await aFile();
    const time = createManualTime(START);
    const first = await startSqs({ file, time });
    const before = clientOf(first);
    const fifo = await aQueue(before, 'q.fifo', { ContentBasedDeduplication: 'true' });
    await sendAll(before, fifo);
    const [held] = await receive(before, fifo, { MaxNumberOfMessages: 1 });
    await first.close();

    const after = clientOf(await startSqs({ file, time }));
    await sendAll(after, fifo);
    const whileHeld = await receive(after, fifo);
    await after.deleteMessage({ QueueUrl: fifo, ReceiptHandle: held?.ReceiptHandle });
    const rest = await receive(after, fifo);

    expect([bodiesOf(whileHeld), bodiesOf(rest)]).toEqual([[], BODIES.slice(1)]);
  });
});

describe('the server', () => {
  it.each(['q', 'q.fifo'])('releases the messages of %s in flight, also to a receive that waits', async (name) => {
    const time = createManualTime(START);
    const server = await startSqs({ file: ':memory:', time });
    const client = clientOf(server);
    const QueueUrl = await aQueue(client, name, name === 'q' ? {} : { ContentBasedDeduplication: 'true' });
    await sendAll(client, QueueUrl);
    await receive(client, QueueUrl);
    const polling = receive(client, QueueUrl, { WaitTimeSeconds: 20 });
    await time.scheduled(1);

    server.releaseInFlight();

    expect(bodiesOf(await polling)).toEqual(BODIES);
  });

  it('gives an existing queue exactly the attributes of ensureQueue and keeps its messages', async () => {
    const server = await startSqs({ file: ':memory:', time: createManualTime(START) });
    const client = clientOf(server);
    server.ensureQueue('q', { VisibilityTimeout: '5', ReceiveMessageWaitTimeSeconds: '20' });
    server.send('q', 'm');

    server.ensureQueue('q', { VisibilityTimeout: '6' });
    const QueueUrl = server.queueUrl('q');
    const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });

    expect(Attributes).toMatchObject({ VisibilityTimeout: '6', ReceiveMessageWaitTimeSeconds: '0' });
    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['m']);
  });

  it.each([
    {
      why: 'another content type',
      type: 'text/plain',
      target: 'AmazonSQS.ListQueues',
      body: '{}',
      fault: 'SerializationException',
    },
    {
      why: 'what is not JSON',
      type: 'application/x-amz-json-1.0',
      target: 'AmazonSQS.ListQueues',
      body: '{',
      fault: 'SerializationException',
    },
    {
      why: 'an unknown action',
      type: 'application/x-amz-json-1.0',
      target: 'AmazonSQS.constructor',
      body: '{}',
      fault: 'InvalidAction',
    },
  ])('refuses $why', async ({ type, target, body, fault }) => {
    const server = await startSqs({ file: ':memory:', time: createManualTime(START) });
    clientOf(server);

    const headers = { 'content-type': type, 'x-amz-target': target };
    const answer = await fetch(server.endpoint, { method: 'POST', headers, body });

    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-query-error')).toBe(`${fault};Sender`);
    expect(await answer.json()).toMatchObject({ __type: `com.amazonaws.sqs#${fault}` });
  });
});

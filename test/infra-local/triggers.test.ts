import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type QueueTriggerOptions, startQueueTrigger } from '#infra/local/triggers.ts';

interface Delivery {
  readonly Records: { readonly messageId: string }[];
}

interface ReceiveInput {
  readonly MaxNumberOfMessages: number;
  readonly WaitTimeSeconds: number;
}

interface DeleteInput {
  readonly Entries: readonly { readonly Id: string; readonly ReceiptHandle: string }[];
}

interface Held {
  readonly response: ServerResponse;
  readonly limit: number;
}

/** What was pushed, one at a time, to whoever waits for it. */
function channel<T>() {
  const items: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  return {
    items,
    push(item: T) {
      const first = waiting.shift();
      if (first) first(item);
      else items.push(item);
    },
    next: (): Promise<T> => {
      const first = items.shift();
      return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
    },
  };
}

function aMessage(MessageId: string, more: object = {}) {
  const MD5OfBody = createHash('md5').update(MessageId).digest('hex');
  return { MessageId, ReceiptHandle: `receipt ${MessageId}`, Body: MessageId, MD5OfBody, ...more };
}

/** A queue that answers when the test says so: receives are held until there are messages, or `giveUp`. */
function createQueue() {
  const messages: object[] = [];
  const held: Held[] = [];
  const received = channel<ReceiveInput>();
  const deleted = channel<string[]>();
  const actions = new Set<string>();
  let broken = false;

  function answer(response: ServerResponse, body: object, status = 200) {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  }

  function deliver() {
    while (messages.length > 0 && held.length > 0) {
      const { response, limit } = held.shift() as Held;
      if (!response.destroyed) answer(response, { Messages: messages.splice(0, limit) });
    }
  }

  const server: Server = createServer(async (request, response) => {
    if (request.method === 'GET') return answer(response, {});
    const action = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
    const input = (await json(request)) as ReceiveInput & DeleteInput;
    actions.add(action);
    if (broken) return answer(response, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'gone' }, 400);
    if (action === 'ReceiveMessage') {
      held.push({ response, limit: input.MaxNumberOfMessages });
      deliver();
      received.push(input);
    } else {
      answer(response, { Successful: input.Entries.map(({ Id }) => ({ Id })), Failed: [] });
      deleted.push(input.Entries.map(({ ReceiptHandle }) => ReceiptHandle.replace('receipt ', '')));
    }
  });
  return {
    server,
    received,
    deleted,
    actions,
    held,
    breakDown: (down: boolean) => {
      broken = down;
      for (const { response } of held.splice(0)) answer(response, {});
    },
    async roundTrip() {
      const address = server.address();
      await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    },
    giveUp: () => answer((held.shift() as Held).response, {}),
    push(...more: object[]) {
      messages.push(...more);
      deliver();
    },
  };
}

let queue: ReturnType<typeof createQueue>;
let sqs: SQSClient;
let trigger: { stop(): Promise<void> };
let invoked: ReturnType<typeof channel<{ event: Delivery; ids: string[]; finish(result?: unknown): void }>>;
let paused: ReturnType<typeof channel<{ ms: number; run(): void }>>;
let unfinished: (() => void)[];
let now: number;

beforeEach(async () => {
  queue = createQueue();
  await new Promise<void>((resolve) => queue.server.listen(0, '127.0.0.1', resolve));
  const address = queue.server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  sqs = new SQSClient({ endpoint, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 's' } });
  invoked = channel();
  paused = channel();
  unfinished = [];
  now = 0;
});

afterEach(async () => {
  const stopped = trigger.stop();
  for (const finish of unfinished) finish();
  await stopped;
  sqs.destroy();
  queue.server.closeAllConnections();
  queue.server.close();
});

function start(
  more: Partial<QueueTriggerOptions> = {},
  concurrency: { maxConcurrency?: number } = { maxConcurrency: 1 },
) {
  trigger = startQueueTrigger({
    sqs,
    queueUrl: 'http://127.0.0.1/000000000000/documents',
    queueArn: 'arn:aws:sqs:ap-east-1:000000000000:documents',
    fifo: false,
    batchSize: 10,
    windowSeconds: 0,
    invoke: (event) =>
      new Promise((resolve) => {
        unfinished.push(() => resolve(undefined));
        const delivery = event as Delivery;
        const ids = delivery.Records.map(({ messageId }) => messageId);
        invoked.push({ event: delivery, ids, finish: resolve });
      }),
    time: {
      now: () => now,
      after(ms, run) {
        paused.push({ ms, run });
        return () => {};
      },
    },
    ...concurrency,
    ...more,
  });
}

describe('a queue trigger', () => {
  it('invokes with the event of SQS', async () => {
    start();
    queue.push(
      aMessage('m1', {
        Attributes: { ApproximateReceiveCount: '2' },
        MessageAttributes: {
          kind: { StringValue: 'page', DataType: 'String' },
          raw: { BinaryValue: 'AP8=', DataType: 'Binary' },
        },
      }),
    );

    const { event, finish } = await invoked.next();
    finish();

    expect(event).toEqual({
      Records: [
        {
          messageId: 'm1',
          receiptHandle: 'receipt m1',
          body: 'm1',
          attributes: { ApproximateReceiveCount: '2' },
          messageAttributes: {
            kind: { stringValue: 'page', stringListValues: [], binaryListValues: [], dataType: 'String' },
            raw: { binaryValue: 'AP8=', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
          },
          md5OfBody: createHash('md5').update('m1').digest('hex'),
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:ap-east-1:000000000000:documents',
          awsRegion: 'ap-east-1',
        },
      ],
    });
  });

  it('deletes what was not reported as failed, and leaves the rest to its visibility', async () => {
    start();
    queue.push(aMessage('a'), aMessage('b'), aMessage('c'));

    const { finish } = await invoked.next();
    finish({ batchItemFailures: [{ itemIdentifier: 'b' }] });

    expect(await queue.deleted.next()).toEqual(['a', 'c']);
    expect([...queue.actions].sort()).toEqual(['DeleteMessageBatch', 'ReceiveMessage']);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['null failures', { batchItemFailures: null }],
    ['no failures', { batchItemFailures: [] }],
  ])('takes the answer %s for success', async (_, response) => {
    start();
    queue.push(aMessage('a'), aMessage('b'));

    (await invoked.next()).finish(response);

    expect(await queue.deleted.next()).toEqual(['a', 'b']);
  });

  it.each([
    ['an exception', () => Promise.reject(new Error('broken'))],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['an identifier of no message', { batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'z' }] }],
    ['a null identifier', { batchItemFailures: [{ itemIdentifier: null }] }],
    ['another key', { batchItemFailures: [{ messageId: 'a' }] }],
    ['failures that are no list', { batchItemFailures: 'a' }],
  ])('takes %s for the failure of the whole batch', async (_, response) => {
    start();
    queue.push(aMessage('a'), aMessage('b'));

    (await invoked.next()).finish(typeof response === 'function' ? response() : response);
    await queue.received.next();
    await queue.received.next();
    queue.push(aMessage('c'));
    (await invoked.next()).finish();

    expect(await queue.deleted.next()).toEqual(['c']);
  });
});

describe('batching', () => {
  it('takes what one receive gives when there is no window', async () => {
    start({ batchSize: 3 });
    queue.push(aMessage('a'));

    const { ids, finish } = await invoked.next();
    finish();

    expect(ids).toEqual(['a']);
    expect(await queue.received.next()).toMatchObject({ MaxNumberOfMessages: 3, WaitTimeSeconds: 20 });
  });

  it('gathers within the window until the batch is full', async () => {
    start({ batchSize: 3, windowSeconds: 5 });
    queue.push(aMessage('a'));
    await queue.received.next();
    const second = await queue.received.next();

    now += 1_500;
    queue.push(aMessage('b'));
    const third = await queue.received.next();
    queue.push(aMessage('c'), aMessage('d'));

    expect((await invoked.next()).ids).toEqual(['a', 'b', 'c']);
    expect(second).toMatchObject({ MaxNumberOfMessages: 2, WaitTimeSeconds: 5 });
    expect(third).toMatchObject({ MaxNumberOfMessages: 1, WaitTimeSeconds: 3 });
  });

  it('goes on with what it has when the window is over', async () => {
    start({ batchSize: 3, windowSeconds: 5 });
    queue.push(aMessage('a'));
    await queue.received.next();
    await queue.received.next();

    now += 5_000;
    queue.giveUp();

    expect((await invoked.next()).ids).toEqual(['a']);
  });

  it('receives and deletes large batches ten at a time', async () => {
    start({ batchSize: 25, windowSeconds: 1 });
    queue.push(...Array.from({ length: 25 }, (_, index) => aMessage(`m${index}`)));

    const { ids, finish } = await invoked.next();
    finish();

    const parts = [await queue.deleted.next(), await queue.deleted.next(), await queue.deleted.next()];
    expect(ids).toHaveLength(25);
    expect(parts.map((part) => part.length)).toEqual([10, 10, 5]);
    expect(parts.flat()).toEqual(ids);
  });
});

describe('concurrency', () => {
  it.each([
    ['two on a standard queue', false, {}, 2],
    ['one on a FIFO queue', true, {}, 1],
    ['the maximum', false, { maxConcurrency: 3 }, 3],
  ])('is %s', async (_, fifo, concurrency, expected) => {
    start({ batchSize: 1, fifo }, concurrency);
    queue.push(...['a', 'b', 'c', 'd', 'e'].map((id) => aMessage(id)));

    const working = [];
    for (let count = 0; count < expected; count++) working.push(await invoked.next());

    expect(new Set(working.flatMap(({ ids }) => ids)).size).toBe(expected);
    for (let trip = 0; trip < 20; trip++) await queue.roundTrip();
    expect(invoked.items).toEqual([]);
    for (const { finish } of working) finish();
    const next = await invoked.next();
    expect(working.flatMap(({ ids }) => ids)).not.toContain(next.ids[0]);
  });
});

describe('stopping', () => {
  it('ends the long poll at once', async () => {
    start();
    await queue.received.next();
    const connection = new Promise((resolve) => queue.held[0]?.response.on('close', resolve));

    await trigger.stop();
    await connection;

    expect(queue.received.items).toEqual([]);
  });

  it('finishes the batch in hand and receives no other', async () => {
    start();
    queue.push(aMessage('a'));
    const { finish } = await invoked.next();
    const order: string[] = [];

    const stopped = trigger.stop().then(() => order.push('stopped'));
    order.push('finishing');
    finish();
    await stopped;

    expect(order).toEqual(['finishing', 'stopped']);
    expect(queue.deleted.items).toEqual([['a']]);
    expect(queue.received.items).toHaveLength(1);
  });

  it('works on what the window has gathered so far', async () => {
    start({ batchSize: 3, windowSeconds: 5 });
    queue.push(aMessage('a'));
    await queue.received.next();
    await queue.received.next();

    const stopped = trigger.stop();
    (await invoked.next()).finish();
    await stopped;

    expect(queue.deleted.items).toEqual([['a']]);
  });
});

describe('a queue that does not answer', () => {
  it('is asked again after a second', async () => {
    queue.breakDown(true);
    start();

    const { ms, run } = await paused.next();
    queue.breakDown(false);
    run();
    queue.push(aMessage('a'));

    expect(ms).toBe(1_000);
    expect((await invoked.next()).ids).toEqual(['a']);
  });
});

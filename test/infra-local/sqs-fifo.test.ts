import type { SQS } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, receiveOne, startBench, systemAttribute } from './sqs-setup.ts';

const MINUTES = 60_000;

async function sendAll(client: SQS, QueueUrl: string, bodies: readonly string[]): Promise<void> {
  for (const MessageBody of bodies) {
    await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: MessageBody.slice(0, 1) });
  }
}

async function aFifo(client: SQS, attributes: Record<string, string> = {}): Promise<string> {
  return aQueue(client, 'q.fifo', { ContentBasedDeduplication: 'true', ...attributes });
}

describe('a FIFO queue', () => {
  it('gives the messages of a group in the order they were sent', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1', 'a2', 'a3', 'a4']);

    const messages = await receive(client, QueueUrl);

    expect(bodiesOf(messages)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('gives nothing more of a group while one of its messages is in flight', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1', 'a2', 'b1']);
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    const messages = await receive(client, QueueUrl);

    expect(bodiesOf(messages)).toEqual(['b1']);
  });

  it('goes on with a group once all of its messages in flight are deleted', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1', 'a2', 'a3']);
    const [first, second] = await receive(client, QueueUrl, { MaxNumberOfMessages: 2 });

    await client.deleteMessage({ QueueUrl, ReceiptHandle: first?.ReceiptHandle });
    const during = await receive(client, QueueUrl);
    await client.deleteMessage({ QueueUrl, ReceiptHandle: second?.ReceiptHandle });
    const after = await receive(client, QueueUrl);

    expect([bodiesOf(during), bodiesOf(after)]).toEqual([[], ['a3']]);
  });

  it('gives the same message again, first, when its visibility runs out', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client, { VisibilityTimeout: '30' });
    await sendAll(client, QueueUrl, ['a1', 'a2']);
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    time.advance(30_000);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['a1', 'a2']);
  });

  it('frees a group when its message is made visible', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1', 'a2']);
    const [first] = await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    await client.changeMessageVisibility({ QueueUrl, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 });

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['a1', 'a2']);
  });

  it('holds a group until the longest visibility of its messages has run out', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client, { VisibilityTimeout: '30' });
    await sendAll(client, QueueUrl, ['a1', 'a2']);
    const [, second] = await receive(client, QueueUrl);
    await client.changeMessageVisibility({ QueueUrl, ReceiptHandle: second?.ReceiptHandle, VisibilityTimeout: 60 });

    time.advance(59_999);
    const before = await receive(client, QueueUrl);
    time.advance(1);
    const after = await receive(client, QueueUrl);

    expect([bodiesOf(before), bodiesOf(after)]).toEqual([[], ['a1', 'a2']]);
  });

  it('starts with the group whose first message has waited longest', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client, { VisibilityTimeout: '30' });
    await sendAll(client, QueueUrl, ['a1', 'b1', 'c1']);
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });
    time.advance(30_000);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['a1', 'b1', 'c1']);
  });

  it('numbers messages upwards and tells group, token and number', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo');
    const message = { QueueUrl, MessageBody: 'm', MessageGroupId: 'g' };

    const first = await client.sendMessage({ ...message, MessageDeduplicationId: 'one' });
    const second = await client.sendMessage({ ...message, MessageDeduplicationId: 'two' });
    const received = await receive(client, QueueUrl);

    expect(BigInt(second.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
    expect(received.map((one) => systemAttribute(one, 'SequenceNumber'))).toEqual([
      first.SequenceNumber,
      second.SequenceNumber,
    ]);
    expect(received.map((one) => systemAttribute(one, 'MessageGroupId'))).toEqual(['g', 'g']);
    expect(received.map((one) => systemAttribute(one, 'MessageDeduplicationId'))).toEqual(['one', 'two']);
  });

  it('delays every message by the DelaySeconds of the queue', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client, { DelaySeconds: '10' });
    await sendAll(client, QueueUrl, ['a1']);
    time.advance(5000);
    await sendAll(client, QueueUrl, ['a2']);

    const before = await receive(client, QueueUrl);
    time.advance(5000);
    const after = await receive(client, QueueUrl);

    expect([bodiesOf(before), bodiesOf(after)]).toEqual([[], ['a1']]);
  });

  it.each([
    { lack: 'a group', input: { MessageDeduplicationId: 'd' }, name: 'MissingParameter' },
    { lack: 'a deduplication id', input: { MessageGroupId: 'g' }, name: 'InvalidParameterValue' },
    {
      lack: 'freedom from its own delay',
      input: { MessageGroupId: 'g', MessageDeduplicationId: 'd', DelaySeconds: 1 },
      name: 'InvalidParameterValue',
    },
  ])('refuses a message that lacks $lack', async ({ input, name }) => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo');

    await expect(client.sendMessage({ QueueUrl, MessageBody: 'm', ...input })).rejects.toMatchObject({ name });
  });

  it('refuses to delete by a handle whose visibility has run out', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client, { VisibilityTimeout: '30' });
    await sendAll(client, QueueUrl, ['a1']);
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    time.advance(30_000);

    const expired = client.deleteMessage({ QueueUrl, ReceiptHandle });

    await expect(expired).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['a1']);
  });
});

describe('deduplication', () => {
  it('answers a repeated deduplication id like the first send and stores nothing', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo');
    const message = { QueueUrl, MessageGroupId: 'g', MessageDeduplicationId: 'd' };

    const first = await client.sendMessage({ ...message, MessageBody: 'first' });
    const second = await client.sendMessage({ ...message, MessageBody: 'second' });

    expect([second.MessageId, second.SequenceNumber]).toEqual([first.MessageId, first.SequenceNumber]);
    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['first']);
  });

  it('remembers an id after the message was deleted', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1']);
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    await client.deleteMessage({ QueueUrl, ReceiptHandle });

    await sendAll(client, QueueUrl, ['a1']);

    expect(await receive(client, QueueUrl)).toEqual([]);
  });

  it('lasts five minutes', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aFifo(client);
    await sendAll(client, QueueUrl, ['a1']);
    time.advance(5 * MINUTES - 1);
    await sendAll(client, QueueUrl, ['a1']);
    time.advance(1);
    await sendAll(client, QueueUrl, ['a1']);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['a1', 'a1']);
  });

  it('goes by the given id before the content', async () => {
    const { client } = await startBench();
    const QueueUrl = await aFifo(client);
    const message = { QueueUrl, MessageBody: 'same', MessageGroupId: 'g' };

    await client.sendMessage({ ...message, MessageDeduplicationId: 'one' });
    await client.sendMessage({ ...message, MessageDeduplicationId: 'two' });

    expect(await receive(client, QueueUrl)).toHaveLength(2);
  });
});

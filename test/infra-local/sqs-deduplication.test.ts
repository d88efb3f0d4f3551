import { describe, expect, it } from 'vitest';
import { aFifo, aQueue, bodiesOf, receive, receiveOne, sendAll, startBench } from './sqs-setup.ts';

const MINUTES = 60_000;

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

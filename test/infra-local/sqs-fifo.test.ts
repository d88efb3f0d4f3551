import { describe, expect, it } from 'vitest';
import { aFifo, aQueue, bodiesOf, receive, receiveOne, sendAll, startBench, systemAttribute } from './sqs-setup.ts';

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

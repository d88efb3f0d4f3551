import { createHash } from 'node:crypto';
import type { ReceiveMessageCommandInput } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, receiveOne, START, startBench, systemAttribute } from './sqs-setup.ts';

describe('a standard queue', () => {
  it('gives back what was sent, with its id and digest', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const sent = await client.sendMessage({ QueueUrl, MessageBody: '成交 💰' });
    const message = await receiveOne(client, QueueUrl);

    expect(message).toMatchObject({ Body: '成交 💰', MessageId: sent.MessageId, MD5OfBody: sent.MD5OfMessageBody });
    expect(sent.MD5OfMessageBody).toBe(createHash('md5').update('成交 💰').digest('hex'));
    expect(sent.SequenceNumber).toBeUndefined();
  });

  it('keeps string, number and binary attributes and digests them as AWS does', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const MessageAttributes = {
      b: { DataType: 'Number', StringValue: '7' },
      a: { DataType: 'String.kind', StringValue: 'x' },
      c: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
    };

    const sent = await client.sendMessage({ QueueUrl, MessageBody: 'm', MessageAttributes });
    const message = await receiveOne(client, QueueUrl);

    const bytes = [
      ...[0, 0, 0, 1, 97, 0, 0, 0, 11, ...Buffer.from('String.kind'), 1, 0, 0, 0, 1, 120],
      ...[0, 0, 0, 1, 98, 0, 0, 0, 6, ...Buffer.from('Number'), 1, 0, 0, 0, 1, 55],
      ...[0, 0, 0, 1, 99, 0, 0, 0, 6, ...Buffer.from('Binary'), 2, 0, 0, 0, 2, 1, 2],
    ];
    const digest = createHash('md5').update(Buffer.from(bytes)).digest('hex');
    expect(message.MessageAttributes).toEqual(MessageAttributes);
    expect([sent.MD5OfMessageAttributes, message.MD5OfMessageAttributes]).toEqual([digest, digest]);
  });

  it.each([
    { names: ['a.*'], given: ['a.one', 'a.two'] },
    { names: ['b'], given: ['b'] },
    { names: ['.*'], given: ['a.one', 'a.two', 'b'] },
    { names: [], given: [] },
  ])('gives the message attributes asked for by $names', async ({ names, given }) => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const value = { DataType: 'String', StringValue: 'x' };
    const MessageAttributes = { 'a.one': value, 'a.two': value, b: value };
    await client.sendMessage({ QueueUrl, MessageBody: 'm', MessageAttributes });

    const [message] = await receive(client, QueueUrl, { MessageAttributeNames: names });

    expect(Object.keys(message?.MessageAttributes ?? {})).toEqual(given);
  });

  it('tells when it was sent, when first received and how often', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '1' });
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    time.advance(5000);
    await receiveOne(client, QueueUrl);
    time.advance(1000);

    const message = await receiveOne(client, QueueUrl);

    expect(message.Attributes).toEqual({
      ApproximateFirstReceiveTimestamp: String(START + 5000),
      ApproximateReceiveCount: '2',
      SenderId: '000000000000',
      SentTimestamp: String(START),
    });
  });

  it.each<{ asked: Partial<ReceiveMessageCommandInput>; count: number }>([
    { asked: { MessageSystemAttributeNames: ['SentTimestamp'] }, count: 1 },
    { asked: { MessageSystemAttributeNames: [], AttributeNames: ['All'] }, count: 4 },
    { asked: { MessageSystemAttributeNames: [] }, count: 0 },
  ])('gives only the system attributes asked for: $asked', async ({ asked, count }) => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });

    const { Messages } = await client.receiveMessage({ QueueUrl, ...asked });

    expect(Object.keys(Messages?.[0]?.Attributes ?? {})).toHaveLength(count);
  });

  it('hides a received message until its visibility timeout has passed', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '30' });
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    await receiveOne(client, QueueUrl);

    time.advance(29_999);
    const before = await receive(client, QueueUrl);
    time.advance(1);
    const after = await receive(client, QueueUrl);

    expect([before.length, after.length]).toEqual([0, 1]);
  });

  it("takes a receive's own visibility timeout over the queue's", async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '30' });
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    await receiveOne(client, QueueUrl, 2);

    time.advance(2000);

    expect(await receive(client, QueueUrl)).toHaveLength(1);
  });

  it('delays a message by its own DelaySeconds, else by that of the queue', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { DelaySeconds: '10', VisibilityTimeout: '600' });
    await client.sendMessage({ QueueUrl, MessageBody: 'own', DelaySeconds: 5 });
    await client.sendMessage({ QueueUrl, MessageBody: 'usual' });

    const seen = [];
    for (const step of [4999, 1, 4999, 1]) {
      time.advance(step);
      seen.push(bodiesOf(await receive(client, QueueUrl)));
    }

    expect(seen).toEqual([[], ['own'], [], ['usual']]);
  });

  it('receives one message unless asked for more', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    for (const MessageBody of ['a', 'b']) await client.sendMessage({ QueueUrl, MessageBody });

    const { Messages } = await client.receiveMessage({ QueueUrl });

    expect(Messages).toHaveLength(1);
  });

  it('accepts a message group and gives it back', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'a', MessageGroupId: 'g' });
    await client.sendMessage({ QueueUrl, MessageBody: 'b', MessageGroupId: 'g' });

    const messages = [
      ...(await receive(client, QueueUrl, { MaxNumberOfMessages: 1 })),
      ...(await receive(client, QueueUrl)),
    ];

    expect(messages.map((message) => systemAttribute(message, 'MessageGroupId'))).toEqual(['g', 'g']);
  });
});

import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, receiveOne, redrive, START, startBench, systemAttribute } from './sqs-setup.ts';

const DAYS = 24 * 3_600_000;

describe('retention', () => {
  it('removes messages after four days unless told otherwise', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'old' });
    time.advance(1);
    await client.sendMessage({ QueueUrl, MessageBody: 'young' });

    time.advance(4 * DAYS - 1);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['young']);
  });

  it('lets a FIFO group go on after its message in flight expired', async () => {
    const { client, time } = await startBench();
    const attributes = { ContentBasedDeduplication: 'true', MessageRetentionPeriod: '60', VisibilityTimeout: '600' };
    const QueueUrl = await aQueue(client, 'q.fifo', attributes);
    await client.sendMessage({ QueueUrl, MessageBody: 'old', MessageGroupId: 'g' });
    await receiveOne(client, QueueUrl);
    time.advance(30_000);
    await client.sendMessage({ QueueUrl, MessageBody: 'young', MessageGroupId: 'g' });

    time.advance(30_000);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['young']);
  });
});

describe('a dead-letter queue', () => {
  it('takes a message received more than maxReceiveCount times, instead of its delivery', async () => {
    const { client, server, time } = await startBench();
    const dead = await aQueue(client, 'q-dead');
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '1', ...redrive(server.queueArn('q-dead')) });
    const sent = await client.sendMessage({ QueueUrl, MessageBody: 'poison' });

    const deliveries = [];
    for (let turn = 0; turn < 3; turn += 1) {
      deliveries.push((await receive(client, QueueUrl)).length);
      time.advance(1000);
    }
    const buried = await receiveOne(client, dead);

    expect(deliveries).toEqual([1, 1, 0]);
    expect(buried).toMatchObject({ Body: 'poison', MessageId: sent.MessageId });
    expect(systemAttribute(buried, 'SentTimestamp')).toBe(String(START));
  });

  it('takes no message that is deleted in time', async () => {
    const { client, server, time } = await startBench();
    const dead = await aQueue(client, 'q-dead');
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '1', ...redrive(server.queueArn('q-dead'), 1) });
    await client.sendMessage({ QueueUrl, MessageBody: 'good' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    await client.deleteMessage({ QueueUrl, ReceiptHandle });
    time.advance(1000);

    await receive(client, QueueUrl);

    expect(await receive(client, dead)).toEqual([]);
  });

  it.each([
    { where: 'behind it', group: 'g' },
    { where: 'of another group', group: 'h' },
  ])('frees the way for a message $where', async ({ group }) => {
    const { client, server, time } = await startBench();
    await aQueue(client, 'dead.fifo');
    const QueueUrl = await aQueue(client, 'q.fifo', {
      ContentBasedDeduplication: 'true',
      VisibilityTimeout: '1',
      ...redrive(server.queueArn('dead.fifo'), 1),
    });
    await client.sendMessage({ QueueUrl, MessageBody: 'poison', MessageGroupId: 'g' });
    await client.sendMessage({ QueueUrl, MessageBody: 'next', MessageGroupId: group });
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });
    time.advance(1000);

    const messages = await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    expect(bodiesOf(messages)).toEqual(['next']);
    expect(bodiesOf(await receive(client, server.queueUrl('dead.fifo')))).toEqual(['poison']);
  });

  it('must be of the same kind as its source', async () => {
    const { client, server } = await startBench();
    await aQueue(client, 'q-dead');

    const mixed = aQueue(client, 'q.fifo', redrive(server.queueArn('q-dead')));

    await expect(mixed).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('keeps a message only as long as is left since it was first sent to the standard queue', async () => {
    const { client, server, time } = await startBench();
    const dead = await aQueue(client, 'q-dead');
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '0', ...redrive(server.queueArn('q-dead'), 1) });
    await client.sendMessage({ QueueUrl, MessageBody: 'poison' });
    await receive(client, QueueUrl);
    time.advance(3 * DAYS);
    await receive(client, QueueUrl);
    const kept = await receive(client, dead, { VisibilityTimeout: 0 });

    time.advance(1 * DAYS);

    expect([kept.length, (await receive(client, dead)).length]).toEqual([1, 0]);
  });
});

import { InvalidAttributeName, InvalidAttributeValue, QueueDoesNotExist, QueueNameExists } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, redrive, START, startBench } from './sqs-setup.ts';

describe('queues', () => {
  it('are found by name and listed by prefix', async () => {
    const { client, server } = await startBench();
    await aQueue(client, 'lots');
    await aQueue(client, 'lots-dead');
    await aQueue(client, 'bids');

    const found = await client.getQueueUrl({ QueueName: 'bids' });
    const listed = await client.listQueues({ QueueNamePrefix: 'lots' });

    expect(found.QueueUrl).toBe(server.queueUrl('bids'));
    expect(found.QueueUrl).toBe(`${server.endpoint}/000000000000/bids`);
    expect(listed.QueueUrls).toEqual([server.queueUrl('lots'), server.queueUrl('lots-dead')]);
  });

  it('go by the name at the end of their URL, whatever the port before it', async () => {
    const { client } = await startBench();
    await aQueue(client, 'q');
    const QueueUrl = 'http://127.0.0.1:1/000000000000/q';

    await client.sendMessage({ QueueUrl, MessageBody: 'm' });

    expect(await receive(client, QueueUrl)).toHaveLength(1);
  });

  it('are created again without change by the same attributes, and not by others', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '7' });

    const same = await client.createQueue({ QueueName: 'q', Attributes: { VisibilityTimeout: '7' } });
    const other = client.createQueue({ QueueName: 'q', Attributes: { VisibilityTimeout: '8' } });

    expect(same.QueueUrl).toBe(QueueUrl);
    await expect(other).rejects.toBeInstanceOf(QueueNameExists);
  });

  it('show their attributes and the defaults of AWS', async () => {
    const { client, server } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo', { VisibilityTimeout: '7' });

    const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });

    expect(Attributes).toEqual({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      ContentBasedDeduplication: 'false',
      CreatedTimestamp: String(START / 1000),
      DelaySeconds: '0',
      FifoQueue: 'true',
      LastModifiedTimestamp: String(START / 1000),
      MaximumMessageSize: '1048576',
      MessageRetentionPeriod: '345600',
      QueueArn: server.queueArn('q.fifo'),
      ReceiveMessageWaitTimeSeconds: '0',
      VisibilityTimeout: '7',
    });
    expect(server.queueArn('q.fifo')).toBe('arn:aws:sqs:local:000000000000:q.fifo');
  });

  it('show only the attributes asked for, and none of FIFO on a standard queue', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['FifoQueue', 'DelaySeconds'] });

    expect(Attributes).toEqual({ DelaySeconds: '0' });
  });

  it('count messages that wait, are delayed and are in flight', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    for (const delay of [0, 0, 0, 60, 60, 60]) {
      await client.sendMessage({ QueueUrl, MessageBody: 'm', DelaySeconds: delay });
    }
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });

    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '2',
      ApproximateNumberOfMessagesDelayed: '3',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
  });

  it('take new attributes and keep the others', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { DelaySeconds: '3' });
    time.advance(9000);

    await client.setQueueAttributes({ QueueUrl, Attributes: { VisibilityTimeout: '5' } });
    const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });

    const LastModifiedTimestamp = String(START / 1000 + 9);
    expect(Attributes).toMatchObject({ DelaySeconds: '3', VisibilityTimeout: '5', LastModifiedTimestamp });
  });

  it('are emptied by PurgeQueue', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo', { ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['a', 'b']) await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });

    await client.purgeQueue({ QueueUrl });
    time.advance(60_000);
    const emptied = await receive(client, QueueUrl);
    await client.sendMessage({ QueueUrl, MessageBody: 'c', MessageGroupId: 'h' });

    expect(emptied).toEqual([]);
    expect(bodiesOf(await receive(client, QueueUrl, { MaxNumberOfMessages: 1 }))).toEqual(['c']);
  });

  it('lose their messages when deleted, also for a new queue of the same name', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });

    await client.deleteQueue({ QueueUrl });
    const gone = client.sendMessage({ QueueUrl, MessageBody: 'm' });
    await expect(gone).rejects.toBeInstanceOf(QueueDoesNotExist);
    await aQueue(client, 'q');

    expect(await receive(client, QueueUrl)).toEqual([]);
  });

  it('are unknown by the modelled exception, with the older code beside it', async () => {
    const { client } = await startBench();

    const error: unknown = await client.getQueueUrl({ QueueName: 'none' }).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(QueueDoesNotExist);
    expect(error).toMatchObject({
      message: 'The specified queue does not exist.',
      Error: { Code: 'AWS.SimpleQueueService.NonExistentQueue', Type: 'Sender' },
    });
  });

  it.each([
    { name: 'q', attributes: { Colour: 'red' }, fault: InvalidAttributeName },
    { name: 'q', attributes: { VisibilityTimeout: '43201' }, fault: InvalidAttributeValue },
    { name: 'q', attributes: { MessageRetentionPeriod: '1209601' }, fault: InvalidAttributeValue },
    { name: 'q', attributes: redrive('arn:aws:sqs:local:000000000000:dead', 0), fault: InvalidAttributeValue },
  ])('refuse the attributes $attributes', async ({ name, attributes, fault }) => {
    const { client } = await startBench();

    await expect(aQueue(client, name, attributes)).rejects.toBeInstanceOf(fault);
  });

  it.each([
    { name: 'q.fifo', attributes: { FifoQueue: 'false' } },
    { name: 'q', attributes: { FifoQueue: 'true' } },
    { name: 'q', attributes: { ContentBasedDeduplication: 'true' } },
    { name: 'a b', attributes: {} },
    { name: 'q'.repeat(81), attributes: {} },
    { name: 'q', attributes: redrive('arn:aws:sqs:local:000000000000:none') },
  ])('refuse $name with $attributes', async ({ name, attributes }) => {
    const { client } = await startBench();

    await expect(aQueue(client, name, attributes)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

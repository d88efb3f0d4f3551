import {
  BatchEntryIdsNotDistinct,
  BatchRequestTooLong,
  EmptyBatchRequest,
  InvalidBatchEntryId,
  InvalidMessageContents,
  TooManyEntriesInBatchRequest,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, startBench } from './sqs-setup.ts';

const MIB = 1_048_576;

function entries(count: number): { Id: string; MessageBody: string }[] {
  return Array.from({ length: count }, (_, at) => ({ Id: `e${at}`, MessageBody: `m${at}` }));
}

describe('a batch', () => {
  it('sends, releases and deletes up to ten messages', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const sent = await client.sendMessageBatch({ QueueUrl, Entries: entries(10) });
    const first = await receive(client, QueueUrl);
    const handles = first.map((message, at) => ({ Id: String(at), ReceiptHandle: message.ReceiptHandle }));
    const Entries = handles.map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
    const released = await client.changeMessageVisibilityBatch({ QueueUrl, Entries });
    const again = await receive(client, QueueUrl);
    const gone = await client.deleteMessageBatch({
      QueueUrl,
      Entries: again.map((message, at) => ({ Id: String(at), ReceiptHandle: message.ReceiptHandle })),
    });

    expect([sent, released, gone].map((answer) => answer.Successful?.length)).toEqual([10, 10, 10]);
    expect([...bodiesOf(again)].sort()).toEqual(entries(10).map((entry) => entry.MessageBody));
  });

  it('fails entries one by one, with the code of each', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const answer = await client.sendMessageBatch({
      QueueUrl,
      Entries: [
        { Id: 'good', MessageBody: 'm' },
        { Id: 'late', MessageBody: 'm', DelaySeconds: 901 },
      ],
    });

    expect(answer.Successful?.map((entry) => entry.Id)).toEqual(['good']);
    expect(answer.Failed).toMatchObject([{ Id: 'late', SenderFault: true, Code: 'InvalidParameterValue' }]);
    expect(await receive(client, QueueUrl)).toHaveLength(1);
  });

  it('names a bad receipt handle in its entry', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const answer = await client.deleteMessageBatch({ QueueUrl, Entries: [{ Id: 'x', ReceiptHandle: 'nonsense' }] });

    expect(answer.Failed).toMatchObject([{ Id: 'x', Code: 'ReceiptHandleIsInvalid' }]);
  });

  it.each([
    { Entries: [], fault: EmptyBatchRequest, code: 'AWS.SimpleQueueService.EmptyBatchRequest' },
    {
      Entries: entries(11),
      fault: TooManyEntriesInBatchRequest,
      code: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    },
    {
      Entries: [...entries(1), ...entries(1)],
      fault: BatchEntryIdsNotDistinct,
      code: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
    },
    {
      Entries: [{ Id: 'a b', MessageBody: 'm' }],
      fault: InvalidBatchEntryId,
      code: 'AWS.SimpleQueueService.InvalidBatchEntryId',
    },
    {
      Entries: entries(2).map((entry) => ({ ...entry, MessageBody: 'x'.repeat(MIB / 2 + 1) })),
      fault: BatchRequestTooLong,
      code: 'AWS.SimpleQueueService.BatchRequestTooLong',
    },
  ])('is refused whole with $code', async ({ Entries, fault, code }) => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    const error: unknown = await client.sendMessageBatch({ QueueUrl, Entries }).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(fault);
    expect(error).toMatchObject({ Error: { Code: code, Type: 'Sender' } });
    expect(await receive(client, QueueUrl)).toEqual([]);
  });
});

describe('the limits of a message', () => {
  it('are 1 MiB for body and attributes together', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const MessageAttributes = { abc: { DataType: 'String', StringValue: 'x' } };
    const room = MIB - 'abcStringx'.length;

    const fits = client.sendMessage({ QueueUrl, MessageBody: 'x'.repeat(room), MessageAttributes });
    const exceeds = client.sendMessage({ QueueUrl, MessageBody: 'x'.repeat(room + 1), MessageAttributes });

    await expect(fits).resolves.toHaveProperty('MessageId');
    await expect(exceeds).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('are smaller where the queue says so', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { MaximumMessageSize: '1024' });

    const send = client.sendMessage({ QueueUrl, MessageBody: 'x'.repeat(1025) });

    await expect(send).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('forbid characters that are not in XML', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    await expect(client.sendMessage({ QueueUrl, MessageBody: 'a\u0001' })).rejects.toBeInstanceOf(
      InvalidMessageContents,
    );
  });

  it.each([
    { input: { MessageBody: '' }, name: 'MissingParameter' },
    { input: { MessageBody: 'm', DelaySeconds: 901 }, name: 'InvalidParameterValue' },
    { input: { MessageBody: 'm', MessageDeduplicationId: 'd' }, name: 'InvalidParameterValue' },
    {
      input: { MessageBody: 'm', MessageAttributes: { a: { DataType: 'Fen', StringValue: '1' } } },
      name: 'InvalidParameterValue',
    },
    {
      input: { MessageBody: 'm', MessageAttributes: { a: { DataType: 'Binary', StringValue: '1' } } },
      name: 'InvalidParameterValue',
    },
  ])('refuse $input with $name', async ({ input, name }) => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');

    await expect(client.sendMessage({ QueueUrl, ...input })).rejects.toMatchObject({ name, Code: name });
  });
});

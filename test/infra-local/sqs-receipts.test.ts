import { MessageNotInflight, ReceiptHandleIsInvalid } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, receiveOne, startBench } from './sqs-setup.ts';

describe('a receipt handle of a standard queue', () => {
  it('deletes the message', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);

    await client.deleteMessage({ QueueUrl, ReceiptHandle });
    time.advance(60_000);

    expect(await receive(client, QueueUrl)).toEqual([]);
  });

  it('deletes a second time without complaint', async () => {
    const { client } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    await client.deleteMessage({ QueueUrl, ReceiptHandle });

    await expect(client.deleteMessage({ QueueUrl, ReceiptHandle })).resolves.toBeDefined();
  });

  it('still deletes after its visibility has run out, if nobody received the message since', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    time.advance(30_000);

    await client.deleteMessage({ QueueUrl, ReceiptHandle });

    expect(await receive(client, QueueUrl)).toEqual([]);
  });

  it('succeeds without deleting when the message was received again since', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const old = await receiveOne(client, QueueUrl);
    time.advance(30_000);
    await receiveOne(client, QueueUrl);

    await client.deleteMessage({ QueueUrl, ReceiptHandle: old.ReceiptHandle });
    time.advance(30_000);

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['m']);
  });

  it('changes the visibility counted from now', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '30' });
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    time.advance(20_000);

    await client.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 15 });
    time.advance(14_999);
    const before = await receive(client, QueueUrl);
    time.advance(1);
    const after = await receive(client, QueueUrl);

    expect([before.length, after.length]).toEqual([0, 1]);
  });

  it('cannot change the visibility of a message held by a later receive', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    time.advance(30_000);
    await receiveOne(client, QueueUrl);

    const change = client.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });

    await expect(change).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    expect(await receive(client, QueueUrl)).toEqual([]);
  });

  it('cannot change the visibility of a message that is visible again', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    time.advance(30_000);

    const change = client.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 5 });

    await expect(change).rejects.toBeInstanceOf(MessageNotInflight);
  });

  it.each(['nonsense', Buffer.from('999:1:1').toString('base64url')])(
    'is refused when invalid: %s',
    async (ReceiptHandle) => {
      const { client } = await startBench();
      const QueueUrl = await aQueue(client, 'q');

      await expect(client.deleteMessage({ QueueUrl, ReceiptHandle })).rejects.toBeInstanceOf(ReceiptHandleIsInvalid);
    },
  );
});

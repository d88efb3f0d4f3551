import { QueueDoesNotExist } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { aQueue, bodiesOf, receive, receiveOne, START, startBench } from './sqs-setup.ts';

const WAIT = { WaitTimeSeconds: 20 };

describe('a long poll', () => {
  it('is answered at once by a message that arrives', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    await client.sendMessage({ QueueUrl, MessageBody: 'm' });

    expect(bodiesOf(await polling)).toEqual(['m']);
    expect(time.now()).toBe(START);
  });

  it('is answered by a message sent from inside the host', async () => {
    const { client, server, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    server.send('q', 'm');

    expect(bodiesOf(await polling)).toEqual(['m']);
  });

  it('ends with nothing when its time is over', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    time.advance(20_000);

    expect(await polling).toEqual([]);
  });

  it("waits for the queue's own time when it names none", async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q', { ReceiveMessageWaitTimeSeconds: '3' });
    const polling = receive(client, QueueUrl);
    await time.scheduled(1);

    time.advance(3000);

    expect(await polling).toEqual([]);
  });

  it('is answered when a delay ends', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm', DelaySeconds: 5 });
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    time.advance(5000);

    expect(bodiesOf(await polling)).toEqual(['m']);
  });

  it.each(['q', 'q.fifo'])('is answered when a visibility timeout in %s ends', async (name) => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, name, name === 'q' ? {} : { ContentBasedDeduplication: 'true' });
    await client.sendMessage({ QueueUrl, MessageBody: 'm', MessageGroupId: 'g' });
    await receiveOne(client, QueueUrl, 7);
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    time.advance(7000);

    expect(bodiesOf(await polling)).toEqual(['m']);
  });

  it('is answered when a visibility timeout ends that began after it', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const first = receive(client, QueueUrl, { ...WAIT, VisibilityTimeout: 4 });
    await time.scheduled(1);
    const second = receive(client, QueueUrl, WAIT);
    await time.scheduled(2);
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    await first;

    time.advance(4000);

    expect(bodiesOf(await second)).toEqual(['m']);
  });

  it('is answered when a message is given back', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    const { ReceiptHandle } = await receiveOne(client, QueueUrl);
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    await client.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });

    expect(bodiesOf(await polling)).toEqual(['m']);
  });

  it('is answered when the message that held its FIFO group is deleted', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q.fifo', { ContentBasedDeduplication: 'true' });
    for (const MessageBody of ['a', 'b']) await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
    const [held] = await receive(client, QueueUrl, { MaxNumberOfMessages: 1 });
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    await client.deleteMessage({ QueueUrl, ReceiptHandle: held?.ReceiptHandle });

    expect(bodiesOf(await polling)).toEqual(['b']);
  });

  it('on a dead-letter queue is answered when a message is moved there', async () => {
    const { client, server, time } = await startBench();
    const dead = await aQueue(client, 'q-dead');
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: server.queueArn('q-dead'), maxReceiveCount: 1 });
    const QueueUrl = await aQueue(client, 'q', { VisibilityTimeout: '0', RedrivePolicy });
    await client.sendMessage({ QueueUrl, MessageBody: 'poison' });
    await receive(client, QueueUrl);
    const polling = receive(client, dead, WAIT);
    await time.scheduled(1);

    await receive(client, QueueUrl);

    expect(bodiesOf(await polling)).toEqual(['poison']);
  });

  it('gives one message to one of two that wait', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = [receive(client, QueueUrl, WAIT), receive(client, QueueUrl, WAIT)];
    await time.scheduled(2);

    await client.sendMessage({ QueueUrl, MessageBody: 'm' });
    await Promise.race(polling);
    time.advance(20_000);
    const answers = await Promise.all(polling);

    expect(answers.map((messages) => messages.length).sort()).toEqual([0, 1]);
  });

  it('takes no message after its caller has hung up', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const hangUp = new AbortController();
    const polling = client.receiveMessage({ QueueUrl, ...WAIT }, { abortSignal: hangUp.signal });
    await time.scheduled(1);

    const noticed = time.scheduled(0);
    hangUp.abort();
    await expect(polling).rejects.toMatchObject({ name: 'AbortError' });
    await noticed;
    await client.sendMessage({ QueueUrl, MessageBody: 'm' });

    expect(bodiesOf(await receive(client, QueueUrl))).toEqual(['m']);
  });

  it('fails when its queue is deleted', async () => {
    const { client, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = expect(receive(client, QueueUrl, WAIT)).rejects.toBeInstanceOf(QueueDoesNotExist);
    await time.scheduled(1);

    await client.deleteQueue({ QueueUrl });

    await polling;
  });

  it('is answered with nothing when the server closes', async () => {
    const { client, server, time } = await startBench();
    const QueueUrl = await aQueue(client, 'q');
    const polling = receive(client, QueueUrl, WAIT);
    await time.scheduled(1);

    await server.close();

    expect(await polling).toEqual([]);
  });

  it.each([{ WaitTimeSeconds: 21 }, { MaxNumberOfMessages: 11 }, { VisibilityTimeout: -1 }])(
    'is refused with %o',
    async (input) => {
      const { client } = await startBench();
      const QueueUrl = await aQueue(client, 'q');

      await expect(receive(client, QueueUrl, input)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    },
  );
});

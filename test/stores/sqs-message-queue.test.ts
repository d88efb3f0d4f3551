import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSqs } from '#infra/local/sqs/server.ts';
import { sqsMessageQueue } from '#shared/aws/sqs-message-queue.ts';

let server: Awaited<ReturnType<typeof startSqs>>;
let client: SQSClient;

beforeAll(async () => {
  server = await startSqs({ file: ':memory:' });
  server.ensureQueue('changes.fifo', { FifoQueue: 'true' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SQSClient({ endpoint: server.endpoint, region: 'local', credentials, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

describe('a message queue on SQS', () => {
  it('sends JSON with its group and deduplication id', async () => {
    const queue = sqsMessageQueue(client, server.queueUrl('changes.fifo'));

    await queue.send({ lots: ['织里'] }, { group: 'g', deduplicationId: 'd' });
    await queue.send({ lots: ['织里'] }, { group: 'g', deduplicationId: 'd' });

    const QueueUrl = server.queueUrl('changes.fifo');
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(['{"lots":["织里"]}']);
  });

  it('names a queue that does not answer as retryable', async () => {
    const queue = sqsMessageQueue(client, server.queueUrl('nobody'));

    await expect(queue.send({})).rejects.toMatchObject({ code: 'QUEUE.UNAVAILABLE', retryable: true });
  });
});

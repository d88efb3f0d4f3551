import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '../errors/app-error.ts';
import type { MessageQueue } from '../ports/message-bus.ts';

/** One SQS queue, seen by its sender. */
export function sqsMessageQueue(client: SQSClient, queueUrl: string): MessageQueue {
  return {
    async send(body, options = {}) {
      try {
        await client.send(
          new SendMessageCommand({
            QueueUrl: queueUrl,
            MessageBody: JSON.stringify(body),
            MessageGroupId: options.group,
            MessageDeduplicationId: options.deduplicationId,
            DelaySeconds: options.delaySeconds,
          }),
        );
      } catch (cause) {
        throw new AppError('QUEUE.UNAVAILABLE', 'the message queue did not answer', { cause });
      }
    },
  };
}

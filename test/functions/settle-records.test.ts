import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { settleRecords } from '#functions/settle-records.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

function aRecord(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    body,
    receiptHandle: messageId,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 's',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: 'g',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:000000000000:documents',
    awsRegion: 'local',
  };
}

async function settle(fifo: boolean, bodies: readonly string[], work: (body: unknown) => Promise<void>) {
  const records = memoryItemStore();
  const event: SQSEvent = { Records: bodies.map((body, index) => aRecord(`m${index}`, body)) };
  const context = { getRemainingTimeInMillis: () => 1000 } as Context;
  const answer = await settleRecords(event, context, { caller: systemCaller('test'), records, fifo, work });
  return { failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), records };
}

describe('settling a batch', () => {
  it('reports only the message that may heal', async () => {
    const { failed } = await settle(false, ['1', '2', '3'], async (body) => {
      if (body === 2) throw new AppError('STORE.UNAVAILABLE', 'down');
    });

    expect(failed).toEqual(['m1']);
  });

  it('reports every message when all fail', async () => {
    const { failed } = await settle(false, ['1', '2'], async () => {
      throw new Error('nobody named this');
    });

    expect(failed).toEqual(['m0', 'm1']);
  });

  it('on a FIFO queue gives back what follows the first failure', async () => {
    const seen: unknown[] = [];

    const { failed } = await settle(true, ['1', '2', '3'], async (body) => {
      seen.push(body);
      if (body === 2) throw new AppError('STORE.CONTENTION', 'busy');
    });

    expect(failed).toEqual(['m1', 'm2']);
    expect(seen).toEqual([1, 2]);
  });

  it.each([
    ['not JSON', '{'],
    ['not understood', '{"schema":"of another kind"}'],
  ])('keeps a poison message that is %s, raw body and all, and acknowledges it', async (_, body) => {
    const { failed, records } = await settle(true, [body, '2'], async (parsed) => {
      if (parsed !== 2) throw new AppError('MESSAGE.INVALID', 'not understood');
    });

    expect(failed).toEqual([]);
    expect(records.items('POISON')).toMatchObject([{ sk: 'documents#m0', code: 'MESSAGE.INVALID', body }]);
  });

  it('gives back a poison message too large to be kept', async () => {
    const { failed, records } = await settle(false, [`"${'x'.repeat(100_001)}"`], async () => {
      throw new AppError('MESSAGE.INVALID', 'not understood');
    });

    expect(failed).toEqual(['m0']);
    expect(records.items()).toEqual([]);
  });
});

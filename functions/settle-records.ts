import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Caller } from '#shared/domain/caller.ts';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { quarantineMessage } from '#shared/services/quarantine-message.ts';
import { metrics } from './metrics.ts';
import { log } from './middleware.ts';
import { systemClock } from './wiring.ts';

interface Settling {
  readonly caller: Caller;
  readonly records: ItemStore;
  readonly fifo: boolean;
  /** Understands one message and does its work; throws AppError. */
  readonly work: (body: unknown) => Promise<void>;
}

function parseBody(record: SQSRecord): unknown {
  try {
    return JSON.parse(record.body);
  } catch (cause) {
    throw new AppError('MESSAGE.INVALID', 'the message is not JSON', { cause });
  }
}

async function settleRecord(settling: Settling, record: SQSRecord): Promise<void> {
  try {
    await settling.work(parseBody(record));
  } catch (thrown) {
    const error = toAppError(thrown);
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    log.error('message failed', { code: error.code, reason: error.message, messageId: record.messageId, cause });
    metrics.addMetric(error.code, MetricUnit.Count, 1);
    if (error.retryable) throw error;
    const queue = record.eventSourceARN.split(':').at(-1) ?? 'unknown';
    const message = { queue, messageId: record.messageId, body: record.body };
    if (!(await quarantineMessage(settling.caller, { ...settling, clock: systemClock }, message, error))) throw error;
  }
}

/**
 * Settles a batch one message at a time: done and poison messages are acknowledged, the latter kept first;
 * the rest is reported back to be delivered again.
 */
export function settleRecords(event: SQSEvent, context: Context, settling: Settling): Promise<SQSBatchResponse> {
  const processor = settling.fifo ? new SqsFifoPartialProcessorAsync() : new BatchProcessor(EventType.SQS);
  return processPartialResponse(event, (record: SQSRecord) => settleRecord(settling, record), processor, {
    context,
    processInParallel: false,
    throwOnFullBatchFailure: false,
  }) as Promise<SQSBatchResponse>;
}

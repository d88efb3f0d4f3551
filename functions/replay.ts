import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSEvent } from 'aws-lambda';
import { platforms } from '#adapters/registry.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseReplayRequested } from '#shared/messages/replay-requested.ts';
import { type ReplayPorts, replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { settleRecords } from './settle-records.ts';
import { messageQueue, objectStore, once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = systemCaller('replay');

const ports = once(
  (): ReplayPorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    changes: messageQueue('CHANGES_QUEUE_URL'),
    hash: sha256,
    clock: systemClock,
    platforms,
  }),
);

async function work(body: unknown): Promise<void> {
  const message = parseReplayRequested(body);
  const { part, counts } = await replayDocuments(caller, ports(), message);
  const { replayId, correlationId } = message;
  log.info('replay part done', { replayId, correlationId, part, ...counts });
  metrics.addMetric('LotsReplayed', MetricUnit.Count, counts.lots);
  metrics.addMetric('LotsUnsupported', MetricUnit.Count, counts.unsupported);
}

/** Replays queue → documents mapped again → lots folded again. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSEvent } from 'aws-lambda';
import { platforms } from '#adapters/registry.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseDocumentArrived } from '#shared/messages/document-arrived.ts';
import { type NormalisePorts, normaliseDocument } from '#shared/services/normalise-document.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { settleRecords } from './settle-records.ts';
import { messageQueue, objectStore, once, recordsStore, sha256 } from './wiring.ts';

const caller = systemCaller('normalise');

const ports = once(
  (): NormalisePorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    changes: messageQueue('CHANGES_QUEUE_URL'),
    hash: sha256,
    platforms,
  }),
);

async function work(body: unknown): Promise<void> {
  for (const documentId of parseDocumentArrived(body)) {
    const outcome = await normaliseDocument(caller, ports(), documentId);
    const { correlationId } = outcome;
    if (outcome.outcome === 'refused') {
      log.warn('document refused', { documentId, correlationId, code: outcome.code });
      metrics.addMetric('DocumentsRefused', MetricUnit.Count, 1);
    } else {
      log.info('document applied', { documentId, correlationId, lots: outcome.lots, quarantined: outcome.quarantined });
      metrics.addMetric('RowsQuarantined', MetricUnit.Count, outcome.quarantined);
      metrics.addMetric('FieldsUnread', MetricUnit.Count, outcome.unread);
      if (outcome.silent.length > 0) {
        log.warn('facts fell silent', { documentId, correlationId, facts: outcome.silent.map(({ fact }) => fact) });
        metrics.addMetric('FactsFellSilent', MetricUnit.Count, outcome.silent.length);
      }
    }
  }
}

/** Documents queue → mapping → record of lots and bids. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

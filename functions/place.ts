import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSEvent } from 'aws-lambda';
import { manifests } from '#adapters/manifests.ts';
import { publishers } from '#adapters/publishers.ts';
import { publishing } from '#adapters/publishing.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parsePlace } from '#shared/messages/place.ts';
import { place } from '#shared/services/placement/place/place.ts';
import type { WorkerPorts } from '#shared/services/placement/place/place-ports.ts';
import { effects } from './effects.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { wake } from './placement-queues.ts';
import { publisherHttp } from './publisher-http.ts';
import { settleRecords } from './settle-records.ts';
import { objectStore, once, recordsStore, secrets, sha256, systemClock, systemRandom } from './wiring.ts';

const caller = systemCaller('place');

const ports = once(
  (): WorkerPorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    offers: objectStore('FILES_BUCKET'),
    publishers: publishers(publisherHttp()),
    secrets: secrets(),
    hash: sha256,
    clock: systemClock,
    random: systemRandom,
    platforms: manifests,
    publishing,
    effects,
    wake,
    log,
  }),
);

async function work(body: unknown): Promise<void> {
  const message = parsePlace(body);
  await place(caller, ports(), message);
  log.info('placement looked at', { placement: message.placement });
  metrics.addMetric('PlacementsLookedAt', MetricUnit.Count, 1);
}

/** One platform's queue → requests to it, one placement at a time. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

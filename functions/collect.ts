import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSEvent } from 'aws-lambda';
import { fetchers } from '#adapters/fetchers.ts';
import { fetching } from '#adapters/fetching.ts';
import { publishing } from '#adapters/publishing.ts';
import { platforms } from '#adapters/registry.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseCollect } from '#shared/messages/collect.ts';
import { type Collected, collect } from '#shared/services/collection/collect.ts';
import type { CollectPorts } from '#shared/services/collection/collection-ports.ts';
import { sendCollect } from './collect-queues.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { publisherHttp } from './publisher-http.ts';
import { settleRecords } from './settle-records.ts';
import { objectStore, once, recordsStore, secrets, sha256, systemClock } from './wiring.ts';

const caller = systemCaller('collect');

const ports = once(
  (): CollectPorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    secrets: secrets(),
    fetchers: fetchers(publisherHttp()),
    fetching,
    platforms,
    publishing,
    send: sendCollect,
    clock: systemClock,
    hash: sha256,
    log,
  }),
);

const METRICS: Readonly<Record<Collected, string>> = {
  answered: 'ReadingsAnswered',
  failed: 'ReadingsFailed',
  void: 'ReadingsVoid',
};

async function work(body: unknown): Promise<void> {
  const message = parseCollect(body);
  const collected = await collect(caller, ports(), message);
  log.info('platform read', { platform: message.platform, task: message.task, collected });
  metrics.addMetric(METRICS[collected], MetricUnit.Count, 1);
}

/** One platform's queue → one request to it a message. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSEvent } from 'aws-lambda';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseUploadArrived } from '#shared/messages/upload-arrived.ts';
import { type IntakePorts, takeIn } from '#shared/services/desk/files/take-in.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { jimpPictures, zlibUnpack } from './pictures.ts';
import { settleRecords } from './settle-records.ts';
import { objectStore, once, recordsStore, sha256 } from './wiring.ts';

const caller = systemCaller('intake');

const ports = once(
  (): IntakePorts => ({
    records: recordsStore(),
    files: objectStore('FILES_BUCKET'),
    hash: sha256,
    pictures: jimpPictures,
    unpack: zlibUnpack,
  }),
);

async function work(body: unknown): Promise<void> {
  for (const fileId of parseUploadArrived(body)) {
    const { status, contentType, size } = await takeIn(caller, ports(), fileId);
    log.info('upload looked at', { fileId, status, contentType, size });
    metrics.addMetric(status === 'ready' ? 'UploadsTaken' : 'UploadsRefused', MetricUnit.Count, 1);
  }
}

/** Uploads queue → checked files, pictures re-encoded. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

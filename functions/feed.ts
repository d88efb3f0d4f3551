import type { SQSEvent } from 'aws-lambda';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseLotsChanged } from '#shared/messages/lots-changed.ts';
import { changeFeedWriter } from '#shared/services/change-feed.ts';
import { publishMetrics } from './metrics.ts';
import { base } from './middleware.ts';
import { settleRecords } from './settle-records.ts';
import { objectStore, once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = systemCaller('feed');

const ports = once(() => ({
  records: recordsStore(),
  snapshots: objectStore('SNAPSHOTS_BUCKET'),
  hash: sha256,
  clock: systemClock,
}));

const writer = once(() => changeFeedWriter(ports()));

/** Changes queue → change feed and catalogue snapshot. */
export const handler = base(async (event: SQSEvent, context) => {
  const answer = await settleRecords(event, context, {
    caller,
    records: ports().records,
    fifo: true,
    work: (body) => writer().append(caller, parseLotsChanged(body)),
  });
  if (event.Records.length > 0) await writer().publish(caller);
  return answer;
}, publishMetrics());

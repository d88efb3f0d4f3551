import type { SQSEvent } from 'aws-lambda';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseLotsChanged } from '#shared/messages/lots-changed.ts';
import { changeFeedWriter } from '#shared/services/feed/change-feed-writer.ts';
import { publishMetrics } from './metrics.ts';
import { base } from './middleware.ts';
import { settleRecords } from './settle-records.ts';
import { once, snapshotPorts } from './wiring.ts';

const caller = systemCaller('feed');

const ports = once(snapshotPorts);
const writer = once(() => changeFeedWriter(ports()));

/** Changes queue → change feed, and snapshots when they are due. */
export const handler = base(async (event: SQSEvent, context) => {
  const answer = await settleRecords(event, context, {
    caller,
    records: ports().records,
    fifo: true,
    work: (body) => writer().append(caller, parseLotsChanged(body)),
  });
  if (event.Records.length > 0) await writer().publish(caller, 'due');
  return answer;
}, publishMetrics());

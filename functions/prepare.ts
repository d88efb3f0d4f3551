import type { SQSEvent } from 'aws-lambda';
import { lotNumbers } from '#adapters/addresses.ts';
import { handoffForms } from '#adapters/handoff.ts';
import { manifests } from '#adapters/manifests.ts';
import { publishing } from '#adapters/publishing.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parsePlace } from '#shared/messages/place.ts';
import type { HandoffPorts } from '#shared/services/desk/handoff/handoff-ports.ts';
import type { PlacementPorts } from '#shared/services/placement/placement-ports.ts';
import { preparePlacement } from '#shared/services/placement/prepare-placement.ts';
import { printer } from '#web/handoff/printer.ts';
import { effects } from './effects.ts';
import { publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { wake } from './placement-queues.ts';
import { settleRecords } from './settle-records.ts';
import { objectStore, once, recordsStore, sha256, systemClock, systemRandom } from './wiring.ts';

const caller = systemCaller('prepare');

const ports = once((): HandoffPorts & PlacementPorts => ({
  records: recordsStore(),
  files: objectStore('FILES_BUCKET'),
  hash: sha256,
  clock: systemClock,
  random: systemRandom,
  effects,
  wake,
  publishing,
  platforms: manifests,
  forms: handoffForms,
  lotNumbers,
}));

async function work(body: unknown): Promise<void> {
  const message = parsePlace(body);
  await preparePlacement(caller, ports(), printer, message);
  log.info('placement looked at', { placement: message.placement });
}

/** Preparations queue → package handed over, offer stored; lots people entered compared with the record. */
export const handler = base(
  (event: SQSEvent, context) => settleRecords(event, context, { caller, records: ports().records, fifo: false, work }),
  publishMetrics(),
);

import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { publishing } from '#adapters/publishing.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import type { InboundPorts } from '#shared/services/inbound/inbound-ports.ts';
import { createEvents } from './events-app.ts';
import { verifyMessage } from './events-signature.ts';
import { base, log } from './middleware.ts';
import { objectStore, once, recordsStore, secrets, sha256, systemClock, systemRandom } from './wiring.ts';

const ports = once(
  (): InboundPorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    secrets: secrets(),
    publishing,
    verify: verifyMessage,
    clock: systemClock,
    ids: timeOrderedIds(systemClock, systemRandom),
    hash: sha256,
    log,
  }),
);

const serve = handle(createEvents(ports));

/** What platforms push: open to anybody, believed only with their signature. */
export const handler = base((event: LambdaEvent) => serve(event));

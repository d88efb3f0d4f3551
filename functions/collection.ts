import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { fetching } from '#adapters/fetching.ts';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { sendCollect } from './collect-queues.ts';
import { createCollection } from './collection-app.ts';
import type { CollectionDeskPorts } from './collection-ports.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { filesOrigin, once, snapshotPorts } from './wiring.ts';

const ports = once(
  (): CollectionDeskPorts => ({
    ...deskPorts(),
    fetching,
    lots: lotsReader(snapshotPorts()),
    send: sendCollect,
  }),
);

const serve = handle(createCollection(ports, filesOrigin));

/** How collection goes, its settings, and what programs may ask of it. */
export const handler = base((event: LambdaEvent) => serve(event));

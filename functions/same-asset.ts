import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { wake } from './placement-queues.ts';
import { createSameAsset } from './same-asset-app.ts';
import type { SameAssetDeskPorts } from './same-asset-routes.ts';
import { filesOrigin, once, snapshotPorts } from './wiring.ts';

const ports = once((): SameAssetDeskPorts => ({ ...deskPorts(), wake, lots: lotsReader(snapshotPorts()) }));

const serve = handle(createSameAsset(ports, filesOrigin));

/** What may be one asset, for the office to decide. */
export const handler = base((event: LambdaEvent) => serve(event));

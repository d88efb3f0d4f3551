import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { createDeposits } from './deposits-app.ts';
import type { DepositsDeskPorts } from './deposits-ports.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { filesOrigin, once, snapshotPorts } from './wiring.ts';

const ports = once((): DepositsDeskPorts => ({ ...deskPorts(), lots: lotsReader(snapshotPorts()) }));

const serve = handle(createDeposits(ports, filesOrigin));

/** The ledger of deposits. */
export const handler = base((event: LambdaEvent) => serve(event));

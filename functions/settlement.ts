import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { secretCipher } from './cipher.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { type AfterSalePorts, createAfterSale } from './settlement-app.ts';
import { filesOrigin, once, secrets, snapshotPorts } from './wiring.ts';

const ports = once(
  (): AfterSalePorts => ({
    ...deskPorts(),
    cipher: secretCipher(secrets()),
    lots: lotsReader(snapshotPorts()),
  }),
);

const serve = handle(createAfterSale(ports, filesOrigin));

/** What follows sales, and the register of contracts. */
export const handler = base((event: LambdaEvent) => serve(event));

import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { lotCardsReader } from '#shared/services/settlement/lot-cards.ts';
import { secretCipher } from './cipher.ts';
import { deskPorts } from './desk-wiring.ts';
import { base } from './middleware.ts';
import { type AfterSalePorts, createAfterSale } from './settlement-app.ts';
import { filesOrigin, once, secrets, snapshotPorts } from './wiring.ts';

const ports = once(
  (): AfterSalePorts => ({
    ...deskPorts(),
    cipher: secretCipher(secrets()),
    lots: lotCardsReader(snapshotPorts()),
  }),
);

const serve = handle(createAfterSale(ports, filesOrigin));

/** What follows sales, and the register of contracts. */
export const handler = base((event: LambdaEvent) => serve(event));

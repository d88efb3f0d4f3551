import { randomBytes } from 'node:crypto';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { cardPerson } from '#shared/services/access/people.ts';
import { base, log } from './middleware.ts';
import { createSignin, type SigninPorts } from './signin-app.ts';
import { oidcIssuer } from './signin-issuer.ts';
import { once, recordsStore, setting, sha256, systemClock } from './wiring.ts';

const ports = once(
  (): SigninPorts => ({
    records: recordsStore(),
    hash: sha256,
    clock: systemClock,
    effects: { person: cardPerson },
    secret: () => randomBytes(32).toString('base64url'),
    log,
    issuer: oidcIssuer({
      issuer: setting('OIDC_ISSUER'),
      clientId: setting('OIDC_CLIENT_ID'),
      clientSecret: process.env['OIDC_CLIENT_SECRET'] ?? '',
    }),
  }),
);

const serve = handle(createSignin(ports));

/** Signing in and out. */
export const handler = base((event: LambdaEvent) => serve(event));

import { RECORDS } from './topology-names.ts';
import type { FunctionSpec } from './topology-shape.ts';

/** Where people become somebody. */
export const accessFunctions = {
  signin: {
    entry: 'functions/signin.ts',
    memoryMb: 512,
    timeoutSeconds: 15,
    environment: {
      RECORDS_TABLE: RECORDS,
      OIDC_ISSUER: {
        setting: 'OidcIssuer',
        about: 'Address of the OpenID Connect issuer people sign in with, exactly as its tokens name it.',
      },
      OIDC_CLIENT_ID: { setting: 'OidcClientId', about: 'What this system is called at the issuer.' },
      OIDC_CLIENT_SECRET: {
        setting: 'OidcClientSecret',
        about: 'Secret of the client, where the issuer wants one beside PKCE.',
        optional: true,
      },
    },
    grants: [{ ...RECORDS, may: ['get', 'query', 'put'] }],
    triggers: [
      {
        on: 'http',
        routes: [
          { method: 'GET', path: '/sign-in', access: 'public' },
          { method: 'GET', path: '/sign-in/{proxy+}', access: 'public' },
          { method: 'POST', path: '/sign-out', access: 'public' },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;

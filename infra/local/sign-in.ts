import { DEMO_ACCOUNTS } from '#infra/demo/people.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Mount } from './http.ts';
import { CLIENT_ID, createIssuer, ISSUER_PATH } from './issuer/issuer.ts';

/** What a deployment is told about its issuer, for the host's own at this address. */
export function issuerSettings(url: string): Readonly<Record<string, string>> {
  return { OidcIssuer: `${url}${ISSUER_PATH}`, OidcClientId: CLIENT_ID };
}

/** The host's own issuer, with the accounts of the demo. */
export function issuerMount(url: string, { path }: DataDirectory): Mount {
  const keysFile = `${path}/issuer-keys.json`;
  const serve = createIssuer({ url, keysFile, accounts: DEMO_ACCOUNTS, now: () => Date.now() });
  return { prefix: ISSUER_PATH, serve };
}

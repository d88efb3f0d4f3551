import { PERSONAL_DATA_KEY } from '#functions/cipher.ts';
import { SANDBOX_SECRETS } from '#infra/demo/desk/connection.ts';
import type { DataDirectory } from './data-directory.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { sandboxSecrets } from './sandbox/secrets.ts';
import { type NamedSecrets, readSecrets } from './secrets/file.ts';
import { personalDataKey } from './secrets/personal-data-key.ts';

function secretsOf({ path }: DataDirectory) {
  return sandboxSecrets(`${path}/sandbox-secrets.json`);
}

/**
 * The host's own platform to try everything on.
 * @param url address of the host
 * @param demo whether a new one begins with a handful of auctions
 */
export function openSandbox(url: string, data: DataDirectory, demo: boolean): Sandbox {
  const options = { file: data.sandbox, origin: url, operatorToken: data.token, seed: 'sandbox', demo };
  return createSandbox({ ...options, ...secretsOf(data) });
}

/** Secrets this host knows: those a person keeps in a file, and behind them its own and the sandbox's. */
export function knownSecrets(data: DataDirectory, file: string): NamedSecrets {
  const { key, eventsSecret } = secretsOf(data);
  return {
    [SANDBOX_SECRETS.key]: key,
    [SANDBOX_SECRETS.events]: eventsSecret,
    [PERSONAL_DATA_KEY]: personalDataKey(`${data.path}/personal-data-key`),
    ...readSecrets(file),
  };
}

import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { JWKS } from 'oidc-provider';

function makeKeys(): JWKS {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(key.n)).digest('base64url').slice(0, 16);
  return { keys: [{ ...key, kty: 'RSA', use: 'sig', alg: 'RS256', kid }] };
}

/** The issuer's signing keys, made once for a data directory and readable by its owner only. */
export function signingKeys(file: string): JWKS {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeKeys()), { mode: 0o600 });
  const keys: JWKS = JSON.parse(readFileSync(file, 'utf8'));
  return keys;
}

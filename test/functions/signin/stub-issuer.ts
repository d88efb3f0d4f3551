import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { START } from '#test/support/fixed-ambient.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** What an issuer of this test does otherwise than a good one. */
export interface Oddity {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed with a key the issuer does not publish. */
  readonly foreignKey?: boolean;
  readonly unsigned?: boolean;
  /** Answers of these paths instead of its own. */
  readonly answers?: Readonly<Record<string, { readonly status: number; readonly body: string }>>;
}

/** A request for a token, as it came. */
export interface Asked {
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
}

const SECONDS = Date.parse(START) / 1000;

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function tokenOf(issuer: string, nonce: string, odd: Oddity): string {
  const header = { alg: 'RS256', typ: 'JWT', kid: 'key-1', ...odd.header };
  const claims = {
    iss: issuer,
    aud: 'desk',
    sub: 'p1',
    name: '沈一',
    nonce,
    iat: SECONDS,
    exp: SECONDS + 300,
    ...odd.claims,
  };
  const signed = `${encoded(header)}.${encoded(claims)}`;
  if (odd.unsigned) return `${signed}.`;
  return `${signed}.${sign('sha256', Buffer.from(signed), odd.foreignKey ? stranger : privateKey).toString('base64url')}`;
}

/** An issuer on loopback that answers every code with a token, odd where it is told to be; a code is good once. */
export async function startStubIssuer(odd: () => Oddity) {
  const asked: Asked[] = [];
  const redeemed = new Set<string>();
  const nonces = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const special = odd().answers?.[path];
    const answer = (status: number, body: object) => {
      response.writeHead(special?.status ?? status, { 'content-type': 'application/json', location: '/elsewhere' });
      response.end(special?.body ?? JSON.stringify(body));
    };
    if (path.endsWith('/openid-configuration')) {
      return answer(200, {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (path === '/keys') {
      return answer(200, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' }],
      });
    }
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    asked.push({ form, authorization: request.headers.authorization });
    const code = form.get('code') ?? '';
    if (redeemed.has(code)) return answer(400, { error: 'invalid_grant' });
    redeemed.add(code);
    return answer(200, { id_token: tokenOf(url, nonces.get(code) ?? '', odd()), token_type: 'Bearer' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url,
    asked,
    /** Gives a code for a sign-in that carries the nonce. */
    grant(code: string, nonce: string): void {
      nonces.set(code, nonce);
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

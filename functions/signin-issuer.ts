import { JwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { AppError } from '#shared/errors/app-error.ts';
import type { Identity } from '#shared/services/access/sign-in.ts';
import { askIssuer, issuerAddress, parseObject, readIssuerObject } from './signin-http.ts';

/** Who may sign people in, and as what we are known there. */
export interface IssuerSettings {
  /** The issuer's address, as its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Empty for a public client, which PKCE is enough for. */
  readonly clientSecret: string;
}

/** What the issuer says of itself (OpenID Connect Discovery 1.0). */
interface Discovered {
  readonly authorization: string;
  readonly token: string;
  readonly keys: string;
  /** Answers name their issuer (RFC 9207). */
  readonly namesItself: boolean;
}

/** What is asked of the issuer at the beginning of a sign-in. */
export interface Begin {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** S256 of the verifier (RFC 7636). */
  readonly challenge: string;
}

/** What came back, to be redeemed. */
export interface Redeem {
  readonly redirectUri: string;
  readonly code: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An OpenID Connect issuer, as its client sees it. */
export interface Issuer {
  /** Where the browser is sent. @throws AppError `ACCESS.ISSUER_UNAVAILABLE` */
  begin(asked: Begin): Promise<string>;
  /** Says whether an answer's `iss` is this issuer's. @throws AppError `ACCESS.ISSUER_UNAVAILABLE` */
  isFrom(iss: string | undefined): Promise<boolean>;
  /** Who signed in. @throws AppError `ACCESS.SIGNIN_FAILED`, `ACCESS.ISSUER_UNAVAILABLE` */
  redeem(answer: Redeem): Promise<Identity>;
}

/** A sign-in that is refused; the reason is stable. */
export function signinFailed(reason: string, more: Readonly<Record<string, string>> = {}): AppError {
  return new AppError('ACCESS.SIGNIN_FAILED', 'the sign-in is refused', { details: { reason, ...more } });
}

/** The clocks of two machines differ a little. */
const GRACE_SECONDS = 60;

async function discover(issuer: string): Promise<Discovered> {
  const said = await readIssuerObject(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, 'discovery');
  if (said['issuer'] !== issuer) {
    throw new AppError('ACCESS.ISSUER_UNAVAILABLE', 'the issuer calls itself otherwise', {
      details: { step: 'discovery' },
    });
  }
  return {
    authorization: issuerAddress(said['authorization_endpoint'], 'discovery'),
    token: issuerAddress(said['token_endpoint'], 'discovery'),
    keys: issuerAddress(said['jwks_uri'], 'discovery'),
    namesItself: said['authorization_response_iss_parameter_supported'] === true,
  };
}

/** How a client with a secret says who it is (RFC 6749, 2.3.1): every issuer takes that. */
function authorizationOf({ clientId, clientSecret }: IssuerSettings): { readonly authorization?: string } {
  if (clientSecret === '') return {};
  const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

async function redeemCode(settings: IssuerSettings, endpoint: string, answer: Redeem): Promise<string> {
  const fields = new URLSearchParams({
    grant_type: 'authorization_code',
    code: answer.code,
    redirect_uri: answer.redirectUri,
    client_id: settings.clientId,
    code_verifier: answer.verifier,
  });
  const { status, body } = await askIssuer(endpoint, 'token', { fields, ...authorizationOf(settings) });
  const idToken = parseObject(body)?.['id_token'];
  if (status !== 200 || typeof idToken !== 'string') throw signinFailed('code');
  return idToken;
}

/** Signature, algorithm, issuer, audience and times of ID tokens. */
function tokenVerifier({ issuer, clientId }: IssuerSettings, jwksUri: string) {
  const fetcher = {
    fetch: async (url: string) => {
      const bytes = new TextEncoder().encode(JSON.stringify(await readIssuerObject(url, 'keys')));
      return bytes.buffer;
    },
  };
  return JwtVerifier.create(
    { issuer, audience: clientId, jwksUri, graceSeconds: GRACE_SECONDS },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
}

type Claims = Readonly<Record<string, unknown>>;

async function verified(verifier: ReturnType<typeof tokenVerifier>, token: string): Promise<Claims> {
  try {
    return await verifier.verify(token);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw signinFailed('token', { check: thrown instanceof Error ? thrown.name : 'unknown' });
  }
}

/** What the library does not check: that the token answers our question, and was made for us alone (Core 1.0, 3.1.3.7). */
function identityOf(claims: Claims, { clientId }: IssuerSettings, nonce: string): Identity {
  if (claims['nonce'] !== nonce) throw signinFailed('nonce');
  const isForSeveral = Array.isArray(claims['aud']) && claims['aud'].length > 1;
  if ((isForSeveral || claims['azp'] !== undefined) && claims['azp'] !== clientId) throw signinFailed('audience');
  const subject = claims['sub'];
  if (typeof subject !== 'string' || claims['exp'] === undefined) throw signinFailed('token', { check: 'claims' });
  const names = [claims['name'], claims['preferred_username']];
  return { subject, name: names.find((name): name is string => typeof name === 'string' && name !== '') ?? '' };
}

/** Makes a value when first asked, and again when making it failed. */
function keeping<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((thrown: unknown) => {
      made = undefined;
      throw thrown;
    });
    return made;
  };
}

/** Any OpenID Connect issuer, found by its discovery document: authorization code with PKCE. */
export function oidcIssuer(settings: IssuerSettings): Issuer {
  const known = keeping(async () => {
    const discovered = await discover(settings.issuer);
    return { ...discovered, verifier: tokenVerifier(settings, discovered.keys) };
  });
  return {
    async begin({ redirectUri, state, nonce, challenge }) {
      const address = new URL((await known()).authorization);
      const asked = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        // Village offices share a computer: who sits there now is asked each time.
        prompt: 'login',
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return address.href;
    },
    async isFrom(iss) {
      return iss === undefined ? !(await known()).namesItself : iss === settings.issuer;
    },
    async redeem(answer) {
      const { token, verifier } = await known();
      const claims = await verified(verifier, await redeemCode(settings, token, answer));
      return identityOf(claims, settings, answer.nonce);
    },
  };
}

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { challengeOf } from '#functions/signin-transaction.ts';
import { authenticate } from '#shared/services/access/authenticate.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { anAppointment, appoint } from '#test/support/sign-in.ts';
import { signinAt } from './signin-at.ts';
import { type Oddity, startStubIssuer } from './stub-issuer.ts';

let odd: Oddity = {};
let stub: Awaited<ReturnType<typeof startStubIssuer>>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(START) });
  stub = await startStubIssuer(() => odd);
});
afterEach(() => {
  odd = {};
});
afterAll(async () => {
  vi.useRealTimers();
  await stub.close();
});

const aSignin = (of?: Parameters<typeof signinAt>[1]) => signinAt(stub, of);

function sessionOf(response: Response): string {
  const line = response.headers.getSetCookie().find((cookie) => /^(__Host-)?session=[^;]/.test(cookie));
  return line?.split(';')[0] ?? '';
}

async function reasonOf(response: Response): Promise<string> {
  expect(sessionOf(response)).toBe('');
  return /代码 ([\w.]+(?:\([^)]*\))?)/.exec(await response.text())?.[1] ?? '';
}

describe('beginning to sign in', () => {
  it('asks the issuer with PKCE, state and nonce, to come back here', async () => {
    const { authorization, cookie } = await aSignin();
    const kept = JSON.parse(Buffer.from(cookie.replace('signin=', ''), 'base64url').toString());

    expect(Object.fromEntries(authorization)).toEqual({
      response_type: 'code',
      client_id: 'desk',
      redirect_uri: 'http://localhost:3000/sign-in/callback',
      scope: 'openid profile',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: challengeOf(kept.verifier),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
  });

  it.each([
    ['http://localhost:3000', 'signin=', 'Path=/; HttpOnly; SameSite=Lax; Max-Age=600'],
    ['https://desk.example', '__Host-signin=', 'Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure'],
  ])('keeps what it asked in a cookie of the browser alone, at %s', async (host, name, attributes) => {
    const { begun } = await aSignin({ host });
    const [line = ''] = begun.headers.getSetCookie();

    expect(line.startsWith(name)).toBe(true);
    expect(line.slice(line.indexOf('; ') + 2)).toBe(attributes);
  });

  it('says when the issuer cannot be reached or calls itself otherwise', async () => {
    for (const body of [JSON.stringify({ issuer: 'https://other.invalid' }), 'gone', '[]']) {
      odd = { answers: { '/.well-known/openid-configuration': { status: body === 'gone' ? 500 : 200, body } } };
      const { begun } = await aSignin();

      expect([begun.status, await reasonOf(begun)]).toEqual([503, 'ACCESS.ISSUER_UNAVAILABLE']);
    }
  });
});

describe('coming back from the issuer', () => {
  it('starts a session and goes on to where the person wanted to be', async () => {
    const { events, back } = await aSignin({ to: '/office/comparison?from=2023-01-01' });
    await appoint(events, 'p1', anAppointment('office'));

    const response = await back();

    expect([response.status, response.headers.get('location')]).toEqual([303, '/office/comparison?from=2023-01-01']);
    const caller = await authenticate(events, { cookies: sessionOf(response), secure: false });
    expect(caller).toMatchObject({ id: 'p1', name: '沈一', roles: ['office'] });
    const [cleared, session] = response.headers.getSetCookie();
    expect(cleared).toBe('signin=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    expect(session).toMatch(/^session=[\w-]{32,}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
  });

  it('redeems the code with the verifier, and with the secret where there is one', async () => {
    const { back, cookie } = await aSignin({ clientSecret: 's:t' });
    const kept = JSON.parse(Buffer.from(cookie.replace('signin=', ''), 'base64url').toString());

    await back();

    const { form, authorization } = stub.asked.at(-1) ?? {};
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      client_id: 'desk',
      redirect_uri: 'http://localhost:3000/sign-in/callback',
      code_verifier: kept.verifier,
    });
    expect(authorization).toBe(`Basic ${Buffer.from('desk:s%3At').toString('base64')}`);
  });

  it('tells somebody without a role whom to ask, with his number', async () => {
    const { back, get } = await aSignin();

    const response = await back();
    const page = await (await get('/sign-in/no-role', sessionOf(response))).text();

    expect(response.headers.get('location')).toBe('/sign-in/no-role');
    expect(page).toContain('<code>p1</code>');
  });

  it('ends the session of whoever sat there before', async () => {
    const { events, back, cookie } = await aSignin();
    const former = sessionOf(await back());

    await back({}, `${cookie}; ${former}`);

    expect(await authenticate(events, { cookies: former, secure: false })).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['a foreign state', { state: 'other' }, 'ACCESS.SIGNIN_FAILED(state)'],
    ['another issuer', { iss: 'https://evil.invalid' }, 'ACCESS.SIGNIN_FAILED(issuer)'],
    ['an error of the issuer', { error: 'access_denied' }, 'ACCESS.SIGNIN_FAILED(refused)'],
    ['no code', { code: '' }, 'ACCESS.SIGNIN_FAILED(answer)'],
  ])('is refused with %s', async (_, answer, reason) => {
    const { back } = await aSignin();

    const response = await back(answer);

    expect([response.status, await reasonOf(response)]).toEqual([401, reason]);
  });

  it('is refused without the browser that began, after ten minutes, and a second time with one code', async () => {
    const { back, clock } = await aSignin();
    const foreign = await back({}, '');
    const again = (await back({ code: 'good-once' })) && (await back({ code: 'good-once' }));
    clock.advance(600_001);
    const late = await back();

    expect(await Promise.all([foreign, again, late].map(reasonOf))).toEqual([
      'ACCESS.SIGNIN_EXPIRED',
      'ACCESS.SIGNIN_FAILED(code)',
      'ACCESS.SIGNIN_EXPIRED',
    ]);
  });
});

describe('a token', () => {
  const now = Date.parse(START) / 1000;

  it.each<[string, Oddity, string]>([
    ['without a signature', { unsigned: true, header: { alg: 'none' } }, 'token'],
    ['signed with a secret', { header: { alg: 'HS256' } }, 'token'],
    ['signed by a stranger', { foreignKey: true }, 'token'],
    ['of a key nobody published', { header: { kid: 'key-2' } }, 'token'],
    ['for another audience', { claims: { aud: 'other' } }, 'token'],
    ['for several, and made for another', { claims: { aud: ['desk', 'other'], azp: 'other' } }, 'audience'],
    ['for several, and made for nobody in particular', { claims: { aud: ['desk', 'other'] } }, 'audience'],
    ['of another issuer', { claims: { iss: 'https://evil.invalid' } }, 'token'],
    ['that is over', { claims: { exp: now - 61 } }, 'token'],
    ['that is never over', { claims: { exp: undefined } }, 'token'],
    ['that is not yet', { claims: { nbf: now + 61 } }, 'token'],
    ['with a foreign nonce', { claims: { nonce: 'other' } }, 'nonce'],
    ['without a nonce', { claims: { nonce: undefined } }, 'nonce'],
    ['of nobody', { claims: { sub: undefined } }, 'token'],
    ['of nobody with a name', { claims: { sub: '' } }, 'subject'],
  ])('%s is refused', async (_, oddity, reason) => {
    const { back } = await aSignin();
    odd = oddity;

    expect(await reasonOf(await back())).toBe(`ACCESS.SIGNIN_FAILED(${reason})`);
  });

  it.each<[string, Oddity['answers'], string]>([
    ['the issuer is down', { '/token': { status: 503, body: '' } }, 'ACCESS.ISSUER_UNAVAILABLE'],
    ['the issuer redirects', { '/token': { status: 302, body: '' } }, 'ACCESS.SIGNIN_FAILED(code)'],
    ['the answer is no JSON', { '/token': { status: 200, body: '<html>' } }, 'ACCESS.SIGNIN_FAILED(code)'],
    ['its keys are not there', { '/keys': { status: 404, body: '{}' } }, 'ACCESS.ISSUER_UNAVAILABLE'],
    ['the answer has no end', { '/token': { status: 200, body: ' '.repeat(300_000) } }, 'ACCESS.ISSUER_UNAVAILABLE'],
  ])('is not got when %s', async (_, answers, reason) => {
    const { back } = await aSignin();
    odd = { answers: answers ?? {} };

    expect(await reasonOf(await back())).toBe(reason);
  });
});

import { createSignin } from '#functions/signin-app.ts';
import { oidcIssuer } from '#functions/signin-issuer.ts';
import { cardPerson } from '#shared/services/access/people.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import type { startStubIssuer } from './stub-issuer.ts';

type StubIssuer = Awaited<ReturnType<typeof startStubIssuer>>;

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
let codes = 0;

/** A browser at the sign-in: what it began with, and what answers it can bring back. */
export async function signinAt(
  stub: StubIssuer,
  { to = '/office', clientSecret = '', host = 'http://localhost:3000' } = {},
) {
  const events = memoryEventPorts({ effects: { person: cardPerson } });
  let secrets = 0;
  const secret = () => `secret-${++secrets}-${'x'.repeat(30)}`;
  const issuer = oidcIssuer({ issuer: stub.url, clientId: 'desk', clientSecret });
  const app = createSignin(() => ({ ...events, issuer, secret, log: QUIET }));
  const forwarded = host.startsWith('https:') ? { 'x-forwarded-proto': 'https' } : {};
  const get = (path: string, cookie = '', method = 'GET', more: Readonly<Record<string, string>> = {}) =>
    app.request(`${host}${path}`, { method, headers: { host: new URL(host).host, cookie, ...forwarded, ...more } });
  const begun = await get(`/sign-in/start?to=${encodeURIComponent(to)}`);
  const authorization = URL.parse(begun.headers.get('location') ?? '')?.searchParams ?? new URLSearchParams();
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const back = (answer: Readonly<Record<string, string>> = {}, jar = cookie) => {
    const code = `code-${++codes}`;
    stub.grant(code, authorization.get('nonce') ?? '');
    const all = { code, state: authorization.get('state') ?? '', iss: stub.url, ...answer };
    return get(`/sign-in/callback?${new URLSearchParams(all)}`, jar);
  };
  return { ...events, events, get, begun, authorization, cookie, back };
}

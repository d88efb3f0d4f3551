import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSignin } from '#functions/signin-app.ts';
import { ownPath } from '#functions/signin-transaction.ts';
import { authenticate } from '#shared/services/access/authenticate.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { signedIn } from '#test/support/sign-in.ts';

const NO_ISSUER = {
  begin: () => Promise.reject(new Error('nobody asks')),
  isFrom: () => Promise.reject(new Error('nobody asks')),
  redeem: () => Promise.reject(new Error('nobody asks')),
};

function aSite() {
  const events = memoryEventPorts();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const app = createSignin(() => ({ ...events, issuer: NO_ISSUER, secret: () => 'secret', log }));
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, { ...init, headers: { host: 'localhost', ...init.headers } });
  return { events, ask };
}

describe('signing out', () => {
  it('ends the session and removes its cookie', async () => {
    const { events, ask } = aSite();
    const cookie = await signedIn(events, 'p1', 'office');

    const response = await ask('/sign-out', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } });

    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?out=1']);
    expect(response.headers.getSetCookie()).toEqual(['session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect(await authenticate(events, { cookies: cookie, secure: false })).toBeUndefined();
  });

  it('is not done for a page of another site, nor by a link', async () => {
    const { events, ask } = aSite();
    const cookie = await signedIn(events, 'p1', 'office');

    const foreign = await ask('/sign-out', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'cross-site' } });
    const link = await ask('/sign-out', { headers: { cookie } });

    expect([foreign.status, link.status]).toEqual([403, 404]);
    expect(await authenticate(events, { cookies: cookie, secure: false })).toMatchObject({ id: 'p1' });
  });

  it('leads to a page that stays until the person wants in again', async () => {
    const { ask } = aSite();

    const [out, going] = await Promise.all([ask('/sign-in?out=1'), ask('/sign-in?to=/office')]);

    expect(out.headers.get('refresh')).toBeNull();
    expect(await out.text()).toContain('已退出登录');
    expect(going.headers.get('refresh')).toBe('0; url=/sign-in/start?to=%2Foffice');
  });
});

describe('where a sign-in goes on to', () => {
  it.each(['/office', '/desk/listings/a?b=c%20d', '/office/comparison?from=2023-01-01&to=2023-10-31'])(
    'is %s',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'office',
    '//evil.invalid',
    '/\\evil.invalid',
    '/.//evil.invalid',
    'https://evil.invalid/',
    'javascript:alert(1)',
    '/a\r\nset-cookie: b=c',
    '/ a',
    '/sign-in',
    '/sign-in/callback?code=1',
    `/${'a'.repeat(2000)}`,
  ])('is the desk instead of %j', (path) => {
    expect(ownPath(path)).toBe('/desk');
  });

  it('is never another site', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', 'a', '%2f', '\t') }),
        (rest) => {
          expect(new URL(ownPath(`/${rest}`), 'https://here.invalid').origin).toBe('https://here.invalid');
        },
      ),
    );
  });
});

import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startHttp } from '#infra/local/http.ts';
import { operatorAuthoriser } from '#infra/local/operator.ts';
import type { Route } from '#infra/topology-shape.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const BASIC = { authorization: `Basic ${Buffer.from('operator:t0ken').toString('base64')}` };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let close = async () => {};
let events: unknown[] = [];

async function serve(method: Route['method'], reply: () => unknown = () => 'ok'): Promise<string> {
  const invoke = async (event: unknown) => {
    events.push(event);
    return reply();
  };
  const http = await startHttp({
    port: 0,
    routes: [{ route: { method, path: '/office', access: 'operator' }, invoke }],
    authorise: operatorAuthoriser('t0ken'),
  });
  close = http.close;
  return `${http.url}/office`;
}

afterEach(async () => {
  await close();
  events = [];
});

describe("an operator's route", () => {
  it('asks a browser without or with wrong credentials for them', async () => {
    const url = await serve('GET');

    const [without, wrong] = await Promise.all([
      fetch(url, { headers: HTML }),
      fetch(url, { headers: { ...HTML, authorization: 'Basic eDp5' } }),
    ]);

    expect([without.status, wrong.status]).toEqual([401, 401]);
    expect(without.headers.get('www-authenticate')).toBe('Basic realm="operator", charset="UTF-8"');
    expect(await without.text()).toContain('token');
    expect(events).toEqual([]);
  });

  it('opens to a browser that knows the token, and says who it is', async () => {
    const url = await serve('GET');

    const response = await fetch(url, { headers: { ...HTML, ...BASIC } });

    expect(response.status).toBe(200);
    expect(events).toMatchObject([{ requestContext: { authorizer: { iam: { userArn: expect.any(String) } } } }]);
  });

  it('takes a form of its own page, and redirects after it', async () => {
    const url = await serve('POST', () => ({ statusCode: 303, headers: { location: '/office' }, cookies: ['a=1'] }));
    const headers = { ...BASIC, ...FORM, 'sec-fetch-site': 'same-origin' };

    const response = await fetch(url, { method: 'POST', headers, body: 'lot=a%2Eb', redirect: 'manual' });

    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([
      303,
      '/office',
      ['a=1'],
    ]);
    expect(events).toMatchObject([{ body: Buffer.from('lot=a%2Eb').toString('base64'), isBase64Encoded: true }]);
  });

  it('does not take a form of another site, whose password the browser sends along', async () => {
    const url = await serve('POST');
    const headers = { ...BASIC, ...FORM, 'sec-fetch-site': 'cross-site' };

    const response = await fetch(url, { method: 'POST', headers, body: 'lot=1' });

    expect(response.status).toBe(403);
    expect(events).toEqual([]);
  });
});

describe('a body that is a stream', () => {
  it('is sent as it comes', async () => {
    const url = await serve('GET', () => ({ statusCode: 200, headers: {}, body: Readable.from(['a', 'b']) }));

    const response = await fetch(url, { headers: BASIC });

    expect(await response.text()).toBe('ab');
  });

  it('that fails ends in a broken answer, not in a short one', async () => {
    async function* failing() {
      yield 'a';
      throw new Error('disk full');
    }
    const url = await serve('GET', () => ({ statusCode: 200, headers: {}, body: Readable.from(failing()) }));

    const response = await fetch(url, { headers: BASIC });

    await expect(response.text()).rejects.toThrow();
  });
});

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startHttp } from '#infra/local/http.ts';
import { operatorAuthoriser } from '#infra/local/operator.ts';
import type { Route } from '#infra/topology-shape.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const PASSWORD = { authorization: `Basic ${Buffer.from('operator:t0ken').toString('base64')}` };
const BEARER = { authorization: 'Bearer t0ken' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let close = async () => {};
let events: unknown[] = [];

async function serve(
  method: Route['method'],
  reply: () => unknown = () => 'ok',
  access: Route['access'] = 'operator',
): Promise<string> {
  const invoke = async (event: unknown) => {
    events.push(event);
    return reply();
  };
  const http = await startHttp({
    port: 0,
    routes: [{ route: { method, path: '/office', access }, invoke }],
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
  it('asks nobody for a password, and turns away who has no token', async () => {
    const url = await serve('GET');

    const [browser, program] = await Promise.all([fetch(url, { headers: HTML }), fetch(url, { headers: PASSWORD })]);

    expect([browser.status, program.status]).toEqual([403, 403]);
    expect(browser.headers.get('www-authenticate')).toBeNull();
    expect(events).toEqual([]);
  });

  it('opens to a program that has the token, and says who it is', async () => {
    const url = await serve('GET');

    const response = await fetch(url, { headers: BEARER });

    expect(response.status).toBe(200);
    expect(events).toMatchObject([{ requestContext: { authorizer: { iam: { userArn: expect.any(String) } } } }]);
  });
});

describe('a route of people', () => {
  it('opens to anybody, whose cookies the function judges', async () => {
    const url = await serve('GET', undefined, 'session');

    const response = await fetch(url, { headers: { ...HTML, cookie: 'session=a; other=b' } });

    expect(response.status).toBe(200);
    expect(events).toMatchObject([{ cookies: ['session=a', 'other=b'] }]);
    expect(events).not.toMatchObject([{ requestContext: { authorizer: expect.anything() } }]);
  });

  it('takes a form, and sets cookies when it sends the browser on', async () => {
    const reply = () => ({ statusCode: 303, headers: { location: '/office' }, cookies: ['a=1', 'b=2'] });
    const url = await serve('POST', reply, 'session');

    const response = await fetch(url, { method: 'POST', headers: FORM, body: 'lot=a%2Eb', redirect: 'manual' });

    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([
      303,
      '/office',
      ['a=1', 'b=2'],
    ]);
    expect(events).toMatchObject([{ body: Buffer.from('lot=a%2Eb').toString('base64'), isBase64Encoded: true }]);
  });
});

describe('a server of its own below a path', () => {
  it('answers what lies below it, by its whole address, and nothing else', async () => {
    const mount = {
      prefix: '/issuer',
      serve: (request: IncomingMessage, response: ServerResponse) => response.end(`mounted ${request.url}`),
    };
    const http = await startHttp({ port: 0, routes: async () => [mount], authorise: () => undefined });
    close = http.close;

    const answers = ['/issuer/a?b=c', '/issuers', '/'].map(async (path) => (await fetch(`${http.url}${path}`)).text());

    expect(await Promise.all(answers)).toEqual([
      'mounted /issuer/a?b=c',
      '{"message":"Not Found"}',
      '{"message":"Not Found"}',
    ]);
  });

  it('is made with the address the host has', async () => {
    let told = '';
    const routes = async (url: string) => {
      told = url;
      return [];
    };

    const http = await startHttp({ port: 0, routes, authorise: () => undefined });
    close = http.close;

    expect(told).toBe(http.url);
  });

  it('that cannot be made stops the host', async () => {
    const routes = () => Promise.reject(new Error('no keys'));

    await expect(startHttp({ port: 0, routes, authorise: () => undefined })).rejects.toThrow('no keys');
  });
});

describe('a body that is a stream', () => {
  it('is sent as it comes', async () => {
    const url = await serve('GET', () => ({ statusCode: 200, headers: {}, body: Readable.from(['a', 'b']) }));

    const response = await fetch(url, { headers: BEARER });

    expect(await response.text()).toBe('ab');
  });

  it('that fails ends in a broken answer, not in a short one', async () => {
    async function* failing() {
      yield 'a';
      throw new Error('disk full');
    }
    const url = await serve('GET', () => ({ statusCode: 200, headers: {}, body: Readable.from(failing()) }));

    const response = await fetch(url, { headers: BEARER });

    await expect(response.text()).rejects.toThrow();
  });
});

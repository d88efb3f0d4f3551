import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { startHttp } from '#infra/local/http.ts';
import type { Access } from '#infra/topology-shape.ts';

const NOW = Date.parse('2026-11-23T04:05:06.789Z');

let close = async () => {};
let base = '';
let events: Record<string, unknown>[] = [];
let now = NOW;

interface Setup {
  readonly reply?: (event: unknown) => unknown;
  readonly access?: Access;
  readonly throttle?: { readonly rate: number; readonly burst: number };
  readonly authorise?: (headers: Record<string, string>) => object | undefined;
}

async function serve(routes: readonly string[], { reply = () => 'ok', access = 'public', ...more }: Setup = {}) {
  const invoke = async (event: unknown) => {
    events.push(event as Record<string, unknown>);
    return reply(event);
  };
  const host = await startHttp({
    port: 0,
    routes: routes.map((routeKey) => {
      const [method, path = ''] = routeKey.split(' ');
      return { route: { method: method === 'POST' ? 'POST' : 'GET', path, access }, invoke };
    }),
    authorise: () => undefined,
    time: { now: () => now, after: () => () => {} },
    ...more,
  });
  close = host.close;
  base = host.url;
}

/** Without the path normalisation, decompression and header rules of fetch. */
async function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest(base, { path, headers, method, agent: false }, resolve).on('error', reject).end();
  });
}

afterEach(async () => {
  await close();
  events = [];
  now = NOW;
});

describe('the event of an HTTP request', () => {
  it('has the shape of payload format 2.0', async () => {
    await serve(['POST /v1/documents/{id}']);

    await fetch(`${base}/v1/documents/a%20b?kind=page&kind=list&q=%E4%B8%AD+x&constructor=1`, {
      method: 'POST',
      headers: { cookie: 'a=1; b=2', 'content-type': 'application/json', 'user-agent': 'desk', 'X-Kind': 'One' },
      body: '{"价":1}',
    });

    expect(events[0]).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/documents/{id}',
      rawPath: '/v1/documents/a b',
      rawQueryString: 'kind=page&kind=list&q=%E4%B8%AD+x&constructor=1',
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-kind': 'One' },
      queryStringParameters: { kind: 'page,list', q: '中 x', constructor: '1' },
      pathParameters: { id: 'a b' },
      requestContext: {
        http: {
          method: 'POST',
          path: '/v1/documents/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'desk',
        },
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        routeKey: 'POST /v1/documents/{id}',
        stage: '$default',
        time: '23/Nov/2026:04:05:06 +0000',
        timeEpoch: NOW,
      },
      body: '{"价":1}',
      isBase64Encoded: false,
    });
    expect(events[0]).not.toHaveProperty('headers.cookie');
  });

  it('leaves out what the request does not have', async () => {
    await serve(['GET /']);

    await send('/');

    const absent = ['cookies', 'queryStringParameters', 'pathParameters', 'body'];
    expect(Object.keys(events[0] ?? {}).filter((name) => absent.includes(name))).toEqual([]);
    expect(events[0]).toMatchObject({ rawQueryString: '', isBase64Encoded: false });
  });

  it('joins repeated headers by a comma', async () => {
    await serve(['GET /']);
    const { port } = new URL(base);

    await new Promise((resolve) => {
      const headers = ['Host', `localhost:${port}`, 'X-Tag', 'a', 'X-Tag', 'b'];
      httpRequest(base, { headers, agent: false }, (response) => resolve(response.resume())).end();
    });

    expect(events[0]).toMatchObject({ headers: { 'x-tag': 'a,b' } });
  });

  it.each([
    ['application/octet-stream', Buffer.from('text'), 'dGV4dA==', true],
    ['application/x-www-form-urlencoded', Buffer.from('a=1'), 'YT0x', true],
    ['text/html; charset=gbk', Buffer.from([0xc5, 0xc4]), 'xcQ=', true],
    ['application/problem+json', Buffer.from('{}'), '{}', false],
    ['text/html', Buffer.from('拍'), '拍', false],
  ])('carries a body of %s without loss', async (type, bytes, body, isBase64Encoded) => {
    await serve(['POST /']);

    await fetch(base, { method: 'POST', headers: { 'content-type': type }, body: bytes });

    expect(events[0]).toMatchObject({ body, isBase64Encoded });
  });
});

describe('the route of a request', () => {
  const routes = [
    'GET /{proxy+}',
    'GET /pets/{id}',
    'GET /',
    'GET /pets/mine',
    'GET /pets/{id}/{proxy+}',
    'POST /pets/{id}',
  ];

  it.each([
    ['/', 'GET /'],
    ['/pets/mine', 'GET /pets/mine'],
    ['/pets/7', 'GET /pets/{id}'],
    ['/pets/7/toys/1', 'GET /pets/{id}/{proxy+}'],
    ['/pets', 'GET /{proxy+}'],
    ['/pets/', 'GET /{proxy+}'],
    ['/pets/mine/', 'GET /{proxy+}'],
    ['/a/b', 'GET /{proxy+}'],
  ])('of %s is the most specific, %s', async (path, routeKey) => {
    await serve(routes);

    await send(path);

    expect(events[0]).toMatchObject({ routeKey });
  });

  it('gives the rest of the path to a greedy parameter', async () => {
    await serve(routes);

    await send('/pets/7/toys/%E7%90%83/');

    expect(events[0]).toMatchObject({ pathParameters: { id: '7', proxy: 'toys/球/' } });
  });

  it('is 404 for an unknown path and for another method, 400 for a path that cannot be decoded', async () => {
    await serve(['GET /pets']);

    const answers = [await send('/pet'), await send('/pets', {}, 'POST'), await send('/%ff')];

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 400]);
    expect(await text(answers[0] as IncomingMessage)).toBe('{"message":"Not Found"}');
    expect(events).toEqual([]);
  });

  it('of a HEAD request is the GET route, answered without its body', async () => {
    await serve(['GET /pets', 'POST /toys'], { reply: () => ({ statusCode: 200, body: 'four' }) });

    const head = await send('/pets', {}, 'HEAD');
    const none = await send('/toys', {}, 'HEAD');

    expect([head.statusCode, head.headers['content-length'], await text(head)]).toEqual([200, '4', '']);
    expect(none.statusCode).toBe(404);
  });
});

describe('the response of a function', () => {
  it('sets status, headers, cookies and binary bodies', async () => {
    const headers = { 'Content-Type': 'image/png', ETag: '"1"', 'Content-Length': '99', 'X-Count': 3 };
    const cookies = ['a=1; HttpOnly', 'b=2'];
    await serve(['GET /'], {
      reply: () => ({ statusCode: 201, headers, cookies, body: 'AP8=', isBase64Encoded: true }),
    });

    const response = await fetch(base);

    expect(response.status).toBe(201);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0, 255]));
    expect(response.headers.getSetCookie()).toEqual(cookies);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('x-count')).toBe('3');
  });

  it.each([
    ['a bare string', '{"a":1}', '{"a":1}', 'application/json'],
    ['a bare object', { a: '中' }, '{"a":"中"}', 'application/json'],
    ['nothing', undefined, 'null', 'application/json'],
    ['a status and a body', { statusCode: 200, body: 'x' }, 'x', 'text/plain;charset=UTF-8'],
  ])('may be %s', async (_, reply, body, type) => {
    await serve(['GET /'], { reply: () => reply });

    const response = await fetch(base);

    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([200, body, type]);
  });

  it('may be 304, without body and length', async () => {
    await serve(['GET /'], { reply: () => ({ statusCode: 304, headers: { etag: '"1"' } }) });

    const response = await send('/');

    expect([response.statusCode, response.headers.etag, response.headers['content-length']]).toEqual([
      304,
      '"1"',
      undefined,
    ]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('secret'))],
    ['answers with a status that is none', () => ({ statusCode: 'fine' })],
    ['answers with a header no response may have', () => ({ statusCode: 200, headers: { 'x-a': 'a\nb' } })],
  ])('is a 500 without details when it %s', async (_, reply) => {
    await serve(['GET /'], { reply });

    const response = await fetch(base);

    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
});

describe('compression', () => {
  const html = '<p>拍卖</p>'.repeat(200);
  const reply = () => ({ statusCode: 200, headers: { 'content-type': 'text/html', etag: '"v1"' }, body: html });

  it('is gzip for text above 1 kB, with a weak ETag', async () => {
    await serve(['GET /'], { reply });

    const response = await send('/', { 'accept-encoding': 'br, gzip;q=0.8' });

    const { 'content-encoding': encoding, 'content-length': length, etag, vary } = response.headers;
    const chunks = Buffer.concat(await response.toArray());
    expect({ encoding, etag, vary }).toEqual({ encoding: 'gzip', etag: 'W/"v1"', vary: 'Accept-Encoding' });
    expect(Number(length)).toBe(chunks.length);
    expect(gunzipSync(chunks).toString()).toBe(html);
  });

  it.each(['', 'br', 'gzip;q=0', 'gzip;q=0.0, br'])('is left out for accept-encoding "%s"', async (accepted) => {
    await serve(['GET /'], { reply });

    const response = await send('/', { 'accept-encoding': accepted });

    expect(await text(response)).toBe(html);
    expect(response.headers).toMatchObject({ etag: '"v1"', vary: 'Accept-Encoding' });
  });

  it.each([
    ['short texts', { statusCode: 200, headers: { 'content-type': 'text/html' }, body: 'x'.repeat(1000) }],
    ['pictures', { statusCode: 200, headers: { 'content-type': 'image/png' }, body: html }],
    [
      'what is encoded already',
      { statusCode: 200, headers: { 'content-type': 'text/css', 'content-encoding': 'br' }, body: html },
    ],
  ])('is left out for %s', async (_, answer) => {
    await serve(['GET /'], { reply: () => answer });

    const response = await send('/', { 'accept-encoding': 'gzip' });

    expect(response.headers['content-encoding']).not.toBe('gzip');
    expect(response.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)));
  });
});

describe('admission', () => {
  it('asks authorise on operator routes only and puts its answer into the event', async () => {
    const authorise = ({ authorization }: Record<string, string>) =>
      authorization === 'Bearer t' ? { lambda: { role: 'operator' } } : undefined;
    await serve(['GET /'], { access: 'operator', authorise });

    const refused = await fetch(base);
    const admitted = await fetch(base, { headers: { authorization: 'Bearer t' } });

    expect([refused.status, await refused.text()]).toEqual([403, '{"message":"Forbidden"}']);
    expect(admitted.status).toBe(200);
    expect(events).toMatchObject([{ requestContext: { authorizer: { lambda: { role: 'operator' } } } }]);
  });

  it.each([
    ['localhost', 200],
    ['LOCALHOST:8080', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:8080', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example:80', 403],
  ])('of the Host %s ends in %i', async (host, status) => {
    await serve(['GET /']);

    const response = await send('/', { host });

    expect(response.statusCode).toBe(status);
    expect(events).toHaveLength(status === 200 ? 1 : 0);
  });

  it('refuses bodies above 10 MB', async () => {
    await serve(['POST /']);
    const post = (body: Buffer) => fetch(base, { method: 'POST', body });

    const largest = await post(Buffer.alloc(10 * 1024 * 1024));
    const larger = await post(Buffer.alloc(10 * 1024 * 1024 + 1));

    expect([largest.status, larger.status]).toEqual([200, 413]);
    expect(events).toHaveLength(1);
  });

  it('refuses a body that grows above 10 MB without having said so', async () => {
    await serve(['POST /']);

    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const post = httpRequest(base, { method: 'POST', agent: false }, resolve).on('error', reject);
      for (let part = 0; part < 20; part++) post.write(Buffer.alloc(1024 * 1024));
      post.end();
    });

    expect(response.statusCode).toBe(413);
    expect(events).toEqual([]);
  });

  it('lets a burst pass, then the rate', async () => {
    await serve(['GET /'], { throttle: { rate: 2, burst: 3 } });
    const statuses = async (count: number) => {
      const answers = Array.from({ length: count }, () => send('/'));
      return (await Promise.all(answers)).map(({ statusCode }) => statusCode).sort();
    };

    const burst = await statuses(5);
    now += 1_000;
    const second = await statuses(3);
    now += 60_000;
    const rested = await statuses(4);

    expect(burst).toEqual([200, 200, 200, 429, 429]);
    expect(second).toEqual([200, 200, 429]);
    expect(rested).toEqual([200, 200, 200, 429]);
  });

  it('is impossible on a port another program holds', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });

    const start = startHttp({ port, routes: [], authorise: () => undefined });

    await expect(start).rejects.toMatchObject({ code: 'HOST.PORT_TAKEN', details: { port } });
    other.close();
  });
});

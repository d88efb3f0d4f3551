import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { HOST } from './http-addresses.ts';
import { onlyNock } from './only-nock.ts';
import { aReader, failureOf, NOW } from './page-client.ts';

const ORIGIN = `https://${HOST}`;
const PAGE = Buffer.from('<h1>织里镇</h1>');

onlyNock();

describe('a page reader', () => {
  it('gets bytes as they are, with their type, headers and address', async () => {
    nock(ORIGIN, {
      reqheaders: { 'user-agent': 'auction-hub/1', 'accept-encoding': 'gzip, deflate, br', cookie: 'a=1' },
    })
      .get('/list.htm?page=2')
      .reply(200, PAGE, { 'Content-Type': 'text/html;charset=GBK', Date: 'Mon, 18 May 2026 03:59:58 GMT' });

    const page = await aReader().get(`${ORIGIN}/list.htm?page=2`, { cookies: { a: '1' } });

    expect(page).toEqual({
      status: 200,
      bytes: PAGE,
      contentType: 'text/html;charset=GBK',
      url: `${ORIGIN}/list.htm?page=2`,
      headers: { 'content-type': 'text/html;charset=GBK', date: 'Mon, 18 May 2026 03:59:58 GMT' },
      cookies: {},
    });
  });

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['GZIP', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['identity', PAGE],
  ])('undoes the content encoding %s', async (encoding, body) => {
    nock(ORIGIN).get('/').reply(200, body, { 'Content-Encoding': encoding });

    expect((await aReader().get(ORIGIN)).bytes).toEqual(PAGE);
  });

  it.each([
    ['a damaged body', 'gzip', gzipSync(PAGE).subarray(0, 20)],
    ['an encoding that was not asked for', 'zstd', PAGE],
    ['an encoding that was not asked for', 'gzip, gzip', gzipSync(gzipSync(PAGE))],
  ])('does not read %s (%s), nor asks again', async (reason, encoding, body) => {
    nock(ORIGIN).get('/').reply(200, body, { 'Content-Encoding': encoding });

    const failure = await failureOf(aReader().get(ORIGIN));

    expect(failure).toEqual({ code: 'PLATFORM.UNAVAILABLE', details: { reason } });
  });

  it.each([
    [404, 'RESOURCE.NOT_FOUND'],
    [410, 'RESOURCE.NOT_FOUND'],
    [400, 'PLATFORM.REFUSED'],
    [405, 'PLATFORM.REFUSED'],
    [401, 'PLATFORM.BLOCKED'],
    [403, 'PLATFORM.BLOCKED'],
    [451, 'PLATFORM.BLOCKED'],
    [420, 'PLATFORM.RATE_LIMITED'],
    [429, 'PLATFORM.RATE_LIMITED'],
    [408, 'PLATFORM.UNAVAILABLE'],
    [500, 'PLATFORM.UNAVAILABLE'],
    [503, 'PLATFORM.UNAVAILABLE'],
    [501, 'PLATFORM.UNAVAILABLE'],
    [304, 'PLATFORM.UNAVAILABLE'],
    [302, 'PLATFORM.UNAVAILABLE'],
  ])('takes %i for %s, and asks once', async (status, code) => {
    nock(ORIGIN).get('/lot?sign=secret').reply(status, 'no');

    const failure = await failureOf(aReader().get(`${ORIGIN}/lot?sign=secret`));

    expect(failure).toEqual({ code, details: { status, url: `${HOST}/lot` } });
    expect(nock.pendingMocks()).toEqual([]);
  });
});

describe('what a page reader says of a platform that asks for patience', () => {
  it.each([
    ['seconds', '3', 3_000],
    ['a date, by the platform’s clock', 'Mon, 18 May 2026 05:00:02 GMT', 2_000],
    ['a date gone by', 'Mon, 18 May 2026 04:59:00 GMT', 0],
    ['nonsense, which counts for nothing', 'soon', undefined],
  ])('is Retry-After in %s', async (_, retryAfter, retryAfterMs) => {
    for (const status of [429, 420, 503]) {
      nock(ORIGIN).get('/').reply(status, '', { 'Retry-After': retryAfter, Date: 'Mon, 18 May 2026 05:00:00 GMT' });

      const failure = await failureOf(aReader().get(ORIGIN));

      expect(failure?.code).toBe(status === 503 ? 'PLATFORM.UNAVAILABLE' : 'PLATFORM.RATE_LIMITED');
      expect(failure?.details['retryAfterMs']).toBe(retryAfterMs);
    }
  });

  it('is counted by our clock where the platform shows none', async () => {
    nock(ORIGIN)
      .get('/')
      .reply(429, '', { 'Retry-After': new Date(NOW + 4_000).toUTCString() });

    expect((await failureOf(aReader().get(ORIGIN)))?.details['retryAfterMs']).toBe(4_000);
  });
});

describe('cookies of a page reader', () => {
  it('set on the way travel on within the request, are told, and are forgotten', async () => {
    nock(ORIGIN)
      .get('/')
      .reply(307, '', { Location: '/list', 'Set-Cookie': ['sid=abc; Path=/; HttpOnly', 'bad name=1', 'x=é'] });
    nock(ORIGIN, { reqheaders: { cookie: 'sid=abc' } })
      .get('/list')
      .reply(200, PAGE);
    nock(ORIGIN, { badheaders: ['cookie'] })
      .get('/again')
      .reply(200, PAGE);
    const reader = aReader();

    const page = await reader.get(`${ORIGIN}/`);
    const again = await reader.get(`${ORIGIN}/again`);

    expect([page.cookies, again.cookies]).toEqual([{ sid: 'abc' }, {}]);
  });

  it('that a step carries are sent to the first host alone, and no text that is no cookie is', async () => {
    const OTHER = 'https://other.example';
    nock(ORIGIN, { reqheaders: { cookie: 'sid=abc' } })
      .get('/')
      .reply(302, '', { Location: `${OTHER}/` });
    nock(OTHER, { badheaders: ['cookie'] })
      .get('/')
      .reply(200, PAGE, { 'Set-Cookie': 'theirs=1' });

    const cookies = { sid: 'abc', 'a;b': '1', c: '2\r\nx: y' };
    const page = await aReader({ hosts: [HOST, 'other.example'] }).get(`${ORIGIN}/`, { cookies });

    expect([page.url, page.cookies]).toEqual([`${OTHER}/`, {}]);
  });
});

describe('a lost connection of a page reader', () => {
  it('is named by its code and host only, and nothing is asked again', async () => {
    nock(ORIGIN)
      .get('/?sign=secret')
      .replyWithError(Object.assign(new Error('secret'), { code: 'ECONNRESET' }));

    expect(await failureOf(aReader().get(`${ORIGIN}/?sign=secret`))).toEqual({
      code: 'PLATFORM.UNAVAILABLE',
      details: { reason: 'network', error: 'ECONNRESET', host: HOST },
    });
  });
});

describe('a form of a page reader', () => {
  it('is sent as UTF-8, its fields escaped', async () => {
    nock(ORIGIN, { reqheaders: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } })
      .post('/', 'area=%E6%B5%99%E6%B1%9F%E7%9C%81&name=a%26b')
      .reply(200, PAGE);

    expect((await aReader().get(`${ORIGIN}/`, { form: { area: '浙江省', name: 'a&b' } })).bytes).toEqual(PAGE);
  });
});

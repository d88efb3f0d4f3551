import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HOST, HOSTILE_ADDRESSES } from './http-addresses.ts';
import { aClient, failureOf, NOW } from './http-client.ts';

const ORIGIN = `https://${HOST}`;
const PAGE = Buffer.from('<h1>织里镇</h1>');

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('a platform client', () => {
  it('gets bytes as they are, with their type, address and the platform’s clock', async () => {
    nock(ORIGIN, { reqheaders: { 'user-agent': 'reader/1', 'accept-encoding': 'gzip, deflate, br', cookie: 'a=1' } })
      .get('/list.htm?page=2')
      .reply(200, PAGE, { 'Content-Type': 'text/html;charset=GBK', Date: 'Mon, 18 May 2026 03:59:58 GMT' });

    const page = await aClient().get(`${ORIGIN}/list.htm?page=2`, { cookie: 'a=1' });

    expect(page).toEqual({
      status: 200,
      bytes: PAGE,
      contentType: 'text/html;charset=GBK',
      url: `${ORIGIN}/list.htm?page=2`,
      date: '2026-05-18T03:59:58.000Z',
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

    expect((await aClient().get(ORIGIN)).bytes).toEqual(PAGE);
  });

  it.each([
    ['a damaged body', 'gzip', gzipSync(PAGE).subarray(0, 20)],
    ['an encoding that was not asked for', 'zstd', PAGE],
    ['an encoding that was not asked for', 'gzip, gzip', gzipSync(gzipSync(PAGE))],
  ])('does not read %s (%s), nor asks again', async (reason, encoding, body) => {
    nock(ORIGIN).get('/').reply(200, body, { 'Content-Encoding': encoding });

    const failure = await failureOf(aClient().get(ORIGIN));

    expect(failure).toEqual({ code: 'PLATFORM.UNAVAILABLE', details: { reason } });
  });

  it.each([
    [404, 'RESOURCE.NOT_FOUND'],
    [410, 'RESOURCE.NOT_FOUND'],
    [400, 'PLATFORM.REFUSED'],
    [403, 'PLATFORM.REFUSED'],
    [420, 'PLATFORM.REFUSED'],
    [451, 'PLATFORM.REFUSED'],
    [501, 'PLATFORM.UNAVAILABLE'],
    [304, 'PLATFORM.UNAVAILABLE'],
    [302, 'PLATFORM.UNAVAILABLE'],
  ])('takes %i for %s at once', async (status, code) => {
    nock(ORIGIN).get('/lot?sign=secret').reply(status, 'no');
    const client = aClient();

    const failure = await failureOf(client.get(`${ORIGIN}/lot?sign=secret`));

    expect(failure).toEqual({ code, details: { status, url: `${HOST}/lot` } });
    expect(client.waits).toEqual([]);
  });
});

describe('retries of a platform client', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('heal a %i, with waits that double', async (status) => {
    nock(ORIGIN).get('/').twice().reply(status, '');
    nock(ORIGIN).get('/').reply(200, PAGE);
    const client = aClient();

    expect((await client.get(ORIGIN)).bytes).toEqual(PAGE);
    expect(client.waits).toEqual([500, 1_000]);
  });

  it('heal a lost connection', async () => {
    nock(ORIGIN)
      .get('/')
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    nock(ORIGIN).get('/').reply(200, PAGE);

    expect((await aClient().get(ORIGIN)).bytes).toEqual(PAGE);
  });

  it('wait a random part of the span', async () => {
    nock(ORIGIN).get('/').reply(503, '');
    nock(ORIGIN).get('/').reply(200, PAGE);
    const client = aClient({ surroundings: { random: () => 0.123 } });

    await client.get(ORIGIN);

    expect(client.waits).toEqual([123]);
  });

  it.each([
    ['seconds', '3', 3_000],
    ['a date, by the platform’s clock', 'Mon, 18 May 2026 05:00:02 GMT', 2_000],
    ['a date gone by', 'Mon, 18 May 2026 04:59:00 GMT', 0],
    ['nonsense, which counts for nothing', 'soon', 500],
  ])('obey Retry-After in %s', async (_, retryAfter, wait) => {
    nock(ORIGIN).get('/').reply(429, '', { 'Retry-After': retryAfter, Date: 'Mon, 18 May 2026 05:00:00 GMT' });
    nock(ORIGIN).get('/').reply(200, PAGE);
    const client = aClient();

    await client.get(ORIGIN);

    expect(client.waits).toEqual([wait]);
  });

  it('take our clock where the platform shows none', async () => {
    nock(ORIGIN)
      .get('/')
      .reply(503, '', { 'Retry-After': new Date(NOW + 4_000).toUTCString() });
    nock(ORIGIN).get('/').reply(200, PAGE);
    const client = aClient();

    await client.get(ORIGIN);

    expect(client.waits).toEqual([4_000]);
  });

  it('are left to the caller when the platform asks for a longer wait than allowed', async () => {
    nock(ORIGIN).get('/').reply(429, '', { 'Retry-After': '120' });
    const client = aClient();

    const failure = await failureOf(client.get(ORIGIN));

    expect(failure).toEqual({
      code: 'PLATFORM.RATE_LIMITED',
      details: { status: 429, url: `${HOST}/`, retryAfterMs: 120_000 },
    });
    expect(client.waits).toEqual([]);
  });

  it('end with the last failure', async () => {
    nock(ORIGIN).get('/').times(3).reply(502, '');

    expect(await failureOf(aClient().get(ORIGIN))).toMatchObject({
      code: 'PLATFORM.UNAVAILABLE',
      details: { status: 502 },
    });
    expect(nock.isDone()).toBe(true);
  });

  it('name a lost connection by its code and host only', async () => {
    nock(ORIGIN)
      .get('/?sign=secret')
      .times(3)
      .replyWithError(Object.assign(new Error('secret'), { code: 'ECONNRESET' }));

    expect(await failureOf(aClient().get(`${ORIGIN}/?sign=secret`))).toEqual({
      code: 'PLATFORM.UNAVAILABLE',
      details: { reason: 'network', error: 'ECONNRESET', host: HOST },
    });
  });
});

describe('the circuit of a platform client', () => {
  afterEach(() => void vi.useRealTimers());

  it('opens after five failures, asks nothing for half a minute, then tries once', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    nock(ORIGIN).get('/').times(5).reply(500, '');
    const client = aClient({ retries: 0 });
    for (let failures = 0; failures < 5; failures += 1) await failureOf(client.get(ORIGIN));

    const open = await failureOf(client.get(ORIGIN));
    vi.setSystemTime(NOW + 30_000);
    nock(ORIGIN).get('/').reply(200, PAGE);
    const healed = await client.get(ORIGIN);

    expect(open).toEqual({ code: 'PLATFORM.UNAVAILABLE', details: { reason: 'circuit open', host: HOST } });
    expect(healed.bytes).toEqual(PAGE);
  });

  it('stays closed on refusals, which say that the platform is well', async () => {
    nock(ORIGIN).get('/').times(8).reply(403, '');
    const client = aClient();

    for (let refusals = 0; refusals < 8; refusals += 1) {
      expect((await failureOf(client.get(ORIGIN)))?.code).toBe('PLATFORM.REFUSED');
    }
  });
});

describe('redirects of a platform client', () => {
  it('are followed within the platform, up to five', async () => {
    for (let hop = 0; hop < 5; hop += 1)
      nock(ORIGIN)
        .get(`/${hop}`)
        .reply(302, '', { Location: `/${hop + 1}` });
    nock(ORIGIN).get('/5').reply(200, PAGE);

    expect((await aClient().get(`${ORIGIN}/0`)).url).toBe(`${ORIGIN}/5`);
  });

  it.each([301, 302, 303, 307, 308])('are followed on %i', async (status) => {
    nock(ORIGIN).get('/').reply(status, '', { Location: '/lot' });
    nock(ORIGIN).get('/lot').reply(200, PAGE);

    expect((await aClient().get(ORIGIN)).url).toBe(`${ORIGIN}/lot`);
  });

  it('end at the sixth', async () => {
    nock(ORIGIN).get('/').times(6).reply(302, '', { Location: '/' });

    expect(await failureOf(aClient().get(ORIGIN))).toEqual({
      code: 'PLATFORM.FORBIDDEN_ADDRESS',
      details: { reason: 'too many redirects', host: HOST },
    });
  });

  it('never lead from https to http', async () => {
    nock(ORIGIN)
      .get('/')
      .reply(301, '', { Location: `http://${HOST}/` });

    expect((await failureOf(aClient().get(ORIGIN)))?.details).toMatchObject({ reason: 'a redirect to plain http' });
  });

  it('name the host of a login page elsewhere', async () => {
    nock(ORIGIN).get('/').reply(302, '', { Location: 'https://login.example/?back=1' });

    expect((await failureOf(aClient().get(ORIGIN)))?.details).toMatchObject({ host: 'login.example' });
  });
});

describe('hostile addresses', () => {
  /** Answers anything anyone may ask, and counts it. */
  function everywhere(): { readonly asked: string[] } {
    const asked: string[] = [];
    nock(/.*/)
      .persist()
      .get(/.*/)
      .reply(200, ({ url }: Request) => {
        asked.push(url);
        return 'fetched';
      });
    return { asked };
  }

  it('are none of them fetched', async () => {
    const { asked } = everywhere();
    const client = aClient();

    const codes = await Promise.all(
      HOSTILE_ADDRESSES.map(async (address) => (await failureOf(client.get(address)))?.code),
    );

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
    await client.get(`${ORIGIN}/well-known`);
    expect(asked).toEqual([`${ORIGIN}/well-known`]);
  });

  it('are not reached by a redirect either', async () => {
    // What a header cannot carry, or what is a path from the first page, is no redirect elsewhere.
    const isSent = (address: string) =>
      /^[a-z][a-z+-]*:|^[/\\]{2}./i.test(address) && /^[\x20-\x7e]*[\x21-\x7e]$/.test(address);
    const targets = HOSTILE_ADDRESSES.filter((address) => isSent(address) && address !== '//auction.example/');
    for (const [index, target] of targets.entries()) {
      nock(ORIGIN)
        .get(`/${index}`)
        .reply(302, '', { Location: `/on${index}` });
      nock(ORIGIN).get(`/on${index}`).reply(302, '', { Location: target });
    }
    const { asked } = everywhere();
    const client = aClient();

    const codes = await Promise.all(
      targets.map(async (_, index) => (await failureOf(client.get(`${ORIGIN}/${index}`)))?.code),
    );

    expect(targets.length).toBeGreaterThan(150);
    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });
});

import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { HOST, HOSTILE_ADDRESSES } from './http-addresses.ts';
import { onlyNock } from './only-nock.ts';
import { aReader, failureOf } from './page-client.ts';

const ORIGIN = `https://${HOST}`;

onlyNock();

describe('redirects of a page reader', () => {
  it('are followed within the platform, up to five', async () => {
    for (let hop = 0; hop < 5; hop += 1)
      nock(ORIGIN)
        .get(`/${hop}`)
        .reply(302, '', { Location: `/${hop + 1}` });
    nock(ORIGIN).get('/5').reply(200, 'lots');

    expect((await aReader().get(`${ORIGIN}/0`)).url).toBe(`${ORIGIN}/5`);
  });

  it.each([301, 302, 303, 307, 308])('are followed on %i', async (status) => {
    nock(ORIGIN).get('/').reply(status, '', { Location: '/lot' });
    nock(ORIGIN).get('/lot').reply(200, 'lots');

    expect((await aReader().get(ORIGIN)).url).toBe(`${ORIGIN}/lot`);
  });

  it('end at the sixth', async () => {
    nock(ORIGIN).get('/').times(6).reply(302, '', { Location: '/' });

    expect(await failureOf(aReader().get(ORIGIN))).toEqual({
      code: 'PLATFORM.FORBIDDEN_ADDRESS',
      details: { reason: 'too many redirects', host: HOST },
    });
  });

  it('never lead from https to http', async () => {
    nock(ORIGIN)
      .get('/')
      .reply(301, '', { Location: `http://${HOST}/` });

    expect((await failureOf(aReader().get(ORIGIN)))?.details).toMatchObject({ reason: 'a redirect to plain http' });
  });

  it('that lead elsewhere are told by their host and not followed', async () => {
    nock(ORIGIN).get('/').reply(302, '', { Location: 'https://elsewhere.example/?back=1' });

    expect(await failureOf(aReader().get(ORIGIN))).toEqual({
      code: 'PLATFORM.FORBIDDEN_ADDRESS',
      details: { reason: 'not a host of the platform', host: 'elsewhere.example' },
    });
  });

  it.each([
    ['a host where one logs in', 'https://login.example/?back=1', 'login.example'],
    ['a passport', '//passport.example/new/login.aspx', 'passport.example'],
    ['a captcha of the host itself', `/list/_____tmd_____/punish?x5secdata=1`, HOST],
    ['a folder where one logs in', '/member/login.jhtml', HOST],
  ])('that lead to %s say that we are kept out', async (_, location, host) => {
    nock(ORIGIN).get('/').reply(302, '', { Location: location });

    const failure = await failureOf(aReader().get(ORIGIN));

    expect(failure).toEqual({ code: 'PLATFORM.BLOCKED', details: { reason: 'login', host } });
  });

  it.each([
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'page=2'],
  ])('after %i send a form by %s', async (status, method, body) => {
    nock(ORIGIN).post('/', 'page=2').reply(status, '', { Location: '/next' });
    nock(ORIGIN).intercept('/next', method, body).reply(200, 'lots');

    const page = await aReader().get(`${ORIGIN}/`, { form: { page: '2' } });

    expect([Buffer.from(page.bytes).toString(), page.url]).toEqual(['lots', `${ORIGIN}/next`]);
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
    const reader = aReader();

    const codes = await Promise.all(
      HOSTILE_ADDRESSES.map(async (address) => (await failureOf(reader.get(address)))?.code),
    );

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
    await reader.get(`${ORIGIN}/well-known`);
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
    const reader = aReader();

    const codes = await Promise.all(
      targets.map(async (_, index) => (await failureOf(reader.get(`${ORIGIN}/${index}`)))?.code),
    );

    expect(targets.length).toBeGreaterThan(150);
    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { jdFetcher } from '#adapters/jd/fetcher.ts';
import { fetching } from '#adapters/jd/fetching.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';

const NUMBER = '301245001';

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: jdFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

/** The parts of a call, its body read. */
function callOf(line: string) {
  const { host, pathname, searchParams } = new URL(line.replace(/^GET /, ''), 'http://platform');
  const { body, ...rest } = Object.fromEntries(searchParams);
  return { host, pathname, ...rest, body: JSON.parse(body ?? '') as unknown };
}

function aSearchReply(totalItem: number): string {
  return JSON.stringify({ code: 0, datas: [], totalItem, message: '成功' });
}

describe('fetching lists of jd', () => {
  it('asks forty lots at a time, as many pages as the reply says, unsigned', async () => {
    const { url, asked } = await aPlatform(() => ({ body: aSearchReply(81) }));

    const steps = await allSteps(aSession(jdFetcher, `${url}/mirror`), aList('commercial'));

    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
    expect(asked.map(callOf)).toEqual(
      [1, 2, 3].map((page) => ({
        host: 'platform',
        pathname: '/mirror/api',
        appid: 'paimai',
        functionId: 'paimai_unifiedSearch',
        loginType: '3',
        body: expect.objectContaining({
          page,
          pageSize: 40,
          labelSet: '1032',
          provinceId: '15',
          multiPaimaiStatus: '0,1',
        }),
      })),
    );
  });

  it.each([
    ['80 lots', aSearchReply(80), 'page:2'],
    ['40 lots', aSearchReply(40), null],
    ['a refusal', '{"code":605,"message":"频繁"}', null],
    ['no reply at all', '<html>', null],
  ])('goes on after the first page of %s to %s', async (_, body, next) => {
    expect((await atHome(body).session.fetch(aList('state'), null)).next).toBe(next);
  });
});

describe('fetching a lot of jd', () => {
  it('asks for terms and state of a new lot, one after the other', async () => {
    const { url, asked } = await aPlatform(() => ({ body: '{}' }));

    const steps = await allSteps(aSession(jdFetcher, url), aLot(NUMBER, 'terms'));

    expect(asked.map(callOf)).toEqual(
      ['getProductBasicInfo', 'getPaimaiRealTimeData'].map((functionId) =>
        expect.objectContaining({ pathname: '/api', functionId, body: { paimaiId: 301_245_001 } }),
      ),
    );
    expect(steps.flatMap(({ documents }) => documents.map(({ kind, subject }) => [kind, subject]))).toEqual([
      ['basic-info', NUMBER],
      ['realtime', NUMBER],
    ]);
  });

  it.each(['bidding', 'result', 'settlement'] as const)('asks for its state alone for %s', async (wanted) => {
    const { session, asked } = atHome('{}');

    expect(await allSteps(session, aLot(NUMBER, wanted))).toHaveLength(1);
    expect(asked.map(({ url }) => callOf(url))).toEqual([
      expect.objectContaining({ host: 'api.m.jd.com', functionId: 'getPaimaiRealTimeData' }),
    ]);
  });
});

describe('what jd is never asked', () => {
  it.each([...HOSTILE_PARTS, '10020030040050'])('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const codes = [
      await failureOf(session.fetch(aLot(text, 'terms'), null)),
      await failureOf(session.fetch(aList(text), null)),
      await failureOf(session.fetch(aList('commercial'), text)),
      // Nothing at all would be no step, but the beginning.
      await failureOf(session.fetch(aLot(NUMBER, 'terms'), `${text}x`)),
    ].map((failure) => failure?.code);

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(jdFetcher, url).fetch(aLot(NUMBER, 'bidding'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

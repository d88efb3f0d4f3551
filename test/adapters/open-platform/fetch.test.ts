import { describe, expect, it } from 'vitest';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { openPlatformFetcher } from '#adapters/kit/open-platform/fetcher.ts';
import { openPlatformFetching } from '#adapters/kit/open-platform/fetching.ts';
import type { FetcherSession } from '#shared/ports/platform-fetcher.ts';
import { aList, aLot, allSteps, HOSTILE_PARTS } from '#test/adapters/fetch-parts.ts';
import { failureOf } from '#test/adapters/page-client.ts';
import { aProblem, aServer, HTML, type Said } from './session.ts';

const LOT = 'DEMO-1';

function aFetcher(base: string, key = 'k'): FetcherSession {
  const around = createSendAround({ privateHosts: [new URL(base).host] });
  return openPlatformFetcher(around, openPlatformFetching('wuxing')).connect({ base, options: {}, secrets: { key } });
}

function aPage(nextCursor?: string, platformTime = '2026-06-01T10:00:00.000Z'): Said {
  return { status: 200, body: { platformTime, ...(nextCursor !== undefined && { nextCursor }) } };
}

const gone = (code: string) => aProblem(404, code);

describe('fetching the changes of a platform of the interface', () => {
  it('reads every lot at first, page by page, and then what changed since ten minutes before its beginning', async () => {
    const { url, heard } = await aServer(({ path }) =>
      path.includes('cursor=') ? aPage(undefined, '2026-06-01T10:05:00.000Z') : aPage('a b&c~d'),
    );
    const session = aFetcher(`${url}/base`);

    const [first, last] = await allSteps(session, aList('changes'));
    await session.fetch(aList('changes'), last?.resume ?? '');

    expect([first?.resume, last?.resume]).toEqual([undefined, '2026-06-01T09:50:00.000Z~~']);
    expect(heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /base/opi/v1/lots',
      'GET /base/opi/v1/lots?cursor=a+b%26c%7Ed',
      'GET /base/opi/v1/lots?updatedSince=2026-06-01T09%3A50%3A00.000Z',
    ]);
    expect(heard[0]?.headers).toMatchObject({ authorization: 'Bearer k', 'opi-version': '1' });
    expect(first?.documents).toMatchObject([{ kind: 'lots', source: `${url}/base/opi/v1/lots` }]);
  });

  it('carries what was asked for over to the pages that follow', async () => {
    const { url, heard } = await aServer(({ path }) => (path.includes('cursor=') ? aPage() : aPage('c2')));

    const brought = await aFetcher(url).fetch(aList('changes'), '2026-06-01T09:50:00.000Z~~');
    await aFetcher(url).fetch(aList('changes'), brought.next);

    expect(heard[1]?.path).toBe('/opi/v1/lots?updatedSince=2026-06-01T09%3A50%3A00.000Z&cursor=c2');
  });

  it.each([
    ['without a time', { status: 200, body: {} }],
    ['with a time of no zone', aPage(undefined, '2026-06-01 10:00:00')],
    ['with a cursor that is too long for a key', aPage('x'.repeat(201))],
    ['that is no document', { status: 200, body: '<title>欢迎</title>' }],
  ])('does not take an answer %s', async (_, said) => {
    const { url } = await aServer(() => said);

    expect((await failureOf(aFetcher(url).fetch(aList('changes'), null)))?.code).toBe('PLATFORM.UNAVAILABLE');
  });
});

describe('fetching a lot of a platform of the interface', () => {
  it.each([
    ['terms', ['']],
    ['bidding', ['', '/bids', '/bids?cursor=c2']],
    ['result', ['', '/bids', '/bids?cursor=c2', '/result']],
    ['settlement', ['/settlement', '/deposits']],
  ] as const)('asks for %s one document a request', async (wanted, paths) => {
    const { url, heard } = await aServer(({ path }) => (path.endsWith('/bids') ? aPage('c2') : aPage()));

    const steps = await allSteps(aFetcher(url), aLot(LOT, wanted));

    expect(heard.map(({ path }) => path)).toEqual(paths.map((path) => `/opi/v1/lots/${LOT}${path}`));
    expect(steps.every(({ documents }) => documents.length === 1)).toBe(true);
    expect(steps.flatMap(({ documents }) => documents.map(({ kind, subject }) => [kind, subject]))).toEqual(
      paths.map((path) => [path.replace(/\?.*/, '').slice(1) || 'lot', LOT]),
    );
  });

  it.each([
    ['announced', 1],
    ['registering', 1],
    ['bidding', 1],
    ['extended', 1],
    ['ended', 3],
    ['sold', 3],
    ['withdrawn', 3],
  ])('asks for the result of one that is %s in %i requests', async (status, requests) => {
    const { url, heard } = await aServer(() => ({ status: 200, body: { lot: { status } } }));

    await allSteps(aFetcher(url), aLot(LOT, 'result'));

    expect(heard).toHaveLength(requests);
  });

  it('goes on where the platform has no such part', async () => {
    const { url, heard } = await aServer(({ path }) => (path.endsWith(LOT) ? aPage() : gone('result.none')));

    const steps = await allSteps(aFetcher(url), aLot(LOT, 'result'));

    expect(heard).toHaveLength(3);
    expect(steps.map(({ documents }) => documents.length)).toEqual([1, 0, 0]);
  });

  it('says that a lot is not there only when the platform says so', async () => {
    const { url } = await aServer(({ path }) => gone(path.endsWith(LOT) ? 'lot.none' : 'else'));

    expect((await failureOf(aFetcher(url).fetch(aLot(LOT, 'terms'), null)))?.code).toBe('RESOURCE.NOT_FOUND');
    expect((await failureOf(aFetcher(url).fetch(aLot('B', 'terms'), null)))?.code).toBe('PLATFORM.REFUSED');
  });

  it.each([
    [aProblem(429, 'rate.exceeded'), 'PLATFORM.RATE_LIMITED'],
    [aProblem(401, 'auth.required'), 'PLATFORM.REFUSED'],
    [aProblem(403, 'auth.forbidden'), 'PLATFORM.REFUSED'],
    [aProblem(500, 'internal'), 'PLATFORM.UNAVAILABLE'],
    [HTML, 'PLATFORM.BLOCKED'],
    [aProblem(422, 'x', { errors: [{ pointer: '/title', code: 'y', detail: 'z' }] }), 'PLATFORM.REFUSED'],
    ['reset', 'PLATFORM.UNAVAILABLE'],
  ] as const)('takes the answer %j for %s and asks once', async (said, code) => {
    const { url, heard } = await aServer(() => said);

    expect((await failureOf(aFetcher(url).fetch(aLot(LOT, 'terms'), null)))?.code).toBe(code);
    expect(heard).toHaveLength(1);
  });
});

describe('what a platform of the interface is never asked', () => {
  it.each(HOSTILE_PARTS.filter((text) => !/^(?:-600000|6e10000|__proto__)$/.test(text)))(
    'is anything made of %j',
    async (text) => {
      const { url, heard } = await aServer(() => aPage());
      const session = aFetcher(url);

      const codes = [
        await failureOf(session.fetch(aLot(text, 'terms'), null)),
        await failureOf(session.fetch(aLot(LOT, 'result'), text)),
        await failureOf(session.fetch(aLot(LOT, 'terms'), 'bids')),
        await failureOf(session.fetch(aLot(LOT, 'result'), 'lot~cursor')),
        await failureOf(session.fetch(aList(text), null)),
        await failureOf(session.fetch(aList('changes'), text)),
      ].map((failure) => failure?.code);

      expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
      expect(heard).toEqual([]);
    },
  );

  it('is anything without a key', async () => {
    const { url } = await aServer(() => aPage());

    expect(() => aFetcher(url, ' ')).toThrow(expect.objectContaining({ code: 'SECRET.MISSING' }));
  });
});

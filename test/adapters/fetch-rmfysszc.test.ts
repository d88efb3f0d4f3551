import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rmfysszcFetcher } from '#adapters/rmfysszc/fetcher.ts';
import { fetching } from '#adapters/rmfysszc/fetching.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';

const [{ id: LIST }] = fetching.lists;
const fixture = (name: string) => readFileSync(join(ADAPTERS, 'rmfysszc/fixtures', name));

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: rmfysszcFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

describe('fetching the list of rmfysszc', () => {
  it('sends the form of the site for page after page, until one says that there is nothing', async () => {
    const { url, asked } = await aPlatform((line) => ({
      body: fixture(line.includes('&page=3&') ? 'list-past-the-end.json' : 'list-page.json'),
    }));

    const steps = await allSteps(aSession(rmfysszcFetcher, url), aList(LIST));

    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
    const [first = '', ...others] = asked.map((line) => line.split(' '));
    expect(first.slice(0, 2)).toEqual(['POST', '/ProjectHandle.shtml']);
    expect(Object.fromEntries(new URLSearchParams(first[2]))).toMatchObject({
      area: '浙江省',
      city: '浙江省',
      state: '0',
      page: '1',
    });
    expect(others.map(([, , form]) => new URLSearchParams(form).get('page'))).toEqual(['2', '3']);
    expect(steps[0]?.documents).toMatchObject([{ kind: 'list', source: `${url}/ProjectHandle.shtml` }]);
  });

  it('is asked at its own host', async () => {
    const { session, asked } = atHome();

    await session.fetch(aList(LIST), null);

    expect(asked.map(({ url }) => url)).toEqual(['https://www1.rmfysszc.gov.cn/ProjectHandle.shtml']);
  });

  it.each(['', '<script>document.cookie="__jsl_clearance=1"</script>', '{}', '{"html":null}', '{"html":"<p>"}'])(
    'has no page after %j',
    async (body) => {
      expect((await atHome(body).session.fetch(aList(LIST), null)).next).toBeNull();
    },
  );

  it('ends somewhere, though the site offers pages without end', async () => {
    const { session } = atHome(fixture('list-page.json').toString());

    expect((await session.fetch(aList(LIST), 'page:499')).next).toBe('page:500');
    expect((await session.fetch(aList(LIST), 'page:500')).next).toBeNull();
  });
});

describe('what rmfysszc is never asked', () => {
  it.each([...HOSTILE_PARTS, 'page:0', 'page:1.5', 'page:99999', 'bids:1'])('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const codes = [
      await failureOf(session.fetch(aList(text), null)),
      await failureOf(session.fetch(aList(LIST), text)),
    ].map((failure) => failure?.code);

    expect(codes).toEqual(['PLATFORM.FORBIDDEN_ADDRESS', 'PLATFORM.FORBIDDEN_ADDRESS']);
    expect(asked).toEqual([]);
  });

  it('is a lot by itself: no page of one was ever seen', async () => {
    const { session, asked } = atHome();

    expect((await failureOf(session.fetch(aLot('132030', 'terms'), null)))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(rmfysszcFetcher, url).fetch(aList(LIST), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

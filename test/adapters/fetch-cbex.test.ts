import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cbexFetcher } from '#adapters/cbex/fetcher.ts';
import { fetching } from '#adapters/cbex/fetching.ts';
import { cbex } from '#adapters/cbex/index.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';
import { aReply } from './reply-fixtures.ts';

const fixture = (name: string) => readFileSync(join(ADAPTERS, 'cbex/fixtures', name));
const GONE = fixture('deals-404-page.html');
const ITEM = 'https://otc.cbex.com/sfpm/detail/8DBE7D3C3ADEA96F62BD4F0895BC9993.html';

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: cbexFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

describe('fetching the results of cbex', () => {
  it('goes one page beyond what the lagging counter says, until the page that is not there', async () => {
    const { url, asked } = await aPlatform((line) => ({
      body: line.includes('index_3') ? GONE : fixture('deals-page.html'),
    }));

    const steps = await allSteps(aSession(cbexFetcher, url), aList('equity-deals'));

    expect(asked).toEqual([
      'GET /xm/cqzr/cjjggs/',
      'GET /xm/cqzr/cjjggs/index_1.html',
      'GET /xm/cqzr/cjjggs/index_2.html',
      'GET /xm/cqzr/cjjggs/index_3.html',
    ]);
    expect(steps.map(({ documents, next }) => [documents.length, next])).toEqual([
      [1, 'page:2'],
      [1, 'page:3'],
      [1, 'page:4'],
      [0, null],
    ]);
  });

  it('keeps pages without who bought, and maps them as if they said it', async () => {
    const { url } = await aPlatform(() => ({ body: fixture('deals-page.html') }));

    const { documents } = await aSession(cbexFetcher, url).fetch(aList('asset-deals'), null);

    const [kept] = documents;
    expect(Buffer.from(kept?.bytes ?? []).toString()).not.toMatch(/王测试"|王测试&|测试受让|测试投资方/);
    const map = (bytes: Uint8Array) => cbex.map(aReply('deals', bytes));
    expect(map(kept?.bytes ?? Buffer.alloc(0))).toEqual(map(fixture('deals-page.html')));
  });

  it('says that a list is not there when its first page is the one for that', async () => {
    const { url } = await aPlatform(() => ({ body: GONE }));

    const failure = await failureOf(aSession(cbexFetcher, url).fetch(aList('asset-deals'), null));

    expect(failure?.code).toBe('RESOURCE.NOT_FOUND');
  });

  it('reads the newest pages only, whatever the counter says', async () => {
    const { session } = atHome('<html><script>var countPage = 900;</script></html>');

    expect((await session.fetch(aList('asset-deals'), 'page:4')).next).toBe('page:5');
    expect((await session.fetch(aList('asset-deals'), 'page:5')).next).toBeNull();
  });

  it.each(['', '<html></html>', '<script>var countPage = 1;</script>'])('has no page after %j', async (body) => {
    expect((await atHome(body).session.fetch(aList('asset-deals'), null)).next).toBeNull();
  });
});

describe('fetching a lot of cbex', () => {
  it('asks the host of bidding for state, price and registrations, each its own request', async () => {
    const { session, asked } = atHome();

    const steps = await allSteps(session, aLot('120301', 'bidding', ITEM));

    expect(asked.map(({ url }) => url)).toEqual([
      'https://otc.cbex.com/page/sfpm/detail/prjBidInfo?cpdm=120301&jjcc=1',
      'https://otc.cbex.com/service/sfpm/detail/bidInfo?tag=120301_&isSubmitBzj=false&ws=true',
      'https://otc.cbex.com/service/sfpm/detail/detailInfo?xmid=120301&itemno=8DBE7D3C3ADEA96F62BD4F0895BC9993',
    ]);
    expect(steps.flatMap(({ documents }) => documents.map(({ kind, subject }) => [kind, subject]))).toEqual([
      ['state', '120301'],
      ['bid-info', '120301'],
      ['detail-info', '120301'],
    ]);
  });

  it('sends the form of the price, and asks no registrations without the lot’s own page', async () => {
    const { url, asked } = await aPlatform(() => ({ body: '{}' }));

    await allSteps(aSession(cbexFetcher, url), aLot('120301', 'result'));

    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatch(/^POST .* cpdm=120301&jjcc=1$/);
  });

  it('asks for a result by its own page', async () => {
    const { session, asked } = atHome('<html></html>');

    await session.fetch(aLot('GR2026BJ9000002', 'result', 'https://www.cbex.com.cn/xm/zczr/2026/a.html'), null);

    expect(asked.map(({ url }) => url)).toEqual(['https://www.cbex.com.cn/xm/zczr/2026/a.html']);
  });
});

describe('what cbex is never asked', () => {
  const UNSAFE = HOSTILE_PARTS.filter((part) => !/^\w{4,40}$/.test(part) || part.includes('_'));

  it.each([...UNSAFE, 'GR2026BJ9000002'])('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const codes = [
      await failureOf(session.fetch(aList(text), null)),
      await failureOf(session.fetch(aList('asset-deals'), text)),
      await failureOf(session.fetch(aLot(text, 'terms'), null)),
      await failureOf(session.fetch(aLot('120301', 'terms'), text)),
    ].map((failure) => failure?.code);

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(cbexFetcher, url).fetch(aList('asset-deals'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

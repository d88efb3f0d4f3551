import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { huzhouGgzyFetcher } from '#adapters/huzhou-ggzy/fetcher.ts';
import { fetching } from '#adapters/huzhou-ggzy/fetching.ts';
import { huzhouGgzy } from '#adapters/huzhou-ggzy/index.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';
import { aReply } from './reply-fixtures.ts';

const fixture = (name: string) => readFileSync(join(ADAPTERS, 'huzhou-ggzy/fixtures', name));
const ID = '7a1c0de0-0000-4000-8000-000000000008';
const ADDRESS = `https://ggzy.huzhou.gov.cn/HZfront/InfoDetail/?InfoID=${ID}&CategoryNum=037002001`;

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: huzhouGgzyFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

describe('fetching the lists of huzhou-ggzy', () => {
  it('follows the counter of pages to its end', async () => {
    const list = fixture('list-page.html').toString();
    const { url, asked } = await aPlatform((line) => ({ body: list.replace('1/35', `${line.at(-1)}/3`) }));

    const steps = await allSteps(aSession(huzhouGgzyFetcher, url), aList('announcements'));

    expect(asked).toEqual([1, 2, 3].map((page) => `GET /HZfront/nczhcq/037001/?Paging=${page}`));
    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
  });

  it('reads the newest pages only', async () => {
    const { session } = atHome(fixture('list-page.html').toString());

    expect((await session.fetch(aList('results'), 'page:4')).next).toBe('page:5');
    expect((await session.fetch(aList('results'), 'page:5')).next).toBeNull();
  });

  it.each(['', '<html></html>', '<td class="huifont">1/1</td>', '<td class="huifont">x</td>'])(
    'has no page after %j',
    async (body) => {
      expect((await atHome(body).session.fetch(aList('results'), null)).next).toBeNull();
    },
  );
});

describe('fetching a notice of huzhou-ggzy', () => {
  it('asks for the address its list gave, which a list maps to', async () => {
    const [lot] = huzhouGgzy.map(aReply('list', fixture('list-page.html'))).lots;
    const { session, asked } = atHome();

    const { next } = await session.fetch(aLot(lot?.externalId ?? '', 'terms', lot?.facts.url), null);

    expect(asked.map(({ url }) => url)).toEqual([lot?.facts.url]);
    expect(next).toBeNull();
  });

  it('is kept with persons masked, and maps as if they were not', async () => {
    const { url, asked } = await aPlatform(() => ({ body: fixture('notice-result.html') }));

    const { documents } = await aSession(huzhouGgzyFetcher, url).fetch(aLot(ID, 'terms', ADDRESS), null);

    const [kept] = documents;
    const bytes = kept?.bytes ?? Buffer.alloc(0);
    expect(asked).toEqual([`GET /HZfront/InfoDetail/?InfoID=${ID}&CategoryNum=037002001`]);
    expect(kept).toMatchObject({ kind: 'notice', subject: ID, source: `${url}/HZfront/InfoDetail/` });
    expect(Buffer.from(bytes).toString()).not.toMatch(/受让方：王测试|330502199001010010|13800000000/);
    const map = (page: Uint8Array) => huzhouGgzy.map(aReply('notice', page, ID));
    expect(map(bytes)).toEqual(map(fixture('notice-result.html')));
  });
});

describe('what huzhou-ggzy is never asked', () => {
  it.each(HOSTILE_PARTS)('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const codes = [
      await failureOf(session.fetch(aList(text), null)),
      await failureOf(session.fetch(aList('results'), text)),
      await failureOf(session.fetch(aLot(text, 'terms', ADDRESS), null)),
      await failureOf(session.fetch(aLot(ID, 'terms', text), null)),
      await failureOf(session.fetch(aLot(ID, 'terms', ADDRESS), text)),
    ].map((failure) => failure?.code);

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });

  it('is a lot whose address nobody gave', async () => {
    const { session } = atHome();

    expect((await failureOf(session.fetch(aLot(ID, 'terms'), null)))?.code).toBe('PLATFORM.FORBIDDEN_ADDRESS');
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(huzhouGgzyFetcher, url).fetch(aList('results'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alibabaFetcher } from '#adapters/alibaba/fetcher.ts';
import { fetching } from '#adapters/alibaba/fetching.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';

const NUMBER = '600000000001';
const REGION = 'province=%D5%E3%BD%AD&city=%BA%FE%D6%DD';

function aListPage(rows: number, total?: number): string {
  const data = Array.from({ length: rows }, (_, index) => ({ id: index, itemUrl: '//x' }));
  const pager = total === undefined ? '' : `<em class="page-total">${total}</em>`;
  return `<script id="sf-item-list-data" type="text/json">${JSON.stringify({ data })}</script>${pager}`;
}

const itemPage = (name: string) => readFileSync(join(ADAPTERS, `alibaba/fixtures/item-${name}.html`));

function aBidPage(rows: number): string {
  const row = 'alias:"A1234",price:"1,000.00",date:"20260518 10:00:00",status:-1';
  return `cb({records:[${Array.from({ length: rows }, () => `{${row}}`).join()}]})`;
}

/** A session at the platform's own addresses. */
function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: alibabaFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

describe('fetching lists of alibaba', () => {
  it('asks page after page of what the site says there are, one request each', async () => {
    const { url, asked } = await aPlatform(() => ({
      body: aListPage(40, 3),
      headers: { 'content-type': 'text/html' },
    }));

    const steps = await allSteps(aSession(alibabaFetcher, `${url}/mirror`), aList('assets'));

    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
    expect(asked).toEqual([1, 2, 3].map((page) => `GET /mirror/zc_item_list.htm?${REGION}&page=${page}`));
    expect(steps[0]?.documents).toMatchObject([
      { kind: 'list', contentType: 'text/html', source: `${url}/mirror/zc_item_list.htm` },
    ]);
  });

  it.each([
    ['a full page', aListPage(40), 'page:2'],
    ['a short page', aListPage(39), null],
    ['an empty page', aListPage(0), null],
    ['a page that is none', '<title>x</title>', null],
    ['an empty answer', '', null],
  ])('without a count of pages goes on after %s to %s', async (_, body, next) => {
    expect((await atHome(body).session.fetch(aList('assets'), null)).next).toBe(next);
  });

  it('ends at the 150th page, whatever the site says', async () => {
    const { session } = atHome(aListPage(40, 9_999));

    const nexts = [await session.fetch(aList('assets'), 'page:149'), await session.fetch(aList('assets'), 'page:150')];

    expect(nexts.map(({ next }) => next)).toEqual(['page:150', null]);
  });

  it('are asked at their own hosts, and only those', async () => {
    const { session, asked } = atHome();

    for (const { id } of fetching.lists) await session.fetch(aList(id), null);

    expect(asked.map(({ url }) => url)).toEqual([
      `https://zc-paimai.taobao.com/zc_item_list.htm?${REGION}&page=1`,
      `https://sf.taobao.com/item_list.htm?${REGION}&page=1`,
    ]);
    expect(asked[0]?.hosts).toContain('zc-paimai.taobao.com');
    expect(asked[0]?.hosts).not.toContain('login.taobao.com');
  });
});

describe('fetching a lot of alibaba', () => {
  it.each(['terms', 'bidding', 'settlement'] as const)('asks for its page alone for %s', async (wanted) => {
    const { session, asked } = atHome();

    expect(await allSteps(session, aLot(NUMBER, wanted))).toHaveLength(1);
    expect(asked.map(({ url }) => url)).toEqual([`https://zc-item.taobao.com/auction/${NUMBER}.htm`]);
  });

  it.each([
    [`https://sf.taobao.com/sf_item/${NUMBER}.htm?spm=1`, `https://sf.taobao.com/sf_item/${NUMBER}.htm`],
    [`https://zc-item.taobao.com/auction/${NUMBER}.htm`, `https://zc-item.taobao.com/auction/${NUMBER}.htm`],
    ['https://sf.taobao.com/sf_item/600000000002.htm', `https://zc-item.taobao.com/auction/${NUMBER}.htm`],
    [`https://evil.example/sf_item/${NUMBER}.htm`, `https://zc-item.taobao.com/auction/${NUMBER}.htm`],
    [`https://sf.taobao.com/../sf_item/${NUMBER}.htm/x`, `https://zc-item.taobao.com/auction/${NUMBER}.htm`],
  ])('seen at %s asks at %s', async (seenAt, address) => {
    const { session, asked } = atHome();

    await session.fetch(aLot(NUMBER, 'terms', seenAt), null);

    expect(asked.map(({ url }) => url)).toEqual([address]);
  });

  it('asks for all pages of its bids after the end, up to a short one', async () => {
    const { url, asked } = await aPlatform((line) => ({
      body: line.includes('/auction/') ? itemPage('sold') : aBidPage(line.includes('currentPage=3') ? 7 : 20),
    }));

    const steps = await allSteps(aSession(alibabaFetcher, url), aLot(NUMBER, 'result'));

    const bids = (page: number) =>
      `GET /json/get_bid_records.htm?currentPage=${page}&id=${NUMBER}&records_type=pageRecords`;
    expect(asked).toEqual([`GET /auction/${NUMBER}.htm`, bids(1), bids(2), bids(3)]);
    expect(steps.map(({ next }) => next)).toEqual(['bids:1', 'bids:2', 'bids:3', null]);
    expect(steps.flatMap(({ documents }) => documents.map(({ kind, subject }) => [kind, subject]))).toEqual([
      ['item', undefined],
      ...[1, 2, 3].map(() => ['bid-records', NUMBER]),
    ]);
  });

  it.each(['sold', 'passed-in', 'withdrawn'])('goes on to the bids of one that is %s', async (name) => {
    const { url } = await aPlatform(() => ({ body: itemPage(name) }));

    expect((await aSession(alibabaFetcher, url).fetch(aLot(NUMBER, 'result'), null)).next).toBe('bids:1');
  });

  it.each(['announced', 'bidding', 'login-redirect'])('leaves the bids of one that is %s for later', async (name) => {
    const { url } = await aPlatform(() => ({ body: itemPage(name) }));

    expect((await aSession(alibabaFetcher, url).fetch(aLot(NUMBER, 'result'), null)).next).toBeNull();
  });

  it('asks for no page after a reply of bids that cannot be read', async () => {
    expect((await atHome('{"action":"captcha"}').session.fetch(aLot(NUMBER, 'result'), 'bids:1')).next).toBeNull();
  });
});

describe('what alibaba is never asked', () => {
  it.each(HOSTILE_PARTS)('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const codes = [
      await failureOf(session.fetch(aLot(text, 'terms'), null)),
      await failureOf(session.fetch(aLot(text, 'result'), 'bids:1')),
      await failureOf(session.fetch(aLot(NUMBER, 'result'), text)),
      await failureOf(session.fetch(aList(text), null)),
      await failureOf(session.fetch(aList('assets'), text)),
    ].map((failure) => failure?.code);

    expect(new Set(codes)).toEqual(new Set(['PLATFORM.FORBIDDEN_ADDRESS']));
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(alibabaFetcher, url).fetch(aLot(NUMBER, 'terms'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gpaiFetcher } from '#adapters/gpai/fetcher.ts';
import { fetching } from '#adapters/gpai/fetching.ts';
import { gpai } from '#adapters/gpai/index.ts';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { createPageReader } from '#adapters/kit/page-reader.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { aServer, toLoopback } from './http-loopback.ts';
import { failureOf } from './page-client.ts';
import { mapOrRefusal } from './reply-fixtures.ts';

const NUMBER = '52104';
const fixture = (name: string) => readFileSync(join(ADAPTERS, 'gpai/fixtures', `${name}.html`));

/** A confirmation of 王测试, bidder H2337, in GBK. */
const CONFIRMATION_GBK =
  'bebabcdbb3c9b9a6c8b7c8cfcae93c2f7370616e3e3c703ebeadb9abbfaabebabcdba3acbebac2f2c8cbcdf5b2e2cad4a3ac' +
  'bebac2f2bac5a3ba48323333373c2f703e3c703ec5c4c2f4bebabcdbc8b7c8cfcab1bce4a3ba323032362d30362d31382031' +
  '303a33353a31323c2f703e';

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: gpaiFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

function mapped(kind: string, bytes: Uint8Array) {
  return mapOrRefusal(gpai, { kind, bytes, observedAt: '' as never });
}

describe('fetching the lists of gpai', () => {
  it('asks for as many pages as the list says it has lots', async () => {
    const { url, asked } = await aPlatform(() => ({ body: fixture('list-page') }));

    const steps = await allSteps(aSession(gpaiFetcher, url), aList('announced'));

    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
    expect(asked).toEqual([1, 2, 3].map((page) => `GET /sf/Search.do?cityNum=3305&restate=1&Page=${page}`));
  });

  it('asks the search at its own host and the page of a lot at the other', async () => {
    const { session, asked } = atHome();

    await session.fetch(aList('bidding'), null);
    await session.fetch(aLot(NUMBER, 'result'), null);

    expect(asked.map(({ url }) => url)).toEqual([
      'https://s.gpai.net/sf/Search.do?cityNum=3305&restate=2&Page=1',
      `https://www.gpai.net/sf/item2.do?Web_Item_ID=${NUMBER}`,
    ]);
  });

  it('sends the session of a first visit back with the redirect it came with', async () => {
    const { host, origin } = await aServer(({ headers }, response) => {
      if (headers.cookie === 'JSESSIONID=a1') response.end(fixture('list-page'));
      else response.writeHead(307, { location: '/sf/Search.do', 'set-cookie': 'JSESSIONID=a1; Path=/' }).end();
    });
    const read = createPageReader(createSendAround({ privateHosts: [host], resolve: toLoopback }));
    const session = gpaiFetcher(read).connect({ base: origin, options: {}, secrets: {} });

    const { documents, next } = await session.fetch(aList('bidding'), null);

    expect(mapped('list', documents[0]?.bytes ?? new Uint8Array())).toMatchObject({ listed: 46 });
    expect(next).toBe('page:2');
  });

  it.each(['', '<html>', '当前未找到', fixture('list-slider').toString()])('turns no page after %j', async (body) => {
    const { documents, next } = await atHome(body).session.fetch(aList('bidding'), null);

    expect(next).toBeNull();
    expect(mapped('list', documents[0]?.bytes ?? new Uint8Array())).toHaveProperty('refused');
  });
});

describe('fetching a lot of gpai', () => {
  it('keeps the page without what its confirmation says of the winner', async () => {
    const { url } = await aPlatform(() => ({ body: fixture('item-sold') }));

    const { documents, next } = await aSession(gpaiFetcher, url).fetch(aLot(NUMBER, 'settlement'), null);

    const kept = Buffer.from(documents[0]?.bytes ?? []);
    expect(fixture('item-sold').toString()).toMatch(/竞买人王测试，竞买号：H2337/);
    expect(kept.toString()).not.toMatch(/竞买人王|H2337/);
    expect(mapped('item', kept)).toEqual(mapped('item', fixture('item-sold')));
    expect(next).toBeNull();
  });

  it('takes the winner out of a page in GBK as well', async () => {
    const { url } = await aPlatform(() => ({ body: Buffer.from(CONFIRMATION_GBK, 'hex') }));

    const { documents } = await aSession(gpaiFetcher, url).fetch(aLot(NUMBER, 'settlement'), null);

    expect(Buffer.from(documents[0]?.bytes ?? []).toString()).toBe(
      '竞价成功确认书</span><p></p><p>拍卖竞价确认时间：2026-06-18 10:35:12</p>',
    );
  });

  it.each(['item-coming', 'item-front-page', 'item-passed-in'])('keeps %s as it came', async (name) => {
    const { url } = await aPlatform(() => ({ body: fixture(name) }));

    const { documents } = await aSession(gpaiFetcher, url).fetch(aLot(NUMBER, 'terms'), null);

    expect(Buffer.from(documents[0]?.bytes ?? [])).toEqual(fixture(name));
  });
});

describe('what gpai is never asked', () => {
  it.each([...HOSTILE_PARTS, '0', '052104', 'page:0', 'bids:1'])('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const failures = await Promise.all([
      failureOf(session.fetch(aList(text), null)),
      failureOf(session.fetch(aList('bidding'), text)),
      failureOf(session.fetch(aLot(text, 'terms'), null)),
      failureOf(session.fetch(aLot(NUMBER, 'terms'), text)),
    ]);

    expect(failures.map((failure) => failure?.code)).toEqual(failures.map(() => 'PLATFORM.FORBIDDEN_ADDRESS'));
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(gpaiFetcher, url).fetch(aList('bidding'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

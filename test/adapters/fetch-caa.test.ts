import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caaFetcher } from '#adapters/caa/fetcher.ts';
import { fetching } from '#adapters/caa/fetching.ts';
import { caa } from '#adapters/caa/index.ts';
import { ADAPTERS } from './documents.ts';
import { aList, aLot, allSteps, aPlatform, aSession, aSilentReader, FAILURES, HOSTILE_PARTS } from './fetch-parts.ts';
import { failureOf } from './page-client.ts';
import { mapOrRefusal } from './reply-fixtures.ts';

const NUMBER = '20240601';
const fixture = (name: string) => readFileSync(join(ADAPTERS, 'caa/fixtures', `${name}.json`));

function atHome(body?: string) {
  const { read, asked } = aSilentReader(body);
  return { asked, session: caaFetcher(read).connect({ base: fetching.base, options: {}, secrets: {} }) };
}

describe('fetching the lists of caa', () => {
  it('asks for page after page, counted from 0, until the last', async () => {
    const { url, asked } = await aPlatform(() => ({ body: fixture('list-page') }));

    const steps = await allSteps(aSession(caaFetcher, url), aList('bidding'));

    expect(steps.map(({ next }) => next)).toEqual(['page:2', 'page:3', null]);
    const query = '&count=20&status=1&provinceCode=330000&cityCode=330500';
    expect(asked).toEqual([0, 1, 2].map((page) => `GET /paimai-web/lots/combination?start=${page}${query}`));
    expect(steps[0]?.documents).toMatchObject([{ kind: 'list', source: `${url}/paimai-web/lots/combination` }]);
  });

  it.each(['', '{}', '{"id":1888}', '{"items":[],"totalPages":9}', '<html>'])('has no page after %j', async (body) => {
    expect((await atHome(body).session.fetch(aList('announced'), null)).next).toBeNull();
  });
});

describe('fetching a lot of caa', () => {
  it('is one call for its terms', async () => {
    const { session, asked } = atHome();

    const { documents, next } = await session.fetch(aLot(NUMBER, 'terms'), null);

    expect(asked.map(({ url }) => url)).toEqual([`https://paimai.caa123.org.cn/paimai-web/lot/${NUMBER}`]);
    expect(documents).toMatchObject([{ kind: 'lot', subject: NUMBER }]);
    expect(next).toBeNull();
  });

  it('is its state and the newest bids while it is on', async () => {
    const { url, asked } = await aPlatform((line) => ({
      body: fixture(line.includes('pricelog') ? 'price-log-first-page-20240602' : 'current-bidding-20240602'),
    }));

    const steps = await allSteps(aSession(caaFetcher, url), aLot('20240602', 'bidding'));

    expect(asked).toEqual([
      'GET /personal-ws/ws/0.1/lot/currentinfo/20240602',
      'GET /personal-ws/ws/0.1/bid/pricelog/20240602?sortname=&sortorder=&start=0&count=10',
    ]);
    expect(steps.flatMap(({ documents }) => documents.map(({ kind }) => kind))).toEqual(['current', 'price-log']);
  });

  it('is its state and all its bids once it is over', async () => {
    const { url, asked } = await aPlatform((line) => ({
      body: fixture(line.includes('pricelog') ? 'price-log-first-page-20240602' : 'current-sold-20240601'),
    }));

    const steps = await allSteps(aSession(caaFetcher, url), aLot(NUMBER, 'result'));

    expect(steps.map(({ next }) => next)).toEqual(['bids:1', 'bids:2', 'bids:3', null]);
    expect(asked.slice(1).map((line) => /start=\d+/.exec(line)?.[0])).toEqual(['start=0', 'start=1', 'start=2']);
  });

  it('is its confirmation after the sale, of which nobody’s name is kept', async () => {
    const { url, asked } = await aPlatform(() => ({ body: fixture('confirmation-sold-20240601') }));

    const { documents } = await aSession(caaFetcher, url).fetch(aLot(NUMBER, 'settlement'), null);

    expect(asked).toEqual([`GET /personal-ws/ws/0.1/lot/confirmation/${NUMBER}`]);
    const [document] = documents;
    const kept = Buffer.from(document?.bytes ?? []).toString();
    expect(fixture('confirmation-sold-20240601').toString()).toContain('王测试');
    expect(kept).not.toMatch(/王测试|0021/);
    const read = { kind: 'confirmation', bytes: Buffer.from(kept), observedAt: '' as never, subject: NUMBER };
    expect(mapOrRefusal(caa, read)).toMatchObject({
      lots: [{ status: 'sold', facts: { hammerPrice: 28_650_050, confirmedAt: '2026-06-18T02:35:12.000Z' } }],
    });
  });

  it.each(['terms', 'bidding', 'result', 'settlement'] as const)(
    'outside meetings is the same call for %s',
    async (wanted) => {
      const { session, asked } = atHome();

      const steps = await allSteps(session, aLot(`zz-${NUMBER}`, wanted));

      expect(asked.map(({ url }) => url)).toEqual([`https://paimai.caa123.org.cn/paimai-web/zz/lot?lotId=${NUMBER}`]);
      expect(steps[0]?.documents).toMatchObject([{ kind: 'lot', subject: `zz-${NUMBER}` }]);
    },
  );
});

describe('what caa is never asked', () => {
  it.each([...HOSTILE_PARTS, 'zz-', 'zz-1/2', 'page:0', 'bids:-1'])('is anything made of %j', async (text) => {
    const { session, asked } = atHome();

    const failures = await Promise.all([
      failureOf(session.fetch(aList(text), null)),
      failureOf(session.fetch(aList('bidding'), text)),
      failureOf(session.fetch(aLot(text, 'terms'), null)),
      failureOf(session.fetch(aLot(NUMBER, 'result'), text)),
    ]);

    expect(failures.map((failure) => failure?.code)).toEqual(failures.map(() => 'PLATFORM.FORBIDDEN_ADDRESS'));
    expect(asked).toEqual([]);
  });

  it.each(FAILURES)('is the same again after %s', async (_, said, code) => {
    const { url, asked } = await aPlatform(() => said);

    expect((await failureOf(aSession(caaFetcher, url).fetch(aLot(NUMBER, 'bidding'), null)))?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });
});

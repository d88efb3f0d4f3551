import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { aBid } from '#test/support/builders.ts';
import { EVERY_FACT } from '#test/web/showing.ts';
import { hasTag } from '#web/api/etag.ts';
import { fitting } from '#web/api/fitting.ts';
import { originOf } from '#web/api/origin.ts';
import { aFilledApi, anApi, LOT } from './an-api.ts';

/** What Lambda takes at most, in bytes, headers and all. */
const LAMBDA_BYTES = 6 * 1024 * 1024;
const HOUR_MS = 3_600_000;

type Json = Record<string, unknown>;

async function json(response: Response): Promise<Json> {
  return (await response.json()) as Json;
}

describe('a list in the order of ends', () => {
  it('is another answer once the end of a lot has passed', async () => {
    const { showLots, ask, clock } = anApi();
    const inTwoHours = addMs(clock.now(), 2 * HOUR_MS);
    await showLots({ externalId: '1', status: 'bidding', facts: { endsAt: inTwoHours } });
    const tag = async () => (await ask('/v1/lots')).headers.get('etag');
    const before = await tag();
    clock.advance(HOUR_MS);
    const stillOpen = await tag();

    clock.advance(2 * HOUR_MS);

    expect(stillOpen).toBe(before);
    expect(await tag()).not.toBe(before);
  });
});

describe('the answer about a lot', () => {
  it('gives each fact with the document it was first read in and its time', async () => {
    const { ask } = await aFilledApi();

    const lot = await json(await ask(`/v1/lots/${LOT}`));

    expect(lot).toMatchObject({
      lotId: LOT,
      startPriceFen: 12_000_000,
      priceBasis: 'per_year',
      endsAt: '2024-05-07T11:00:00+08:00',
      loggedBidCount: 2,
      rounds: [LOT],
      phase: { value: 'bidding' },
      links: { bids: `/v1/lots/${LOT}/bids`, page: `/lots/${LOT}` },
    });
    expect(Object(lot['facts']).startPriceFen).toEqual({
      value: 12_000_000,
      sourceAt: '2024-05-06T10:01:00+08:00',
      documentId: expect.stringMatching(/^virtual\.lot\.20240506T020100000Z-[0-9a-f]{64}$/),
    });
  });

  it('writes every fact a lot can have: money in fen and a rate in ppm by name, times in Beijing', async () => {
    const api = anApi();
    await api.showLots({ externalId: '1024', status: 'sold', facts: EVERY_FACT });

    const lot = await json(await api.ask(`/v1/lots/${LOT}`));

    const facts = Object.entries(lot['facts'] as Record<string, { value: unknown }>);
    expect(facts).toHaveLength(Object.keys(EVERY_FACT).length);
    expect(lot).toMatchObject({ escalationPpm: 25_000, facts: { escalationPpm: { value: 25_000 } } });
    for (const [name, { value }] of facts) {
      if (name.endsWith('At')) expect(value).toMatch(/\+08:00$/);
      expect(String(value)).not.toMatch(/\dZ$/);
      const isMoney = Object.entries(EVERY_FACT).some(
        ([fact, of]) => of === value && /[pP]rice$|appraisal|deposit$|ncrement$/.test(fact),
      );
      expect(name.endsWith('Fen')).toBe(isMoney);
    }
    expect(JSON.stringify(lot)).not.toMatch(/\d\dZ"/);
  });

  it('gives the bids on the basis of the lot, oldest first', async () => {
    const { ask } = await aFilledApi();

    const answer = await json(await ask(`/v1/lots/${LOT}/bids`));

    expect(answer).toMatchObject({
      priceBasis: 'per_year',
      bids: [{ bidder: 'B1', priceFen: aBid(1).price, at: '2024-05-06T10:00:01+08:00', count: 1 }, { bidder: 'B2' }],
    });
  });
});

describe('an ETag', () => {
  it('changes with the data, the query and the host, and with nothing else', async () => {
    const { ask, showLots, clock } = await aFilledApi();
    const tag = async (path: string, host = 'auctions.example') => (await ask(path, { host })).headers.get('etag');
    const first = await tag('/v1/lots');

    clock.advance(3_600_000);
    expect(await tag('/v1/lots')).toBe(first);
    expect(await tag('/v1/lots?limit=2')).not.toBe(first);
    expect(await tag('/v1/lots', 'other.example')).not.toBe(first);
    await showLots({ externalId: '1024', status: 'sold', facts: {} });
    expect(await tag('/v1/lots')).not.toBe(first);
  });

  it('changes with the minute where the answer depends on the time', async () => {
    const { ask, clock } = await aFilledApi();
    const tag = async () => (await ask('/v1/lots?endsWithin=3')).headers.get('etag');
    const first = await tag();

    clock.advance(59_000);
    expect(await tag()).toBe(first);
    clock.advance(1_000);
    expect(await tag()).not.toBe(first);
  });

  it('is recognised weak, strong and in a list, and not by a part of it', () => {
    expect(hasTag('"x", W/"abc"', '"abc"')).toBe(true);
    expect(hasTag('*', '"abc"')).toBe(true);
    expect(hasTag('"ab"', '"abc"')).toBe(false);
    expect(hasTag(undefined, '"abc"')).toBe(false);
  });
});

describe('an answer', () => {
  it('is cut to what Lambda can carry, and never to nothing', () => {
    const bytes = fc.integer({ min: 1, max: 30_000 });
    const unit = fc.constantFrom('"', '厂', 'a', '\u0001');
    const check = fc.property(bytes, unit, fc.integer({ min: 1, max: 200 }), (size, character, limit) => {
      const row = character.repeat(size);
      const { count, body } = fitting(limit, (most) => ({ count: most, body: row.repeat(most) }));

      expect(count).toBeGreaterThan(0);
      if (count > 1) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(LAMBDA_BYTES);
      if (count > 1) expect(Buffer.from(body).toString('base64').length).toBeLessThan(LAMBDA_BYTES);
    });
    fc.assert(check, { numRuns: 10 });
  });

  it('with lots whose texts are enormous goes on in the next one', async () => {
    const api = anApi();
    const title = '"'.repeat(350_000);
    await api.showLots(
      ...['1', '2', '3', '4', '5'].map((externalId) => ({ externalId, facts: { title, startPrice: fen(1) } })),
    );

    const response = await api.ask('/v1/lots');
    const changes = await json(await api.ask('/v1/changes'));

    const body = await response.text();
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(LAMBDA_BYTES);
    expect(JSON.parse(body)).toMatchObject({ total: 5, next: expect.any(String) });
    expect(changes['next_since']).toBeLessThan(4);
  });
});

describe('the address of the site', () => {
  it.each([
    [{ host: 'auctions.example', 'x-forwarded-proto': 'https' }, 'https://auctions.example'],
    [{ host: 'localhost:3000' }, 'http://localhost:3000'],
    [{ host: '127.0.0.1:3000' }, 'http://127.0.0.1:3000'],
    [{ host: '[::1]:3000' }, 'http://[::1]:3000'],
    [{ host: 'auctions.example' }, ''],
    [{ host: 'auctions.example', 'x-forwarded-proto': 'http' }, ''],
    [{ host: 'evil.example/x', 'x-forwarded-proto': 'https' }, ''],
    [{ host: 'a@evil.example', 'x-forwarded-proto': 'https' }, ''],
    [{ host: 'localhost.evil.example' }, ''],
    [{ 'x-forwarded-proto': 'https' }, ''],
  ])('from %o is "%s"', (headers: Record<string, string>, origin) => {
    expect(originOf({ get: (name) => headers[name] ?? null })).toBe(origin);
  });
});

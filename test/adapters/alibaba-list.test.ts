import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { MappedDocument } from '#shared/ports/auction-platform.ts';
import { aPage, aRow, DAY, START } from './alibaba-page.ts';
import { aDocument, refusalOf } from './documents.ts';

function map(html: string): MappedDocument {
  return alibaba.map(aDocument('list', html));
}

function factsOf(fields: Readonly<Record<string, unknown>>) {
  return map(aPage([aRow(fields)])).lots[0]?.facts;
}

describe('alibaba list page', () => {
  it.each([
    ['todo', 'announced'],
    ['doing', 'bidding'],
    ['done', 'ended'],
    ['failure', 'passed-in'],
    ['break', 'suspended'],
    ['revocation', 'withdrawn'],
  ])('reads %s as %s', (word, status) => {
    expect(map(aPage([aRow({ status: word })])).lots[0]?.status).toBe(status);
  });

  it('states the start price only while there are no bids', () => {
    const before = factsOf({ initialPrice: 19736.5, currentPrice: 19736.5 });
    const after = factsOf({ status: 'doing', initialPrice: 24990, currentPrice: 24990, bidCount: 36 });

    expect(before).toMatchObject({ startPrice: 1_973_650, priceBasis: 'total' });
    expect(before).not.toHaveProperty('currentPrice');
    expect(after).toMatchObject({ currentPrice: 2_499_000, bidCount: 36, priceBasis: 'total' });
    expect(after).not.toHaveProperty('startPrice');
  });

  it('takes the market price where there is no appraisal, and none where both are nought', () => {
    expect(factsOf({ consultPrice: 0, marketPrice: 100 })?.appraisal).toBe(10_000);
    expect(factsOf({ consultPrice: 0, marketPrice: 0 })).not.toHaveProperty('appraisal');
  });

  it.each([
    ['a rent', { title: '沿街商铺三年租赁权' }],
    ['a sale of another channel', { itemUrl: '//zc-item.taobao.com/auction/1012345678901.htm' }],
  ])('leaves unsaid what the prices of %s are prices of', (_, fields) => {
    expect(factsOf(fields)).toHaveProperty('startPrice');
    expect(factsOf(fields)).not.toHaveProperty('priceBasis');
  });

  it('knows a judicial sale by its address, and a sell-off by its mark', () => {
    expect(factsOf({ sellOff: true })).toMatchObject({
      tradeCategory: 'judicial',
      round: 'sell-off',
      saleMode: 'sell-off',
    });
    expect(factsOf({ itemUrl: null })).not.toHaveProperty('tradeCategory');
    expect(factsOf({ sellOff: null })).not.toHaveProperty('saleMode');
  });

  it.each([
    [
      'tracking marks',
      '//sf.taobao.com/sf_item/1012345678901.htm?track_id=1',
      'https://sf.taobao.com/sf_item/1012345678901.htm',
    ],
    ['another site', '//example.com/sf_item/1012345678901.htm', undefined],
    ['another lot', '//sf.taobao.com/sf_item/1012345678999.htm', undefined],
  ])('reads the address with %s', (_, itemUrl, url) => {
    expect(factsOf({ itemUrl })?.url).toBe(url);
  });

  it('keeps the digits of an id no number can hold', () => {
    const html = aPage([aRow()]).replaceAll('1012345678901', '12345678901234567891');

    expect(map(html).lots[0]?.externalId).toBe('12345678901234567891');
  });

  it.each([
    ['/status', { status: 'closed' }, 'unknown status word "closed"'],
    ['/status', { status: 'Doing' }, 'unknown status word "Doing"'],
    ['/id', { id: 12345 }, 'not a lot number'],
    ['/id', { id: '1; DROP' }, 'not a lot number'],
    ['/title', { title: ' &nbsp; ' }, 'empty'],
    ['/itemUrl', { itemUrl: 'javascript:alert(1)' }, 'not a web address'],
    ['/initialPrice', { initialPrice: 1.005 }, 'not an amount in yuan'],
    ['/currentPrice', { currentPrice: '24990' }, 'missing or of another type'],
    ['/currentPrice', { currentPrice: -1 }, 'not an amount in yuan'],
    ['/bidCount', { bidCount: undefined }, 'missing or of another type'],
    ['/start', { start: 1779 }, 'not a time'],
    ['/end', { end: START }, 'not after the start'],
  ])('quarantines the row at %s for %j, and keeps the others', (field, fields, reason) => {
    const others = [1, 2, 3, 4].map((index) => aRow({ id: 1012345678910 + index }));

    const mapped = map(aPage(others, [aRow(fields)]));

    expect(mapped.lots).toHaveLength(4);
    expect(mapped.quarantined).toEqual([{ path: `/b1/data/0${field}`, reason }]);
  });

  it('quarantines a row that is no object', () => {
    expect(map(aPage([null])).quarantined).toEqual([{ path: '/b0/data/0', reason: 'missing or of another type' }]);
  });

  it('refuses the page when two rows and more than a fifth are bad', () => {
    const good = (count: number) => Array.from({ length: count }, (_, index) => aRow({ id: 1012345678910 + index }));
    const bad = [aRow({ status: 'closed' }), aRow({ status: 'closed' })];

    expect(map(aPage(good(8), bad)).lots).toHaveLength(8);
    expect(refusalOf(() => map(aPage(good(7), bad)))?.code).toBe('DOCUMENT.DRIFT');
  });

  it('shows a lot once that two blocks show alike', () => {
    const mapped = map(aPage([aRow()], [aRow()]));

    expect(mapped.lots).toHaveLength(1);
    expect(mapped.quarantined).toEqual([]);
  });

  it('shows neither of two differing sightings of a lot', () => {
    const mapped = map(aPage([aRow()], [aRow({ applyCount: 1 }), aRow({ id: 1012345678902 })]));

    expect(mapped.lots.map(({ externalId }) => externalId)).toEqual(['1012345678902']);
    expect(mapped.quarantined).toEqual([
      { path: '/b1/data/0', reason: 'says something else of the same lot than /b0/data/0' },
    ]);
  });

  it('says the same whatever the order of rows', () => {
    const rows = [
      aRow(),
      aRow({ applyCount: 1 }),
      aRow({ id: 1012345678902, timeToEnd: DAY }),
      aRow({ id: 1012345678903, status: 'doing', bidCount: 2 }),
      aRow({ id: 1012345678904, timeToEnd: null }),
      aRow({ id: 1012345678905, timeToEnd: 2 * DAY - 300 }),
    ];
    const lotsById = ({ clock, lots }: MappedDocument) => ({
      clock,
      lots: lots.toSorted((a, b) => a.externalId.localeCompare(b.externalId)),
    });
    const expected = lotsById(map(aPage(rows)));

    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(rows.length), (shuffled, cut) => {
        expect(lotsById(map(aPage(shuffled.slice(0, cut), shuffled.slice(cut))))).toEqual(expected);
      }),
    );
    expect(expected.lots).toHaveLength(4);
  });

  it('is without clock when no row carries one, and without lots when the platform has none', () => {
    expect(map(aPage([aRow({ timeToEnd: undefined })]))).not.toHaveProperty('clock');
    expect(map(aPage([]))).toEqual({ lots: [], bids: [], quarantined: [] });
  });
});

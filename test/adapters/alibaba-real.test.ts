import { expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { LatestBidRow, LatestBids } from '#adapters/alibaba/open-schema.ts';
import { AnnualRow, MonthlyRow, RankRow, Realtime } from '#adapters/alibaba/statistics.ts';
import type { Drifting } from '#adapters/kit/drifting.ts';
import { openPage } from '#adapters/kit/page.ts';
import { blocksFromBytes, blocksFromMarkup } from '#adapters/kit/script-blocks.ts';
import { countBids, toBidLog } from '#shared/domain/bid-log.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
import { aDocumentAbout } from './alibaba-pairs.ts';
import { aDocument } from './documents.ts';

function captured(path: string): Buffer {
  return realMaterial(path) ?? expect.unreachable(`no ${path} among the real material`);
}

describeReal('the captured home page of 2018-05-06', () => {
  const mapped = () => alibaba.map(aDocument('home', captured('alibaba/sf-home-2018-05-06.html')));

  it('shows 34 lots, 18 bidding and 16 announced, nothing quarantined', () => {
    const { lots, quarantined } = mapped();

    const statuses = Object.groupBy(lots, ({ status }) => status ?? 'unknown');
    expect(lots).toHaveLength(34);
    expect(statuses.bidding).toHaveLength(18);
    expect(statuses.announced).toHaveLength(16);
    expect(quarantined).toEqual([]);
  });

  it('carries its own clock', () => {
    expect(mapped().clock).toBe('2018-05-06T10:01:50.000Z');
  });

  it('states no start price for the 18 lots with bids, and one for each of the 16 without', () => {
    const started = mapped().lots.map(
      ({ status, facts }) => `${status} ${facts.startPrice === undefined ? 'no' : 'a'} start price`,
    );

    expect(new Set(started)).toEqual(new Set(['bidding no start price', 'announced a start price']));
  });

  it('marks the one sell-off and resolves references in titles', () => {
    const { lots } = mapped();

    expect(lots.filter(({ facts }) => facts.saleMode === 'sell-off').map(({ externalId }) => externalId)).toEqual([
      '566438394421',
    ]);
    expect(lots.filter(({ facts }) => facts.title?.includes('&'))).toEqual([]);
  });

  it('holds six data blocks, the same on both rungs', () => {
    const page = openPage(captured('alibaba/sf-home-2018-05-06.html'));

    const fast = blocksFromBytes(page, 'sf-item-list-data');

    expect(fast).toHaveLength(6);
    expect(fast).toEqual(blocksFromMarkup(page, 'sf-item-list-data'));
  });
});

describeReal('the captured detail page of an unsold lot', () => {
  it('says passed in, at its start price, without bids', () => {
    const mapped = alibaba.map(aDocument('item', captured('alibaba/sf_item-557630794279-unsold.excerpt.html')));

    expect(mapped).toMatchObject({ clock: '2018-03-13T05:06:07.000Z', bids: [], quarantined: [] });
    expect(mapped.lots).toEqual([
      {
        externalId: '557630794279',
        status: 'passed-in',
        facts: {
          title: expect.stringMatching(/^运城空港新区.*在建工程$/),
          url: 'https://sf.taobao.com/sf_item/557630794279.htm',
          tradeCategory: 'judicial',
          venue: 'online',
          round: 1,
          saleMode: 'ascending',
          seller: '山西省高级人民法院',
          propertyKey: expect.stringMatching(/^运城空港新区.*在建工程\|山西省高级人民法院$/),
          location: expect.stringMatching(/^山西 运城/),
          priceBasis: 'total',
          startPrice: 6_545_490_000,
          deposit: 330_000_000,
          appraisal: 6_545_490_000,
          increment: 5_000_000,
          extensionMinutes: 5,
          startsAt: '2017-09-25T02:00:00.000Z',
          endsAt: '2017-09-26T02:00:00.000Z',
          bidCount: 0,
          registrationCount: 0,
          extensionCount: 0,
        },
      },
    ]);
  });
});

describeReal('the pasted bid tables of 2026-05-26', () => {
  it.each([
    ['lot-1', 44, 'H2515', 361_381_756],
    ['lot-2', 24, 'M5570', 403_504_312],
    ['lot-3', 65, 'R9800', 187_217_309],
  ])('%s holds %i bids, won by %s', (name, count, winner, hammerPrice) => {
    const bytes = captured(`alibaba/bid-records/${name}.gbk.csv`);

    const { lots, bids, quarantined } = alibaba.map(aDocumentAbout(name, 'bid-records', bytes));

    const shown = bids.flatMap((ofLot) => ofLot.bids);
    expect(countBids(toBidLog(shown))).toBe(count);
    expect(shown.filter(({ standing }) => standing === 'winning').map(({ bidder }) => bidder)).toEqual([winner]);
    expect(shown.filter(({ standing }) => standing === 'outbid')).toHaveLength(count - 1);
    expect(lots).toEqual([{ externalId: name, status: 'sold', facts: { hammerPrice } }]);
    expect(quarantined).toEqual([]);
  });

  it('state first what was bid last', () => {
    const bytes = captured('alibaba/bid-records/lot-1.gbk.csv');

    const bids = alibaba.map(aDocumentAbout('lot-1', 'bid-records', bytes)).bids.flatMap((ofLot) => ofLot.bids);

    expect(bids.at(0)).toEqual({
      bidder: 'H2515',
      price: 361_381_756,
      at: '2026-05-26T02:20:46.000Z',
      standing: 'winning',
    });
    expect(bids.at(-1)).toMatchObject({ bidder: 'V5938', price: 295_581_756, at: '2026-05-25T05:31:38.000Z' });
  });
});

describeReal('the field documents of the open platform', () => {
  it.each([
    ['gov_get_latestbid', '', LatestBids],
    ['gov_get_latestbid', 'result/results', LatestBidRow],
    ['gov_data_annually_get', 'results', AnnualRow],
    ['gov_data_monthly_get', 'results', MonthlyRow],
    ['gov_data_topn_get', 'ranks', RankRow],
    ['gov_data_realtime_get', '', Realtime],
  ])('name every field that is read of %s under /%s', (call, below, schema) => {
    const path = `alibaba/open-platform-docs/auction__taobao_auction_${call}.json`;
    const { responseParams } = JSON.parse(captured(path).toString('utf8')) as { readonly responseParams: Fields };

    const documented = pathsOf(responseParams);

    const read = fieldsReadBy(schema).map((field) => (below === '' ? field : `${below}/${field}`));
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((field) => !documented.includes(field))).toEqual([]);
  });
});

type Fields = readonly { readonly name: string; readonly subParams?: Fields }[];

function pathsOf(fields: Fields): readonly string[] {
  return fields.flatMap(({ name, subParams = [] }) => [name, ...pathsOf(subParams).map((path) => `${name}/${path}`)]);
}

/** What a schema looks at in a value that has every field. */
function fieldsReadBy(schema: Drifting<unknown>): readonly string[] {
  const seen = new Set<string>();
  const valueAt = (path: string): object =>
    new Proxy(
      {},
      {
        get(_, name) {
          // Asked of any object to tell its kind.
          if (typeof name === 'symbol' || name === 'constructor') return undefined;
          seen.add(path + name);
          return valueAt(`${path}${name}/`);
        },
      },
    );
  schema.read(valueAt(''));
  return [...seen];
}

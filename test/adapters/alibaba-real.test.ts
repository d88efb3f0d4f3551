import { expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { openPage } from '#adapters/kit/page.ts';
import { blocksFromBytes, blocksFromMarkup } from '#adapters/kit/script-blocks.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
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

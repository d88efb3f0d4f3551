import { expect, it } from 'vitest';
import { zhebei } from '#adapters/zhebei/index.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
import { aReply } from './reply-fixtures.ts';

const FILE = 'zhebei/notice-c-2042.text.txt';

function mapped() {
  const bytes = realMaterial(FILE) ?? expect.unreachable(`no ${FILE} among the real material`);
  return zhebei.map(aReply('notice', bytes, 'notice-c-2042.text'));
}

describeReal('the captured notice c-2042 of 2025-08-15', () => {
  it('announces two sections at 89,093 and 68,434 yuan a year for three years', () => {
    const both = {
      saleMode: 'ascending',
      venue: 'on-site',
      seller: '湖州学院资产经营有限公司',
      serviceAgency: '湖州浙北拍卖行有限公司',
      priceBasis: 'per_year',
      termMonths: 36,
      deposit: 5_000_000,
      reserve: 'hidden',
      assetClass: 'shop',
      tradeKind: 'lease',
      liveAt: '2025-08-14T16:00:00.000Z',
      viewingStartsAt: '2025-08-18T16:00:00.000Z',
      viewingEndsAt: '2025-08-20T16:00:00.000Z',
    };

    expect(mapped().lots).toEqual([
      {
        externalId: 'c-2042/1',
        status: 'announced',
        facts: {
          ...both,
          title: expect.stringMatching(/^湖州学院西区.*眼镜店面$/),
          startPrice: 8_909_300,
          area: { thousandths: 69_000, unit: 'm2' },
        },
      },
      {
        externalId: 'c-2042/2',
        status: 'announced',
        facts: {
          ...both,
          title: expect.stringMatching(/^湖州学院西区.*奶茶店面$/),
          startPrice: 6_843_400,
          area: { thousandths: 53_000, unit: 'm2' },
        },
      },
    ]);
  });

  it('quotes every clause that lost characters, and repairs none', () => {
    expect(mapped().quarantined).toEqual([
      { path: '/拍卖时间', reason: expect.stringContaining('not a Beijing time: "定于20258月22日上午9:00在') },
      { path: '/拍卖地点', reason: expect.stringContaining('brackets do not match: "定于20258月22日') },
      { path: '/报名时间', reason: 'not a Beijing time: "报名时间:公告发布之日起至2025821日下午16止"' },
    ]);
  });
});

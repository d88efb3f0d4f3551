import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { jd } from '#adapters/jd/index.ts';
import { describeReal, realMaterial } from '#test/support/real-material.ts';
import { aReply } from './reply-fixtures.ts';

function captured(file: string): Buffer {
  return realMaterial(`jd/${file}.json`) ?? expect.unreachable(`no ${file} among the real material`);
}

describeReal('the captured replies of lot 280492523', () => {
  it('say its terms, times and place, and no status', () => {
    const file = 'item-280492523.getProductBasicInfo';

    const { lots, quarantined, unread } = jd.map(aReply('basic-info', captured(file), file));

    expect(lots).toEqual([
      {
        externalId: '280492523',
        facts: {
          title: expect.stringMatching(/^【居家装饰】原值1200元/),
          url: 'https://paimai.jd.com/280492523',
          venue: 'online',
          startPrice: 28_000,
          deposit: 10_000,
          increment: 1_000,
          reserve: 'none',
          extensionMinutes: 5,
          startsAt: '2021-08-09T18:40:00.000Z',
          endsAt: '2021-08-10T18:40:00.000Z',
          location: '广东 广州市 白云区',
        },
      },
    ]);
    expect(quarantined).toEqual([]);
    expect(unread).toContain('/data/commission');
  });

  it('name the auction firm whose shop shows it', () => {
    const file = 'item-280492523.queryVendorInfo';

    const { lots } = jd.map(aReply('vendor', captured(file), file));

    expect(lots).toEqual([{ externalId: '280492523', facts: { serviceAgency: '湖南森拓拍卖有限公司' } }]);
  });

  it('count its visits, which we do not keep, and carry no field besides', () => {
    const file = 'item-280492523.paimai_getPaimaiDetaiExpandValues';

    expect(jd.map(aReply('expand-values', captured(file), file))).toEqual({
      lots: [],
      bids: [],
      quarantined: [],
      unread: [],
    });
  });
});

describeReal('the other captured replies', () => {
  it('show a court’s shop without saying which lot it was asked for', () => {
    const file = 'court.queryVendorInfo';

    expect(jd.map(aReply('vendor', captured(file), file))).toMatchObject({ lots: [], quarantined: [] });
    expect(jd.map(aReply('vendor', captured(file), '301245001')).lots[0]?.facts).toEqual({
      seller: '东莞市第一人民法院',
    });
  });

  it.each(['item-280492523.queryAttachFilesForIntro.empty', 'item-292793815.queryAttachFilesForIntro'])(
    'list attachments: %s',
    (file) => {
      expect(jd.map(aReply('attachments', captured(file), file))).toMatchObject({ lots: [], quarantined: [] });
    },
  );
});

describeReal('the amounts a crawler saw in 2020', () => {
  it('are all read to the fen from floats in yuan', () => {
    const row = z.object({ title: z.string(), currentPrice: z.number(), ensurePrice: z.number() });
    const { jd: rows } = z.parse(
      z.object({ jd: z.array(row) }),
      JSON.parse(String(captured('jd-zichan-jiangsu-2020-08'))),
    );

    const mapped = rows.map(({ title, currentPrice, ensurePrice }) => {
      const data = {
        paimaiId: 301245001,
        title,
        startPrice: currentPrice,
        ensurePrice,
        startTime: 1.6e12,
        endTime: 1.7e12,
      };
      return jd.map(aReply('basic-info', { code: 0, data }));
    });

    expect(mapped).toHaveLength(120);
    expect(mapped.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    expect(mapped.map(({ lots }) => lots[0]?.facts.startPrice)).toContain(624_073_415);
  });
});

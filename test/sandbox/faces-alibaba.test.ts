import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import type { Status } from '#infra/local/sandbox/engine/lot.ts';
import { alibabaFace } from '#infra/local/sandbox/faces/alibaba.ts';
import { encodeGbk } from '#infra/local/sandbox/faces/gbk.ts';
import type { Entry } from '#infra/local/sandbox/store.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { refusalOf } from '#test/adapters/documents.ts';
import { bidsOf, brought, get, openHouse } from './faces-parts.ts';
import { anySeed, DAY, HOUR } from './terms.ts';

type House = ReturnType<typeof openHouse>;

/** What our record calls it; 悔拍 is shown as over, without a word for it. */
const SHOWN: Readonly<Record<Status, string>> = {
  announced: 'announced',
  registering: 'announced',
  bidding: 'bidding',
  extended: 'bidding',
  sold: 'sold',
  'passed-in': 'passed-in',
  withdrawn: 'withdrawn',
  defaulted: 'ended',
};

function readItem({ parts }: House, number: string) {
  return alibaba.map(brought('item', get(alibabaFace, parts, `/alibaba/auction/${number}.htm`)));
}

function readBids({ parts }: House, number: string, page: number) {
  const path = `/alibaba/json/get_bid_records.htm?id=${number}&currentPage=${page}`;
  return alibaba.map(brought('bid-records', get(alibabaFace, parts, path), number));
}

function expectShown(house: House, entry: Entry): void {
  const { lot } = entry;
  const { lots, bids, quarantined } = readItem(house, lot.lotId);
  const [shown] = lots;
  expect(quarantined).toEqual([]);
  expect(shown?.externalId).toBe(lot.lotId);
  expect(shown?.status).toBe(SHOWN[lot.status]);
  expect(shown?.facts).toMatchObject({
    title: entry.content['title'],
    seller: '演示村股份经济合作社',
    startPrice: lot.terms.startPriceFen,
    deposit: lot.terms.depositFen,
    increment: lot.terms.incrementFen,
    startsAt: fromEpochMs(lot.terms.startsAt),
    endsAt: fromEpochMs(lot.endsAt),
    bidCount: lot.bids.length,
    registrationCount: lot.bidders.length,
    extensionCount: lot.extensionCount,
  });
  expect(shown?.facts.hammerPrice).toBe(lot.status === 'sold' ? lot.hammerPriceFen : undefined);
  const seen = bids.flatMap((of) => of.bids).map(({ bidder, price, at }) => ({ bidder, price, at }));
  expect(seen.toReversed()).toEqual(bidsOf(entry));
}

describe("the sandbox's pages of alibaba", () => {
  it('are read by our adapter to the very state, bids and result of the engine, whenever they are looked at', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer({ min: 60_000, max: 20 * HOUR }), { maxLength: 6 }), (seed, steps) => {
        const house = openHouse(seed);
        const number = house.list('alibaba');
        for (const step of [0, ...steps, DAY]) {
          house.time.advance(step);
          expectShown(house, house.entry(number));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('show bidding, extensions, a sale and a failed sale in the course of many auctions', () => {
    const seen = new Set<Status>();
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const house = openHouse(seed);
      const number = house.list('alibaba', { hasReserve: true, reserveFen: 2_200_000 });
      house.time.advance(DAY);
      for (let minute = 0; minute < 90; minute += 3) {
        const entry = house.entry(number);
        seen.add(entry.lot.status);
        expectShown(house, entry);
        house.time.advance(180_000);
      }
    }

    expect([...seen].toSorted()).toEqual(['bidding', 'extended', 'passed-in', 'registering', 'sold']);
  });

  it('show a lot that was taken off as withdrawn', () => {
    const house = openHouse();
    const number = house.list('alibaba');
    house.withdraw(number, '权属有争议');

    expect(readItem(house, number).lots[0]?.status).toBe('withdrawn');
  });

  it('list every lot of the marketplace and none of another', () => {
    const house = openHouse();
    const own = [house.list('alibaba'), house.list('alibaba', { title: '【演示】滩涂5亩<二期>&三期' })];
    house.list('jd');

    const { lots, quarantined } = alibaba.map(brought('list', get(alibabaFace, house.parts, '/alibaba/list.htm')));

    expect(quarantined).toEqual([]);
    expect(lots.map(({ externalId }) => externalId)).toEqual(own);
    expect(lots[1]?.facts.title).toBe('【演示】滩涂5亩<二期>&三期');
    expect(lots[0]).toMatchObject({ status: 'announced', facts: { startPrice: 1_860_000, bidCount: 0 } });
  });

  it('page through the bids, twenty at a time, newest first', () => {
    const house = openHouse('s8');
    const number = house.list('alibaba', { incrementFen: 1_000, extensionMinutes: 15 });
    house.time.advance(2 * DAY);
    const entry = house.entry(number);
    const pages = Math.max(1, Math.ceil(entry.lot.bids.length / 20));

    const read = Array.from({ length: pages }, (_, index) => readBids(house, number, index + 1));

    const bids = read.flatMap((page) => page.bids.flatMap((of) => of.bids));
    expect(entry.lot.bids).toHaveLength(40);
    expect(bids.map(({ bidder, price, at }) => ({ bidder, price, at })).toReversed()).toEqual(bidsOf(entry));
    expect(read.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    expect(read[0]?.lots).toEqual([
      { externalId: number, status: 'sold', facts: { hammerPrice: entry.lot.hammerPriceFen } },
    ]);
  });

  it('say on every page that they are a demonstration', () => {
    const house = openHouse();
    const number = house.list('alibaba', { title: '闲置厂房', seller: '某村股份经济合作社' });

    const html = new TextDecoder('gbk').decode(get(alibabaFace, house.parts, `/alibaba/auction/${number}.htm`));

    expect(html).toContain('演示平台(沙箱),非真实交易');
    expect(readItem(house, number).lots[0]?.facts.seller).toBe('某村股份经济合作社(演示)');
  });

  it('turn into a blocked page when told to, and only that often', () => {
    const house = openHouse();
    const number = house.list('alibaba');
    house.parts.faults.set('market-page', 'captcha', 1);

    const blocked = refusalOf(() => readItem(house, number));

    expect(blocked?.code).toBe('DOCUMENT.BLOCKED');
    expect(readItem(house, number).lots).toHaveLength(1);
  });
});

describe('GBK as the sandbox writes it', () => {
  it('is decoded to the same text, with a reference for what GBK does not have', () => {
    const text = '湖州市吴兴区·【演示】滩涂㎡¥&yen;，（一）';

    expect(new TextDecoder('gbk', { fatal: true }).decode(encodeGbk(text))).toBe(text.replace('¥', '&#165;'));
    expect(Buffer.from(encodeGbk('😀')).toString('ascii')).toBe('&#128512;');
  });
});

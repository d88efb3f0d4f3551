import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jd } from '#adapters/jd/index.ts';
import type { Status } from '#infra/local/sandbox/engine/lot.ts';
import { jdFace } from '#infra/local/sandbox/faces/jd.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { refusalOf } from '#test/adapters/documents.ts';
import { aRequest, brought, get, openHouse } from './faces-parts.ts';
import { anySeed, DAY, HOUR } from './terms.ts';

type House = ReturnType<typeof openHouse>;

/** What our record calls it; a buyer who did not sign leaves no confirmation, so that nothing says how it ended. */
const SHOWN: Readonly<Record<Status, string>> = {
  announced: 'announced',
  registering: 'announced',
  bidding: 'bidding',
  extended: 'bidding',
  sold: 'sold',
  'passed-in': 'ended',
  withdrawn: 'withdrawn',
  defaulted: 'ended',
};

function reply({ parts }: House, number: string, functionId: string): Uint8Array {
  const body = encodeURIComponent(JSON.stringify({ paimaiId: Number(number) }));
  return get(jdFace, parts, `/jd/api?appid=paimai&functionId=${functionId}&body=${body}`);
}

const realtime = (house: House, number: string) =>
  jd.map(brought('realtime', reply(house, number, 'getPaimaiRealTimeData'), number));
const basicInfo = (house: House, number: string) =>
  jd.map(brought('basic-info', reply(house, number, 'getProductBasicInfo')));

describe("the sandbox's replies of jd", () => {
  it('are read by our adapter to the very state and result of the engine, whenever they are asked', () => {
    fc.assert(
      fc.property(anySeed, fc.array(fc.integer({ min: 60_000, max: 20 * HOUR }), { maxLength: 6 }), (seed, steps) => {
        const house = openHouse(seed);
        const number = house.list('jd');
        for (const step of [0, ...steps, DAY]) {
          house.time.advance(step);
          const { lot } = house.entry(number);
          const { lots, quarantined, clock } = realtime(house, number);
          expect(quarantined).toEqual([]);
          expect(clock).toBe(fromEpochMs(house.time.now()));
          expect(lots[0]?.status).toBe(SHOWN[lot.status]);
          expect(lots[0]?.facts).toMatchObject({
            endsAt: fromEpochMs(lot.endsAt),
            bidCount: lot.bids.length,
            registrationCount: lot.bidders.length,
            extensionCount: lot.extensionCount,
          });
          expect(lots[0]?.facts.currentPrice).toBe(lot.bids.at(-1)?.priceFen);
          expect(lots[0]?.facts.hammerPrice).toBe(lot.status === 'sold' ? lot.hammerPriceFen : undefined);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('carry the terms of the lot', () => {
    const house = openHouse();
    const number = house.list('jd', { round: 2, appraisalFen: 3_000_050 });
    const { lot } = house.entry(number);

    const { lots, quarantined } = basicInfo(house, number);

    expect(quarantined).toEqual([]);
    expect(lots[0]).toMatchObject({
      externalId: number,
      facts: {
        title: '【演示】沿街商铺7号三年租赁权',
        round: 2,
        startPrice: lot.terms.startPriceFen,
        deposit: lot.terms.depositFen,
        increment: lot.terms.incrementFen,
        appraisal: 3_000_050,
        reserve: 'none',
        extensionMinutes: 5,
        startsAt: fromEpochMs(lot.terms.startsAt),
        endsAt: fromEpochMs(lot.endsAt),
        location: '演示镇演示村',
      },
    });
  });

  it('say why a lot was taken off', () => {
    const house = openHouse();
    const number = house.list('jd');
    house.withdraw(number, '权属有争议');

    for (const { lots } of [realtime(house, number), basicInfo(house, number)]) {
      expect(lots[0]).toMatchObject({ status: 'withdrawn', facts: { statusReason: '权属有争议' } });
    }
  });

  it('name the shop, and that it is a demonstration', () => {
    const house = openHouse();
    const number = house.list('jd', { title: '闲置厂房', seller: '某村股份经济合作社' });

    const { lots } = jd.map(brought('vendor', reply(house, number, 'queryVendorInfo'), number));

    expect(lots[0]?.facts).toEqual({ seller: '某村股份经济合作社(演示)' });
  });

  it('are reached from a page of the lot, and no lot of another marketplace is', () => {
    const house = openHouse();
    const number = house.list('jd');
    const other = house.list('alibaba');

    const page = Buffer.from(get(jdFace, house.parts, `/jd/${number}`)).toString('utf8');

    expect(page).toContain('functionId=getPaimaiRealTimeData');
    expect(page).toContain('演示平台');
    expect(jdFace(house.parts, aRequest(`/jd/${other}`))).toBeUndefined();
  });

  it('turn into a blocked page when told to', () => {
    const house = openHouse();
    const number = house.list('jd');
    house.parts.faults.set('market-page', 'captcha', 1);

    const blocked = refusalOf(() => realtime(house, number));

    expect(blocked?.code).toBe('DOCUMENT.BLOCKED');
  });
});

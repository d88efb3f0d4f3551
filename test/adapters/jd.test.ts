import { describe, expect, it } from 'vitest';
import { jd } from '#adapters/jd/index.ts';
import { describeWords } from '#adapters/jd/words.ts';
import { refusalOf } from './documents.ts';
import { aReply } from './reply-fixtures.ts';

const START = Date.UTC(2026, 5, 10, 2);
const END = Date.UTC(2026, 5, 11, 2);
const CONFIRMATION = '//storage.jd.com/salesconfirmation.customs.paimai/0a1b2c/1';

type Fields = Readonly<Record<string, unknown>>;

function mapBasicInfo(fields: Fields = {}) {
  const lot = { paimaiId: 301245001, title: '湖州市吴兴区商铺一间', startPrice: 280, startTime: START, endTime: END };
  const mapped = jd.map(aReply('basic-info', { code: 0, data: { ...lot, ...fields } }));
  return { ...mapped, lot: mapped.lots[0], facts: mapped.lots[0]?.facts };
}

function mapRealtime(fields: Fields = {}, subject = '301245001') {
  const live = { auctionStatus: 2, displayStatus: 1, bidCount: 3, currentPrice: 300, confirmationUrl: '' };
  const mapped = jd.map(aReply('realtime', { code: 0, data: { ...live, ...fields } }, subject));
  return { ...mapped, lot: mapped.lots[0], facts: mapped.lots[0]?.facts };
}

describe('jd basic information', () => {
  it('leaves out what a sentinel stands for', () => {
    const { facts, quarantined } = mapBasicInfo({
      assessmentPrice: 0,
      ensurePrice: 0,
      priceHigherOffset: 1e11,
      minPrice: '',
      extendInfoMap: null,
    });

    expect(facts).toEqual({
      title: '湖州市吴兴区商铺一间',
      url: 'https://paimai.jd.com/301245001',
      venue: 'online',
      startPrice: 28_000,
      startsAt: '2026-06-10T02:00:00.000Z',
      endsAt: '2026-06-11T02:00:00.000Z',
    });
    expect(quarantined).toEqual([]);
  });

  it('states a largest step below the sentinel', () => {
    expect(mapBasicInfo({ priceHigherOffset: 20_000.5 }).facts?.maxIncrement).toBe(2_000_050);
  });

  it.each([
    [1, { round: 1, saleMode: 'ascending' }],
    [2, { round: 2, saleMode: 'ascending' }],
    [3, { round: 'again', saleMode: 'ascending' }],
    [4, { round: 'sell-off', saleMode: 'sell-off' }],
    [6, { tradeCategory: 'bankruptcy' }],
  ])('reads paimaiTimes %i', (paimaiTimes, expected) => {
    const { round, saleMode, tradeCategory } = mapBasicInfo({ paimaiTimes }).facts ?? {};

    expect({ round, saleMode, tradeCategory }).toEqual(expected);
  });

  it('says judicial of courts only, and bankruptcy even when a court publishes', () => {
    expect(mapBasicInfo({ publishSource: 7 }).facts?.tradeCategory).toBe('judicial');
    expect(mapBasicInfo({ publishSource: 9 }).facts?.tradeCategory).toBeUndefined();
    expect(mapBasicInfo({ publishSource: 7, paimaiTimes: 6 }).facts?.tradeCategory).toBe('bankruptcy');
  });

  it('says that a price is a total only where a court sells and nothing is let', () => {
    expect(mapBasicInfo({ publishSource: 7 }).facts?.priceBasis).toBe('total');
    expect(mapBasicInfo({ publishSource: 7, title: '商铺租赁权' }).facts?.priceBasis).toBeUndefined();
    expect(mapBasicInfo({ publishSource: 9 }).facts?.priceBasis).toBeUndefined();
  });

  it.each([0, 5, 9])('quarantines the unknown paimaiTimes %i and keeps the lot', (paimaiTimes) => {
    const { lot, quarantined } = mapBasicInfo({ paimaiTimes });

    expect(lot?.facts.round).toBeUndefined();
    expect(quarantined).toEqual([{ path: '/data/paimaiTimes', reason: `unknown code ${paimaiTimes}` }]);
  });

  it.each(['', '[1]', 'null', '{"a":', '"{}"'])('is drift when extendInfoMap is %j', (extendInfoMap) => {
    expect(refusalOf(() => mapBasicInfo({ extendInfoMap }))).toEqual({
      code: 'DOCUMENT.DRIFT',
      details: { at: '/data/extendInfoMap' },
    });
  });

  it('says no status of a lot that goes its ordinary way', () => {
    expect(mapBasicInfo({ displayStatus: 1 }).lot).not.toHaveProperty('status');
  });
});

describe('jd real-time data', () => {
  it.each([
    ['announced', { auctionStatus: 0, bidCount: 0 }],
    ['bidding', { auctionStatus: 1 }],
    ['ended', { auctionStatus: 2 }],
    ['ended', { auctionStatus: 2, bidCount: 0 }],
    ['sold', { auctionStatus: 2, confirmationUrl: CONFIRMATION }],
    ['ended', { auctionStatus: 2, bidCount: 0, confirmationUrl: CONFIRMATION }],
    ['bidding', { auctionStatus: 1, confirmationUrl: CONFIRMATION }],
    ['withdrawn', { displayStatus: 5, confirmationUrl: CONFIRMATION }],
    ['withdrawn', { auctionStatus: 0, displayStatus: 5 }],
    ['suspended', { displayStatus: 6 }],
    ['suspended', { displayStatus: 7, remarks: '中止' }],
    ['withdrawn', { displayStatus: 7, remarks: '终止' }],
    [undefined, { displayStatus: 7, remarks: '先中止，后终止' }],
    [undefined, { displayStatus: 7, remarks: '' }],
    [undefined, { displayStatus: 2 }],
    [undefined, { auctionStatus: 3 }],
  ])('says %s of %j', (status, fields) => {
    const { lot, quarantined } = mapRealtime(fields);

    expect(lot?.status).toBe(status);
    expect(lot?.facts.hammerPrice).toBe(status === 'sold' ? 30_000 : undefined);
    if (status === undefined) expect(quarantined.map(({ path }) => path)[0]).toMatch(/Status$/);
  });

  it('states no current price while there are no bids, for then it is the start price', () => {
    const { facts } = mapRealtime({ auctionStatus: 1, bidCount: 0 });

    expect(facts).toEqual({ bidCount: 0 });
  });

  it('tells a broken price from none', () => {
    expect(mapRealtime({ currentPrice: 1.005 }).quarantined).toEqual([
      { path: '/data/currentPrice', reason: 'not an amount in yuan' },
    ]);
    expect(mapRealtime({ currentPriceStr: '3百' }).quarantined).toEqual([
      { path: '/data/currentPriceStr', reason: 'not an amount: "3百"' },
    ]);
    expect(mapRealtime({ currentPrice: null, currentPriceStr: '300' }).facts?.currentPrice).toBe(30_000);
  });

  it('takes empty times for none and other text for a mistake', () => {
    expect(mapRealtime({ endTime: '', serverNowTime: '' })).toMatchObject({ quarantined: [] });
    expect(mapRealtime({ endTime: '明天' }).quarantined).toEqual([{ path: '/data/endTime', reason: 'not a time' }]);
    expect(mapRealtime({ startTime: END, endTime: START }).quarantined).toEqual([
      { path: '/data/endTime', reason: 'not after the start' },
    ]);
  });

  it.each([
    ['item-280492523.queryVendorInfo', '280492523'],
    ['301245001', '301245001'],
    ['realtime 2026 lot 301245001 again 999999999', '301245001'],
    ['10034964494317', undefined],
    ['court.queryVendorInfo', undefined],
    ['', undefined],
  ])('is of the lot that the subject %j names', (subject, externalId) => {
    expect(mapRealtime({}, subject).lot?.externalId).toBe(externalId);
  });
});

describe('jd error replies', () => {
  it.each([
    ['BLOCKED', { code: 3, message: '用户未登录' }],
    ['BLOCKED', { code: '1', message: '请完成滑块' }],
    ['BLOCKED', { code: 605, message: '请求过于频繁' }],
    ['BLOCKED', { code: 0, status: 1, message: 'Not Login' }],
    ['DRIFT', { code: -1, message: '系统异常' }],
    ['DRIFT', { code: 500 }],
    ['DRIFT', { code: 0, status: 2, data: {} }],
    ['DRIFT', { data: {} }],
    ['DRIFT', []],
  ])('are %s: %j', (code, reply) => {
    expect(refusalOf(() => jd.map(aReply('basic-info', reply)))?.code).toBe(`DOCUMENT.${code}`);
  });

  it('name the code and never repeat the message', () => {
    const refusal = refusalOf(() => jd.map(aReply('basic-info', { code: -7, message: '王测试13800000000' })));

    expect(refusal).toEqual({ code: 'DOCUMENT.DRIFT', details: { code: '"-7"' } });
  });

  it('are not looked for in a document of an unknown kind', () => {
    expect(refusalOf(() => jd.map(aReply('search', {})))).toEqual({
      code: 'DOCUMENT.KIND_UNKNOWN',
      details: { kind: 'search' },
    });
  });
});

describe('jd word table', () => {
  it('shows every code once, with what it is taken for', () => {
    const words = describeWords();

    const keys = words.map(({ field, theirs }) => `${field} ${theirs}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(words).toContainEqual(expect.objectContaining({ field: '状态 auctionStatus', theirs: '2', ours: 'ended' }));
    expect(words).toContainEqual(
      expect.objectContaining({ field: '来源 publishSource', theirs: '9', ours: 'unknown' }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caa } from '#adapters/caa/index.ts';
import { lotNumberIn } from '#adapters/caa/lot-number.ts';
import { brokenRules } from '#test/conformance/invariants.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { aReply, mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const NUMBER = '20240601';
const fixtures = repliesOf(caa);

function mapped(kind: string, content: unknown, subject = NUMBER) {
  return caa.map(aReply(kind, content, subject));
}

function onlyLot(kind: string, content: unknown) {
  const { lots, quarantined } = mapped(kind, content);
  return { ...(lots[0] ?? expect.unreachable('no lot')), notes: quarantined.map(({ path }) => path) };
}

const aLot = (fields: object) => ({ name: '商铺', lotStatus: 1, startPrice: 100, ...fields });
const aBid = (fields: object) => ({ bidNum: '0021', price: 100, bidTime: 1_781_748_612_000, ...fields });

describe('the states of caa', () => {
  it.each([
    [0, 'announced'],
    [1, 'bidding'],
    [2, 'passed-in'],
    [3, 'sold'],
    [4, 'suspended'],
    [5, 'withdrawn'],
    [6, 'suspended'],
    [7, 'suspended'],
  ])('%i is %s, in the list, of a lot and now, as number and as text', (code, status) => {
    const row = aLot({ lotId: 1, lotStatus: code, nowPrice: 200 });

    expect(onlyLot('list', { items: [row] }).status).toBe(status);
    expect(onlyLot('lot', row).status).toBe(status);
    expect(onlyLot('current', { state: code, nowPrice: 200 }).status).toBe(status);
    expect(onlyLot('current', { state: String(code), nowPrice: 200 }).status).toBe(status);
  });

  it.each([8, -1, '', '已成交', '04'])('say nothing by %j', (code) => {
    const { status, notes } = onlyLot('current', { state: code });

    expect({ status, notes }).toEqual({ status: undefined, notes: ['/state'] });
  });
});

describe('prices of caa', () => {
  it.each([
    [0.01, 1],
    [1.1, 110],
    [286_500.5, 28_650_050],
    ['286,500.50', 28_650_050],
    ['12.5', 1_250],
    ['3.5万元', 3_500_000],
    [123_456_789.99, 12_345_678_999],
  ])('%j yuan are %i fen', (price, fen) => {
    expect(onlyLot('lot', aLot({ startPrice: price })).facts.startPrice).toBe(fen);
  });

  it.each([0.001, -1, 'abc', '1,23', '12.345', 1e21])('are not read from %j', (price) => {
    const { facts, notes } = onlyLot('lot', aLot({ startPrice: price }));

    expect(facts.startPrice).toBeUndefined();
    expect(notes).toEqual(['/startPrice']);
  });

  it.each([
    ['1', '吨', 'per_unit'],
    [1, '年', 'per_year'],
    [1, '亩/年', 'per_mu_year'],
    [1, '', 'per_unit'],
    [1, '批次', undefined],
    [0, '年', undefined],
    [null, null, undefined],
  ])('of mode %j by %j are prices %s', (lotMode, unit, basis) => {
    expect(onlyLot('lot', aLot({ lotMode, unit })).facts.priceBasis).toBe(basis);
  });

  it('are no bids where nobody leads', () => {
    expect(onlyLot('current', { state: 1, nowPrice: 100 }).facts.currentPrice).toBeUndefined();
    expect(onlyLot('current', { state: 1, nowPrice: 100, nowBidNum: '0021' }).facts.currentPrice).toBe(10_000);
    expect(onlyLot('lot', aLot({ nowPrice: 100 })).facts.currentPrice).toBeUndefined();
  });
});

describe('bids of caa', () => {
  it.each([
    [1, 'taken-back'],
    [true, 'taken-back'],
    [0, 'unknown'],
    [false, 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('with isBack %j are %s, and stay in the log', (isBack, standing) => {
    const { bids } = mapped('price-log', { totalCount: 2, items: [aBid({ isBack }), aBid({ bidNum: '0008' })] });

    expect(bids[0]?.bids.map((bid) => bid.standing)).toEqual([standing, 'unknown']);
  });

  it.each(['王测试', '13800000000', '王**', 'A1 王', '', '330501199001011234'])('are not taken of %j', (bidNum) => {
    const { bids, quarantined } = mapped('price-log', { totalCount: 1, items: [aBid({ bidNum })] });

    expect(bids[0]?.bids).toEqual([]);
    expect(quarantined).toEqual([{ path: '/items/0/bidNum', reason: 'not a public bidder number' }]);
  });
});

describe('numbers of caa', () => {
  const HOST = 'https://paimai.caa123.org.cn';

  it.each([
    [`${HOST}/pages/own/lotdetail.html?lotId=123456`, 'zz-123456'],
    [`${HOST}/pages/financeassets/financelotdetail.html?meetId=3&lotId=123456&_=A`, '123456'],
    [`${HOST}/pages/own/lotdetail.html?lotId=12a`, undefined],
    [`${HOST}/api?lotId=123456`, undefined],
    ['https://sf.caa123.org.cn/pages/own/lotdetail.html?lotId=123456', undefined],
  ])('in %s: %s', (url, number) => {
    expect(lotNumberIn(url)).toBe(number);
  });

  it.each([
    ['zz-20240601', 'zz-20240601'],
    ['lot-zz-20240601.json', 'zz-20240601'],
    ['20240601.json', '20240601'],
    ['pricelog 20240601', '20240601'],
  ])('are read out of the subject %j', (subject, number) => {
    expect(mapped('current', { state: 0 }, subject).lots[0]?.externalId).toBe(number);
  });

  it.each(['', 'lot', '123', '1234567890123'])('are not read out of the subject %j', (subject) => {
    const refused = refusalOf(() => mapped('current', { state: 0 }, subject));

    expect(refused).toEqual({ code: 'DOCUMENT.DRIFT', details: { missing: 'subject' } });
  });
});

describe('replies of caa', () => {
  it.each(Object.keys(caa.manifest.documentKinds))('of kind %s with id 1888 are errors', (kind) => {
    expect(refusalOf(() => mapped(kind, { id: 1888, items: [], state: 1 }))?.code).toBe('DOCUMENT.DRIFT');
  });

  it('hold names and numbers of persons that never come out', () => {
    const brought = fixtures.map(({ document }) => Buffer.from(document.bytes).toString());

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(caa, document)));

    expect(brought.filter((text) => text.includes('王测试')).length).toBeGreaterThan(5);
    expect(output).not.toMatch(/王测试|13800000000/);
  });

  it('throw nothing but named errors when their bytes are broken, and break no rule of the trade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(mutation, { minLength: 1 }), ({ document }, changes) => {
        let broken: readonly string[] = [];

        refusalOf(() => {
          const bytes = mutated(Buffer.from(document.bytes), changes);
          broken = brokenRules(caa.map({ ...document, bytes }), caa.manifest);
        });

        expect(broken).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

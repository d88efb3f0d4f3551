import { describe, expect, it } from 'vitest';
import { cbex } from '#adapters/cbex/index.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { refusalOf } from './documents.ts';
import { aReply, mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(cbex).map(({ document }) => ({ ...document, subject: '120301' }));

function bidInfo(object: Readonly<Record<string, string>>) {
  const figures = { dateTime: '1780286400000', ZGJ: '1268000', ZXJ: '1268000', COUNT: '27', ...object };
  return cbex.map(aReply('bid-info', { success: true, object: figures }, '120301'));
}

function state(html: string, subject = '120301') {
  return cbex.map(aReply('state', Buffer.from(html), subject));
}

function deals(project: Readonly<Record<string, unknown>>) {
  const whole = { projectcode: 'GR2026BJ9000002', object: '测试路1号房产', tradevalue: '15.191', ...project };
  const json = JSON.stringify({ utrmcemsproject: whole }).replaceAll('"', '&quot;');
  const html = `<html><body><textarea class="source">${json}</textarea></body></html>`;
  return cbex.map(aReply('deals', Buffer.from(html)));
}

describe('the figures of bidInfo', () => {
  it('are whole yuan in text', () => {
    expect(bidInfo({}).lots[0]?.facts).toMatchObject({ currentPrice: 126_800_000, bidCount: 27 });
  });

  it.each(['', '0', '01', '126.8', '126.8万', '-1', '1e6', '99999999999999'])('say no price as %j', (ZGJ) => {
    const { lots, quarantined } = bidInfo({ ZGJ, ZXJ: ZGJ });

    expect(lots[0]?.facts).not.toHaveProperty('currentPrice');
    expect(quarantined.map(({ path }) => path)).toEqual(['/object/ZGJ']);
  });

  it('say no price before the first bid', () => {
    expect(bidInfo({ COUNT: '0', ZGJ: '1000000' }).lots[0]?.facts).toEqual({ bidCount: 0 });
  });

  it.each(['成交', '流拍', '撤回', '即将开始'])('say no state, not even with the word %s', (JYZTSM) => {
    const [lot] = bidInfo({ JYZT: '400', JYZTSM, style: 'cj', CJJJ: '1268000' }).lots;

    expect(lot).not.toHaveProperty('status');
    expect(lot?.facts).not.toHaveProperty('hammerPrice');
  });

  it.each(['', 'x', '120 301', 'GR2026BJ9000002', '../120301'])('are of no lot when brought as %j', (subject) => {
    const object = { dateTime: '1780286400000', ZGJ: '1', COUNT: '1' };
    const mapped = cbex.map(aReply('bid-info', { success: true, object }, subject));

    expect(mapped.lots).toEqual([]);
    expect(mapped.quarantined).toHaveLength(1);
  });
});

describe('the state of a lot', () => {
  it.each([
    ['即将开始', 'announced'],
    ['竞价中', 'bidding'],
    ['已结束', 'ended'],
    ['已撤回', 'withdrawn'],
    ['已流拍', 'passed-in'],
    ['已中止', 'suspended'],
  ])('is read from its mark, in either shape: %s is %s', (word, status) => {
    const marks = ['state_mark xmztz_cls', 'state_mark_short xmztz_cls '];

    const read = marks.map((name) => state(`<div><span class="${name}">${word}</span></div>`).lots[0]?.status);

    expect(read).toEqual([status, status]);
  });

  it('is read from a sentence where there is no mark', () => {
    expect(state('<p>本标的物已竞价暂停。</p>').lots[0]?.status).toBe('suspended');
  });

  it('is never a sale', () => {
    const statuses = fixtures
      .filter(({ kind }) => kind === 'state')
      .flatMap((document) => lotsOf(document).map(({ status }) => status));

    expect(statuses).not.toEqual([]);
    expect(statuses).not.toContain('sold');
  });

  it('has its time at the very end of a page that is whole', () => {
    const html = '<p><span class="xmztz_cls">即将开始</span>开始时间： 2023年 02月 06日 10:00</p>';

    expect(state(html).lots[0]?.facts).toEqual({ startsAt: '2023-02-06T02:00:00.000Z' });
  });

  it('leaves an amount or a time cut short unsaid', () => {
    const whole =
      '<span class="xmztz_cls">已结束</span>结束时间： 2019年 09月 29日 11:01:08 最高报价金额： ￥3,592,050.00 ';
    const cuts = Array.from({ length: whole.length }, (_, length) => whole.slice(0, length));

    const facts = cuts.flatMap((cut) => (cut.includes('已结束') ? state(cut).lots.map((lot) => lot.facts) : []));

    expect(new Set(facts.map(({ endsAt }) => endsAt))).toEqual(new Set([undefined, '2019-09-29T03:01:08.000Z']));
    expect(new Set(facts.map(({ currentPrice }) => currentPrice))).toEqual(new Set([undefined, 359_205_000]));
  });
});

describe('a result', () => {
  it.each([
    ['15.191', 15_191_000],
    ['4998.8605', 4_998_860_500],
    ['4998.8605万元', 4_998_860_500],
    ['0.000001', 1],
    [3600, 3_600_000_000],
    [4998.8605, 4_998_860_500],
    ['1,234.5', 1_234_500_000],
  ])('has its price in 万元, exact to the fen: %j', (tradevalue, fen) => {
    expect(deals({ tradevalue }).lots[0]?.facts.hammerPrice).toBe(fen);
  });

  it.each(['', '0', '0.0000001', '面议', '12万元/年', '-1', null])('without a price is set aside: %j', (tradevalue) => {
    const { lots, quarantined } = deals({ tradevalue });

    expect(lots).toEqual([]);
    expect(quarantined).toHaveLength(1);
  });

  it.each([undefined, null, '', '--'])('may leave its other amounts out: %j', (amount) => {
    const [lot] = deals({ objectprice: amount, evaluatevalue: amount }).lots;

    expect(lot?.facts).toEqual({ title: '测试路1号房产', priceBasis: 'total', hammerPrice: 15_191_000 });
  });

  it('is refused with the page for addresses that are not there', () => {
    const page = Buffer.from('<html><head><title>404页面</title></head></html>');

    expect(refusalOf(() => cbex.map(aReply('deals', page)))).toMatchObject({ code: 'DOCUMENT.DRIFT' });
  });
});

describe('persons in documents of cbex', () => {
  it('never come out', () => {
    const brought = fixtures.filter(({ bytes }) => /王测试|13800000000/.test(Buffer.from(bytes).toString()));

    const output = JSON.stringify(fixtures.map((document) => mapOrRefusal(cbex, document)));

    expect(brought.length).toBeGreaterThan(3);
    expect(output).not.toMatch(/王测试|13800000000|测试受让|000100000001/);
  });
});

function lotsOf(document: RawDocument) {
  try {
    return cbex.map(document).lots;
  } catch {
    return [];
  }
}

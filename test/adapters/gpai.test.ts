import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpai } from '#adapters/gpai/index.ts';
import { readAmount, readLabelled } from '#adapters/gpai/labelled.ts';
import { lotNumberIn } from '#adapters/gpai/lot-number.ts';
import { brokenRules } from '#test/conformance/invariants.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { mapOrRefusal, repliesOf } from './reply-fixtures.ts';

const fixtures = repliesOf(gpai);

function aFixture(name: string) {
  return fixtures.find((fixture) => fixture.name === name)?.document ?? expect.unreachable(`no fixture ${name}`);
}

/** The page of a lot whose text was changed. */
function anItem(from: string, to: string, name = 'item-sold') {
  const html = Buffer.from(aFixture(name).bytes).toString();
  expect(html).toContain(from);
  const { lots, quarantined } = gpai.map({ ...aFixture(name), bytes: Buffer.from(html.replace(from, to)) });
  return { lot: lots[0] ?? expect.unreachable('no lot'), notes: quarantined.map(({ path }) => path) };
}

describe('amounts of gpai', () => {
  it.each([
    ['评估价：181.2万元', 181_200_000],
    ['评估价：181.2 万元', 181_200_000],
    ['评估价：181.2万', 181_200_000],
    ['评 估 价：1812000元', 181_200_000],
    ['评估价: 1,812,000.00 元', 181_200_000],
    ['评估价：￥1812000元', 181_200_000],
    ['评估价：1.2亿元', 12_000_000_000],
    ['评估价：0.000001万元', 1],
  ])('in %j are %i fen', (text, fen) => {
    const notes: string[] = [];

    expect(readAmount(readLabelled([text]), ['评估价'], (field) => notes.push(field))).toBe(fen);
    expect(notes).toEqual([]);
  });

  it.each([
    '评估价：181.2',
    '评估价：￥1812000',
    '评估价：181.2百万元',
    '评估价：1.005元',
    '评估价：约181万元',
    '评估价：1,81万元',
  ])('are neither yuan nor 万 in %j', (text) => {
    const notes: string[] = [];

    expect(readAmount(readLabelled([text]), ['评估价'], (field) => notes.push(field))).toBeUndefined();
    expect(notes).toEqual(['评估价']);
  });

  it.each(['评估价：', '评估价：元', '评估价：无', '评估价：--'])('are none in %j', (text) => {
    const note = () => expect.unreachable('nothing is wrong');

    expect(readAmount(readLabelled([text]), ['评估价'], note)).toBeUndefined();
  });

  it('mean the same in either unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const wan = `${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, '0')}`;
        const found = readLabelled([`起拍价：${yuan}元`, `评估价：${wan}万元`]);

        const read = ['起拍价', '评估价'].map((label) => readAmount(found, [label], () => expect.unreachable(label)));

        expect(read).toEqual([fen, fen]);
      }),
    );
  });
});

describe('the page of a lot of gpai', () => {
  it.each([
    ['即将开始', '', 'announced'],
    ['正在拍卖', '', 'bidding'],
    ['已结束', '', 'ended'],
    ['已结束', '流拍', 'passed-in'],
    ['已结束', '撤拍', 'withdrawn'],
    ['已结束', '中止', 'suspended'],
    ['已结束', '以物抵债', 'ended'],
    ['正在拍卖', '流拍', undefined],
  ])('with %s and %s says %s', (phase, label, status) => {
    const { lot } = anItem(
      '<span class="fl time-txt">即将开始</span><label>距开始：</label>',
      `<span class="fl time-txt">${phase}</span><label>${label}</label>`,
      'item-coming',
    );

    expect(lot.status).toBe(status);
  });

  it.each([
    ['元</span></p>', '万元</span></p>', 9_282_000_000_000, []],
    ['<span class="price-red">元</span></p>', '</p>', undefined, ['/成交价', '/成交价']],
  ])('reads a hammer price by the unit beside it', (from, to, hammerPrice, notes) => {
    const read = anItem(from, to);

    expect(read.lot.facts.hammerPrice).toBe(hammerPrice);
    expect(read.notes).toEqual(notes);
    expect(read.lot.status).toBe('sold');
  });

  it('takes no price for the lot’s own but those of its table and its price line', () => {
    const { lot } = anItem('起拍价：99元,以法院裁定为准', '成交价：99元');

    expect(lot.facts).toMatchObject({ startPrice: 650_000_000, hammerPrice: 928_200_000 });
  });

  it('does not take another lot’s number for its own', () => {
    const { lot } = anItem('item2.do?Web_Item_ID=40001', 'item2.do?Web_Item_ID=40002', 'item-coming');

    expect(lot.externalId).toBe('52101');
  });

  it('says when it was confirmed of a sale only', () => {
    expect(anItem('拍卖竞价确认时间：2026-06-18', '拍卖竞价确认时间：2026-02-30').notes).toEqual(['/拍卖竞价确认时间']);
    expect(anItem('拍卖竞价确认时间', '网拍开始时间').lot.facts.confirmedAt).toBeUndefined();
  });
});

describe('numbers of gpai', () => {
  it.each([
    ['https://www.gpai.net/sf/item2.do?Web_Item_ID=52886', '52886'],
    ['//www.gpai.net/sf/item2.do?Web_Item_ID=52886&b=1', '52886'],
    ['http://www.gpai.net/sf/item.do?Web_Item_ID=26033', '26033'],
    ['https://www.gpai.net/sf/court.do?Web_Item_ID=2557', undefined],
    ['https://www.gpai.net/sf/item2.do?Web_Item_ID=0', undefined],
    ['https://m.gpai.net/sf/item2.do?Web_Item_ID=52886', undefined],
  ])('in %s: %s', (url, number) => {
    expect(lotNumberIn(url)).toBe(number);
  });
});

describe('pages of gpai', () => {
  it('hold names and numbers of persons that never come out', () => {
    const brought = fixtures.map(({ document }) => Buffer.from(document.bytes).toString());

    const output = JSON.stringify(fixtures.map(({ document }) => mapOrRefusal(gpai, document)));

    expect(brought.filter((text) => /王测试|13800000000/.test(text)).length).toBeGreaterThan(10);
    expect(output).not.toMatch(/王测试|13800000000|H2337/);
  });

  it('throw nothing but named errors when their bytes are broken, and break no rule of the trade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(mutation, { minLength: 1 }), ({ document }, changes) => {
        let broken: readonly string[] = [];

        refusalOf(() => {
          const bytes = mutated(Buffer.from(document.bytes), changes);
          broken = brokenRules(gpai.map({ ...document, bytes }), gpai.manifest);
        });

        expect(broken).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { mapResultFile } from '#adapters/kit/result-file.ts';
import { refusalOf } from './documents.ts';
import { aCsv, MAPPING } from './result-file-mapping.ts';

/** Maps one row under the headings of its fields; the id and the result are there without being said. */
function mapRow(fields: Readonly<Record<string, string>>) {
  const row = { 编号: 'A-1', 结果: '公告', ...fields };
  return mapResultFile(aCsv(Object.keys(row), Object.values(row)), MAPPING);
}

function factsOf(fields: Readonly<Record<string, string>>) {
  return mapRow(fields).lots[0]?.facts;
}

describe('a result file', () => {
  it.each([
    ['起拍价(元)', ' ￥36,500.5 ', { startPrice: 3_650_050 }],
    ['起拍价(元)', '3.65万元', { startPrice: 3_650_000 }],
    ['保证金', '1.5万元', { deposit: 1_500_000 }],
    ['评估价(元)', '0', {}],
    ['计价', '元/年', { priceBasis: 'per_year' }],
    ['竞买人数', '4人', { registrationCount: 4 }],
    ['面积', '69㎡', { area: { thousandths: 69_000, unit: 'm2' } }],
    ['面积(亩)', '3.125', { area: { thousandths: 3_125, unit: 'mu' } }],
    ['开始', '2026年4月24日上午9：30', { startsAt: '2026-04-24T01:30:00.000Z' }],
    ['付款日', '2026/4/24 17:20', { paidAt: '2026-04-24T09:20:00.000Z' }],
    ['付款日', '20260424', { paidAt: '2026-04-23T16:00:00.000Z' }],
    ['轮次', '变 卖', { round: 'sell-off' }],
    ['委托方', '湖州市吴兴区测试村股份经济合作社', { seller: '湖州市吴兴区测试村股份经济合作社' }],
    ['委托方', '王测试', {}],
    ['名称', '王某某名下 13800000000', { title: '***名下 ***********' }],
  ])('reads under %s "%s"', (heading, text, facts) => {
    expect(mapRow({ [heading]: text })).toEqual({
      lots: [{ externalId: 'A-1', status: 'announced', facts }],
      bids: [],
      quarantined: [],
      unread: [],
    });
  });

  it.each(['', ' ', '/', '-', '——', '无', '暂无'])('takes %j for nothing said', (text) => {
    expect(factsOf({ 名称: text, '起拍价(元)': text, 付款日: text, 轮次: text, 面积: text, 计价: text })).toEqual({});
  });

  it.each([
    ['结果', '终止', 'unknown word "终止" under 结果'],
    ['结果', 'constructor', 'unknown word "constructor" under 结果'],
    ['轮次', '三拍', 'unknown word "三拍" under 轮次'],
    ['起拍价(元)', '1,23', 'not an amount in yuan: "1,23" under 起拍价(元)'],
    ['起拍价(元)', '约3万元', 'not an amount in yuan: "约3万元" under 起拍价(元)'],
    ['起拍价(元)', '王测试13800000000', 'not an amount in yuan: "**************" under 起拍价(元)'],
    ['保证金', '5000', 'not an amount with its unit: "5000" under 保证金'],
    ['计价', '元/季', 'not a price basis: "元/*" under 计价'],
    ['竞买人数', '若干', 'not a count: "**" under 竞买人数'],
    ['面积', '69', 'not an area in 亩 or 平方米: "69" under 面积'],
    ['面积(亩)', '3.1255', 'not an area in 亩 or 平方米: "3.1255" under 面积(亩)'],
    ['付款日', '2026年2月30日', 'not a Beijing date or time: "2026年2月30日" under 付款日'],
    ['付款日', '46136', 'not a Beijing date or time: "46136" under 付款日'],
    ['付款日', '1026-04-24', 'not a Beijing date or time: "1026-04-24" under 付款日'],
    ['名称', '=A1', 'a formula without its value under 名称'],
    ['编号', '', 'no lot id under 编号'],
    ['编号', '1.23457E+11', 'not a whole lot id under 编号'],
    ['编号', 'x'.repeat(121), 'not a whole lot id under 编号'],
  ])('quarantines a row with %s "%s" at its cell', (heading, text, reason) => {
    const row = { 编号: 'A-1', 结果: '公告', [heading]: text };
    const column = String.fromCharCode(65 + Object.keys(row).indexOf(heading));

    const { lots, quarantined } = mapRow({ [heading]: text });

    expect(lots).toEqual([]);
    expect(quarantined).toEqual([{ path: `/${column}2`, reason }]);
  });

  it.each([
    ['a sale without a price', { 结果: '成交' }],
    ['a sale without a price', { 结果: '成交', '成交价(元)': '0' }],
    ['a price of a lot that is not sold', { 结果: '流拍', '成交价(元)': '100' }],
    ['a price of a lot that is not sold', { 结果: '', '成交价(元)': '100' }],
    ['an ascending sale below its start price', { 结果: '成交', '起拍价(元)': '100', '成交价(元)': '99.99' }],
  ])('quarantines %s: %j', (reason, fields) => {
    const { lots, quarantined } = mapRow(fields);

    expect(lots).toEqual([]);
    expect(quarantined[0]?.reason).toContain(reason);
  });

  it.each([
    [{ 结果: '成交', '起拍价(元)': '100', '成交价(元)': '100' }, 10_000],
    [{ 结果: '悔拍', '起拍价(元)': '100', '成交价(元)': '120' }, 12_000],
    [{ 结果: '流拍', '起拍价(元)': '100', '成交价(元)': '0' }, undefined],
    [{ 结果: '成交', 方式: '协议', '起拍价(元)': '100', '成交价(元)': '90' }, 9_000],
    [{ 结果: '成交', 轮次: '变卖', '起拍价(元)': '100', '成交价(元)': '90' }, 9_000],
    [{ 结果: '成交', '成交价(万元)': '8.9093' }, 8_909_300],
  ])('reads the hammer price of %j as %s', (fields, price) => {
    const { lots, quarantined } = mapRow(fields);

    expect(quarantined).toEqual([]);
    expect(lots[0]?.facts.hammerPrice).toBe(price);
  });

  it('counts bids only of an online sale', () => {
    expect(factsOf({ 场所: '线上', 出价次数: '0' })).toEqual({ venue: 'online', bidCount: 0 });
    expect(factsOf({ 场所: '现场', 出价次数: '0' })).toEqual({ venue: 'on-site' });
    expect(factsOf({ 出价次数: '12' })).toEqual({});
  });

  it('lets the mapping say what holds for every row, and a column say otherwise', () => {
    const mapping = { ...MAPPING, everyRow: { venue: 'online', serviceAgency: '湖州测试拍卖行' } } as const;
    const file = aCsv(['编号', '结果', '场所'], ['A-1', '公告', ''], ['A-2', '公告', '现场']);

    const facts = mapResultFile(file, mapping).lots.map((lot) => lot.facts);

    expect(facts).toEqual([
      { venue: 'online', serviceAgency: '湖州测试拍卖行' },
      { venue: 'on-site', serviceAgency: '湖州测试拍卖行' },
    ]);
  });

  it('takes a milestone’s day as a day, but no day for the time a sale starts or ends', () => {
    const file = aCsv(
      ['编号', '结果', '开始', '结束', '付款日'],
      ['A-1', '公告', '2026-04-24', '2026-04-25', '2026-04-30'],
      ['A-2', '公告', '2026-04-24', '2026-04-25 10:00', ''],
    );

    const { lots, quarantined } = mapResultFile(file, MAPPING);

    expect(lots.map(({ facts }) => facts)).toEqual([
      { paidAt: '2026-04-29T16:00:00.000Z' },
      { endsAt: '2026-04-25T02:00:00.000Z' },
    ]);
    expect(quarantined).toEqual([
      { path: '/C', reason: 'days without time of day, left unsaid: 2' },
      { path: '/D', reason: 'days without time of day, left unsaid: 1' },
    ]);
  });

  it('quarantines a sale that ends when it starts', () => {
    const { quarantined } = mapRow({ 开始: '2026-04-24 10:00', 结束: '2026-04-24 10:00' });

    expect(quarantined).toEqual([{ path: '/D2', reason: 'not after the start under 结束' }]);
  });

  it('quarantines a lot that two rows tell differently, and takes one told twice alike once', () => {
    const rows = [
      ['A-1', '流拍'],
      ['A-2', '流拍'],
      ['A-1', '公告'],
      ['A-2', '流拍'],
    ];

    const { lots, quarantined } = mapResultFile(aCsv(['编号', '结果'], ...rows), MAPPING);

    expect(lots.map(({ externalId }) => externalId)).toEqual(['A-2']);
    expect(quarantined).toEqual([{ path: '/A4', reason: 'says something else of the same lot than /A2' }]);
  });

  it('is refused when over a fifth of its rows are bad', () => {
    const good = Array.from({ length: 7 }, (_, index) => [`A-${index}`, '流拍']);
    const bad = ['B-1', 'B-2'].map((id) => [id, '落槌']);

    const refusal = refusalOf(() => mapResultFile(aCsv(['编号', '结果'], ...good, ...bad), MAPPING));

    expect(refusal).toEqual({
      code: 'DOCUMENT.DRIFT',
      details: {
        rows: 9,
        bad: 2,
        first: '/B9: unknown word "落槌" under 结果; /B10: unknown word "落槌" under 结果',
      },
    });
  });
});

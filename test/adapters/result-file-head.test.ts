import { describe, expect, it } from 'vitest';
import { mapResultFile } from '#adapters/kit/result-file.ts';
import type { ResultFileMapping } from '#adapters/kit/result-file-mapping.ts';
import { refusalOf } from './documents.ts';
import { aCsv, MAPPING } from './result-file-mapping.ts';
import { aRow, aSheet, aWorkbook, relationTo } from './result-file-workbook.ts';

function idsOf(bytes: Uint8Array): readonly string[] {
  return mapResultFile(bytes, MAPPING).lots.map(({ externalId }) => externalId);
}

describe('the heading row of a result file', () => {
  it('is found below titles, by the required headings, whatever their white space and marks', () => {
    const rows = [
      ['单位：元', ''],
      ['标的\n号 *', ' 结 果 '],
      ['A-1', '流拍'],
    ];

    expect(idsOf(aCsv(['第二季度成交结果表', ''], ...rows))).toEqual(['A-1']);
  });

  it('is looked for in the first ten rows that hold anything', () => {
    const titles = (count: number) => Array.from({ length: count }, () => ['说明', '']);
    const table = [
      ['编号', '结果'],
      ['A-1', '流拍'],
    ];

    expect(idsOf(aCsv(['', ''], ...titles(9), ...table))).toEqual(['A-1']);
    expect(refusalOf(() => idsOf(aCsv(['', ''], ...titles(10), ...table)))?.code).toBe('DOCUMENT.DRIFT');
  });

  it('is drift without a required column, named with its headings and the headings found', () => {
    expect(refusalOf(() => idsOf(aCsv(['标的号', '名称', '成交情况'], ['A-1', 'x', '流拍'])))).toEqual({
      code: 'DOCUMENT.DRIFT',
      details: { missing: '结果', found: '标的号, 名称, 成交情况' },
    });
    expect(refusalOf(() => idsOf(aCsv(['a', 'b'])))).toEqual({
      code: 'DOCUMENT.DRIFT',
      details: { missing: '编号 / 标的号; 结果', found: 'a, b' },
    });
  });

  it('is not looked for by quoting people: rows of data are never told', () => {
    const data = ['A-1', '王测试', '13800000000', '36500'];

    expect(refusalOf(() => idsOf(aCsv(['2026年成交表', '', '', ''], data, data)))?.details).toMatchObject({
      found: '',
    });
  });

  it('is drift with two columns for one field', () => {
    expect(refusalOf(() => idsOf(aCsv(['编号', '结果', '成交价(元)', '成交价(万元)'])))?.details).toEqual({
      field: 'hammerPrice',
      at: '/D1',
      heading: '成交价(万元)',
    });
  });

  it('is drift with a heading that covers several columns', () => {
    const merged = aWorkbook({
      rows: aRow(1, '编号', '结果', '成交价(元)', '') + aRow(2, 'A-1', '成交', '1', '2'),
      after: '<mergeCells><mergeCell ref="C1:D1"/></mergeCells>',
    });

    expect(refusalOf(() => idsOf(merged))?.details).toEqual({ at: '/Sheet1!C1', heading: '成交价(元)' });
  });

  it('reaches as far down as its merged cells', () => {
    const twoLines = aWorkbook({
      rows: aRow(1, '编号', '结果', '各方') + aRow(2, '', '', '甲方') + aRow(3, 'A-1', '流拍', 'x'),
      after: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/></mergeCells>',
    });

    expect(mapResultFile(twoLines, MAPPING)).toMatchObject({
      lots: [{ externalId: 'A-1' }],
      quarantined: [],
      unread: ['/各方'],
    });
  });
});

describe('the other rows of a result file', () => {
  it('are lots only between headings, sums, signatures and notes', () => {
    const rows = [
      ['1', 'A-1', '流拍'],
      ['', '', ''],
      ['小 计', '', ''],
      ['序号', '编号', '结果'],
      ['2', 'A-2', '流拍'],
      ['合计', '', '2'],
      ['', '', '总计2宗'],
      ['备注:A-3另行公告', '', ''],
      ['制表人:王测试', '', '审核人:李测试'],
    ];

    expect(mapResultFile(aCsv(['序号', '编号', '结果'], ...rows), MAPPING)).toMatchObject({
      lots: [{ externalId: 'A-1' }, { externalId: 'A-2' }],
      quarantined: [],
      unread: ['/序号'],
    });
  });

  it('stay lots, and bad ones, when only their id is missing', () => {
    const { quarantined } = mapResultFile(aCsv(['序号', '编号', '结果'], ['1', '', '流拍']), MAPPING);

    expect(quarantined).toEqual([{ path: '/B2', reason: 'no lot id under 编号' }]);
  });

  it('are bad when they have more or fewer fields than headings, and then are not quoted', () => {
    const rows = [
      ['A-1', '流拍', '36', '500'],
      ['A-2', '王测试'],
      ...Array.from({ length: 8 }, (_, index) => [`B-${index}`, '流拍', '1']),
    ];

    const { lots, quarantined } = mapResultFile(aCsv(['编号', '结果', '起拍价(元)'], ...rows), MAPPING);

    expect(lots).toHaveLength(8);
    expect(quarantined).toEqual([
      { path: '/A2', reason: 'more or fewer fields than headings' },
      { path: '/A3', reason: 'more or fewer fields than headings' },
    ]);
  });
});

describe('columns about persons', () => {
  const HEADINGS = ['受让方', '买受人', '联系人', '联系电话', '身份证号', '承租方名称', '经办人'];

  it('are neither read nor listed, whatever the mapping says', () => {
    const mapping: ResultFileMapping = {
      ...MAPPING,
      columns: [...MAPPING.columns, { theirs: HEADINGS, ours: 'location' }],
    };
    const file = aCsv(
      ['编号', '结果', ...HEADINGS, '竞买人数', '溢价率'],
      ['A-1', '流拍', ...HEADINGS.map(() => '王测试'), '3', '0'],
    );

    expect(mapResultFile(file, mapping)).toEqual({
      lots: [{ externalId: 'A-1', status: 'passed-in', facts: { registrationCount: 3 } }],
      bids: [],
      quarantined: [],
      unread: ['/溢价率'],
    });
  });
});

describe('sheets of a result file', () => {
  const TABLE = aRow(1, '编号', '结果') + aRow(2, 'A-1', '流拍');

  it('are read wherever there is a heading row, and listed where there is none', () => {
    const bytes = aWorkbook({
      rows: TABLE,
      sheets:
        '<sheet name="五月" sheetId="2" r:id="rId2"/><sheet name="说明/1" sheetId="3" r:id="rId3"/><sheet name="空" sheetId="4" r:id="rId4"/>',
      relations: ['2', '3', '4'].map((id) => relationTo(`rId${id}`, `/xl/worksheets/s${id}.xml`)).join(''),
      parts: {
        'xl/worksheets/s2.xml': aSheet(aRow(3, '编号', '结果') + aRow(7, 'A-2', '??')),
        'xl/worksheets/s3.xml': aSheet(aRow(1, '填表说明')),
        'xl/worksheets/s4.xml': aSheet(''),
      },
    });

    expect(mapResultFile(bytes, MAPPING)).toMatchObject({
      lots: [{ externalId: 'A-1' }],
      quarantined: [{ path: '/五月!B7', reason: 'unknown word "??" under 结果' }],
      unread: ['/说明~11!'],
    });
  });

  it('are not opened when hidden', () => {
    const bytes = aWorkbook({
      rows: TABLE,
      sheets: '<sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/>',
      relations: relationTo('rId2', 'worksheets/s2.xml'),
      parts: { 'xl/worksheets/s2.xml': 'not even XML' },
    });

    expect(idsOf(bytes)).toEqual(['A-1']);
  });
});

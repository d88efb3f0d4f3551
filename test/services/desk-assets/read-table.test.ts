import { describe, expect, it } from 'vitest';
import { cellArea, cellDay, cellMoney } from '#shared/services/desk/import/cell-values.ts';
import { readHeading } from '#shared/services/desk/import/columns.ts';
import { guessMapping, mappingFaults } from '#shared/services/desk/import/mapping.ts';
import { readRows } from '#shared/services/desk/import/read-rows.ts';
import type { SheetCell } from '#shared/services/desk/import/sheet.ts';
import { aCell, aRow, aSheet, HEADINGS } from './sheets.ts';

describe('a heading of a ledger', () => {
  it.each([
    ['面积(亩)', 'area', 'mu'],
    ['面积(㎡)', 'area', 'm2'],
    ['建筑面积(平方米)', 'area', 'm2'],
    ['*年租金(单位:万元)', 'yearlyRent', 'wan'],
    ['年承包款,元', 'yearlyRent', 'yuan'],
    ['资产(资源)名称', 'name', null],
    ['承租(包)人', 'incumbent', null],
    ['合同 到期时间', 'leaseUntil', null],
    ['名称(全称)', 'name', null],
    ['年租金(亩)', 'yearlyRent', null],
    ['电话', null, null],
  ])('%s is %s in %s', (written, field, unit) => {
    expect(readHeading(written)).toEqual({ field, unit });
  });
});

describe('a cell', () => {
  it.each<[string, 'mu' | 'm2' | null, unknown]>([
    ['12.5', 'mu', { value: { thousandths: 12_500, unit: 'mu' } }],
    ['1,200.005', 'm2', { value: { thousandths: 1_200_005, unit: 'm2' } }],
    ['85㎡', 'mu', { value: { thousandths: 85_000, unit: 'm2' } }],
    ['3亩', null, { value: { thousandths: 3_000, unit: 'mu' } }],
    ['无', 'mu', { value: null }],
    ['三亩', 'mu', { fault: { at: 'B7', sentence: '面积“三亩”不是数字' } }],
    ['12.0005', 'mu', { fault: { at: 'B7', sentence: '面积“12.0005”超过三位小数' } }],
    ['12', null, { fault: { at: 'B7', sentence: '面积“12”没有单位,请在上面选择亩或平方米' } }],
    ['12公顷', 'mu', { fault: { at: 'B7', sentence: '面积“12公顷”的单位不是亩或平方米' } }],
    ['0', 'mu', { fault: { at: 'B7', sentence: '面积是 0' } }],
    ['-3', 'mu', { fault: { at: 'B7', sentence: '面积“-3”不是数字' } }],
  ])('of an area, %s in %s, is read exactly or named', (text, unit, value) => {
    expect(cellArea(aCell(text), unit)).toEqual(value);
  });

  it.each<[string, 'yuan' | 'wan' | null, unknown]>([
    ['1.2', 'wan', { value: 1_200_000 }],
    ['12000', 'yuan', { value: 1_200_000 }],
    ['12000元', 'wan', { value: 1_200_000 }],
    ['1.2万元/年', null, { value: 1_200_000 }],
    ['12000', null, { fault: { at: 'B7', sentence: '年租金“12000”没有单位,请在上面选择元或万元' } }],
    ['面议', 'yuan', { fault: { at: 'B7', sentence: '年租金“面议”不是金额' } }],
  ])('of a rent, %s in %s, is read exactly or named', (text, unit, value) => {
    expect(cellMoney(aCell(text), unit)).toEqual(value);
  });

  it.each([
    ['2027年12月31日', { value: '2027-12-31' }],
    ['2027/12/31', { value: '2027-12-31' }],
    ['2027.12.31', { value: '2027-12-31' }],
    ['20271231', { value: '2027-12-31' }],
    ['2027-02-30', { fault: { at: 'B7', sentence: '日期“2027-02-30”读不懂,请写成 2026-12-31' } }],
    ['长期', { fault: { at: 'B7', sentence: '日期“长期”读不懂,请写成 2026-12-31' } }],
  ])('of a day, %s, is read exactly or named', (text, value) => {
    expect(cellDay(aCell(text))).toEqual(value);
  });

  it('with a formula without its value is named', () => {
    const cell: SheetCell = { kind: 'unusable', reason: 'a formula without its value', at: 'D4', isMerged: false };

    expect(cellArea(cell, 'mu')).toMatchObject({ fault: { at: 'D4', sentence: expect.stringContaining('公式') } });
  });
});

describe('a table', () => {
  const table = aSheet([['云村资产台账'], ['填报单位:云村'], HEADINGS, aRow()], '资产');

  it('has its sheet and heading row found below titles', () => {
    const { sheet, headingRow, columns } = guessMapping([aSheet([['说明']], '说明'), table]);

    expect([sheet, headingRow]).toEqual([1, 3]);
    expect(columns.map(({ field }) => field)).toEqual([
      'ledgerNumber',
      'name',
      'assetClass',
      'area',
      'address',
      'incumbent',
      'leaseUntil',
      'yearlyRent',
    ]);
  });

  it('is refused in Chinese while nothing is the name, or two columns are', () => {
    expect(mappingFaults(guessMapping([aSheet([['甲', '乙']])]))[0]).toContain('没有找到表头');
    const mapping = guessMapping([table]);
    const columns = mapping.columns.map((column) => ({ ...column, field: 'name' as const }));
    expect(mappingFaults({ ...mapping, columns })).toEqual(['有两列都选成了“资产名称”,请只保留一列。']);
  });

  function read(...rows: readonly (readonly string[])[]) {
    const sheet = aSheet([HEADINGS, ...rows]);
    return readRows(sheet, guessMapping([sheet]));
  }

  it('gives the facts of a row', () => {
    expect(read(aRow())).toMatchObject([
      {
        row: 2,
        kind: 'asset',
        facts: {
          ledgerNumber: 'YC-01',
          assetClass: 'fish_pond',
          area: { thousandths: 12_500, unit: 'mu' },
          incumbent: '王五',
          leaseUntil: '2027-12-31',
          yearlyRent: 1_200_000,
        },
      },
    ]);
  });

  it('names every faulty cell of a row', () => {
    const [row] = read(aRow({ '面积(亩)': '三亩', 资产类别: '飞船', 合同到期: '年底' }));

    expect(row).toMatchObject({ kind: 'faulty', name: '东塘' });
    expect(row?.kind === 'faulty' ? row.faults.map(({ at }) => at) : []).toEqual(['C2', 'D2', 'G2']);
  });

  it('skips totals and repeated headings, and says so', () => {
    const rows = read(aRow({ 资产编号: '合 计', 资产名称: '' }), HEADINGS, aRow());

    expect(rows.map((row) => (row.kind === 'skipped' ? row.sentence : row.kind))).toEqual([
      '合计行,不导入',
      '重复的表头,不导入',
      'asset',
    ]);
  });

  it('takes a class from a cell merged over several rows, but no area', () => {
    const sheet = aSheet([HEADINGS, aRow()]);
    const mergedAt = (column: number, text: string) => {
      const [head, row] = sheet.rows;
      const cells = new Map(row?.cells).set(column, aCell(text, 'X2', true));
      return { ...sheet, rows: [head, { number: 2, cells }].flatMap((each) => each ?? []) };
    };

    const mapping = guessMapping([sheet]);

    expect(readRows(mergedAt(2, '仓库'), mapping)).toMatchObject([{ facts: { assetClass: 'warehouse' } }]);
    expect(readRows(mergedAt(3, '40'), mapping)).toMatchObject([{ kind: 'faulty', faults: [{ at: 'X2' }] }]);
  });
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, ppm } from '#shared/domain/money.ts';
import { aShownLot, PLATFORMS } from '#test/web/showing.ts';
import { type CsvCell, safeText, toCsv } from '#web/api/csv.ts';
import { lotsCsv } from '#web/api/lots-csv.ts';

const FORMULA = /^[=+\-@＝＋－＠\t\r\n\0]/;

const hostile = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＠',
    '\t',
    '\r',
    '\n',
    '\0',
    '"',
    ',',
    "'",
    ' ',
    '厂',
    '😀',
    'a',
    '1',
  ),
});
const cell = fc.oneof(hostile, fc.string(), fc.integer(), fc.constant(null));
const table = fc.integer({ min: 2, max: 6 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return fc
    .array(row, { maxLength: 10 })
    .map((rows) => ({ heading: Array.from({ length: width }, (_, at) => `列${at}`), rows }));
});

function written(value: CsvCell): string {
  return typeof value === 'number' ? String(value) : safeText(value ?? '');
}

function firstRow(csv: string): Readonly<Record<string, string>> {
  const [row = {}] = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  return row;
}

describe('CSV', () => {
  it('is read back cell by cell', () => {
    fc.assert(
      fc.property(table, ({ heading, rows }) => {
        const read = parse(toCsv(heading, rows), { bom: true, record_delimiter: '\r\n' });

        expect(read).toEqual([heading, ...rows.map((row) => row.map(written))]);
      }),
    );
  });

  it('holds no text that a spreadsheet would compute, and changes no other', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        expect(safeText(text)).not.toMatch(FORMULA);
        expect(safeText(text)).toBe(FORMULA.test(text) ? `'${text}` : text);
      }),
    );
  });

  it('keeps numbers numbers, also below zero', () => {
    expect(toCsv(['a'], [[-5], [0]])).toBe('\ufeffa\r\n-5\r\n0\r\n');
  });
});

describe('the table of lots', () => {
  it('says money exact to the fen, times in Beijing, words in Chinese', () => {
    const { card } = aShownLot({
      title: '=HYPERLINK("https://evil.example")',
      startPrice: fen(161_993_057_01),
      priceBasis: 'per_year',
      area: { thousandths: 12_005, unit: 'mu' },
      divisionCode: '330502100',
      escalation: ppm(30_000),
    });

    const row = firstRow(lotsCsv([card], PLATFORMS));

    expect(row).toMatchObject({
      名称: `'=HYPERLINK("https://evil.example")`,
      平台: '甲平台',
      状态: '竞价中',
      '起拍价(元)': '161993057.01',
      计价方式: '元/年',
      面积: '12.005',
      面积单位: '亩',
      租金递增: '每年 3%',
      乡镇街道: '织里镇',
      数据截至: '2026-05-17T10:00:00+08:00',
    });
  });

  it('leaves empty what nobody knows, and an address that leads elsewhere', () => {
    const { card } = aShownLot({ url: 'https://evil.example/' });

    const row = firstRow(lotsCsv([card], PLATFORMS));

    expect(row).toMatchObject({ '起拍价(元)': '', 租金递增: '', 结束时间: '', 出价次数: '', 平台网址: '', 待核: '' });
  });
});

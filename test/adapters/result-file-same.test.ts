import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetData } from 'write-excel-file/node';
import { mapResultFile } from '#adapters/kit/result-file.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';
import { aCsv, MAPPING } from './result-file-mapping.ts';
import { aRow, aWorkbook, toGbk, writtenWorkbook } from './result-file-workbook.ts';

const HEADINGS = ['编号', '名称', '结果', '起拍价(元)', '成交价(元)', '竞买人数', '开始', '付款日', '受让方', '溢价率'];

/** A value as a person types it, and as a spreadsheet keeps it. */
interface Typed {
  readonly text: string;
  readonly cell: SheetData[number][number];
}

const typed = (text: string): Typed => ({ text, cell: text === '' ? null : { value: text, type: String } });
const blank = fc.constant(typed(''));

const amount = fc.integer({ min: 0, max: 999_999_999 }).map((fen): Typed => {
  const yuan = fen / 100;
  return { text: yuan.toLocaleString('en-US', { minimumFractionDigits: 2 }), cell: { value: yuan, type: Number } };
});
const count = fc.nat(500).map((value): Typed => ({ text: String(value), cell: { value, type: Number } }));
const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
const time = minutes.map((minute): Typed => {
  const value = new Date(minute * 60_000);
  const text = value.toISOString().slice(0, 16).replace('T', ' ');
  return { text, cell: { value, type: Date, format: 'yyyy/m/d h:mm' } };
});
const day = minutes.map((minute): Typed => {
  const value = new Date(Math.floor(minute / 1_440) * 86_400_000);
  const [year, month, date] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
  return { text: `${year}年${month}月${date}日`, cell: { value, type: Date, format: 'yyyy/m/d' } };
});
const word = (...words: readonly string[]) => fc.constantFrom(...words.map(typed));

const row = fc
  .tuple(
    fc.oneof(
      fc.nat(99).map((id) => typed(`A-${id}`)),
      fc.nat(99).map((value): Typed => ({ text: String(value), cell: { value, type: Number } })),
    ),
    word('晟舍新街"甲",101号', '鱼塘\n一口', '王某某名下'),
    fc.oneof({ weight: 9, arbitrary: word('流拍', '公告') }, { weight: 1, arbitrary: word('成交', '不详') }),
    amount,
    fc.oneof({ weight: 9, arbitrary: blank }, { weight: 1, arbitrary: amount }),
    fc.oneof(count, blank),
    fc.oneof(time, day, blank),
    fc.oneof({ weight: 9, arbitrary: day }, { weight: 9, arbitrary: blank }, { weight: 1, arbitrary: word('近日') }),
    word('王测试'),
    word('', '10%'),
  )
  .map((cells): readonly Typed[] => cells);

/** A row that can only be good, whatever the others are. */
const sale = amount.map((price): readonly Typed[] => [
  typed('S-1'),
  typed('店面'),
  typed('成交'),
  price,
  price.text === '0.00' ? { text: '1', cell: { value: 1, type: Number } } : price,
  ...['3', '', '', '', ''].map(typed),
]);

function mapOrRefusal(bytes: Uint8Array): unknown {
  let mapped: unknown;
  const refused = refusalOf(() => {
    mapped = mapResultFile(bytes, MAPPING);
  });
  // The sheet's name is all in which a workbook may differ.
  return JSON.parse(JSON.stringify(refused ?? mapped).replaceAll('/Sheet1!', '/'));
}

describe('one table', () => {
  it('says the same as workbook, as UTF-8 with and without mark, and as GBK', async () => {
    let lots = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, sale), { maxLength: 8 }), async (rows) => {
        const csv = Buffer.from(aCsv(HEADINGS, ...rows.map((cells) => cells.map(({ text }) => text)))).toString();
        const workbook = await writtenWorkbook([HEADINGS, ...rows.map((cells) => cells.map(({ cell }) => cell))]);

        const expected = mapOrRefusal(Buffer.from(csv));

        lots += (expected as { lots?: readonly unknown[] }).lots?.length ?? 0;
        expect(mapOrRefusal(Buffer.from(`\uFEFF${csv}`))).toEqual(expected);
        expect(mapOrRefusal(toGbk(csv))).toEqual(expected);
        expect(mapOrRefusal(workbook)).toEqual(expected);
        expect(JSON.stringify(expected)).not.toContain('王');
      }),
      { numRuns: 150 },
    );
    expect(lots).toBeGreaterThan(50);
  });

  it('throws nothing but named errors when it is damaged', () => {
    const texts = [HEADINGS, ['A-1', '鱼塘', '成交', '1', '2', '3', '2026-04-24 10:00', '', '', '']];
    const files = [
      aCsv(HEADINGS, ...texts.slice(1)),
      aWorkbook({ rows: texts.map((text, index) => aRow(index + 1, ...text)).join('') }),
    ];

    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 3 }), (file, changes) => {
        const mapped = mapOrRefusal(mutated(Buffer.from(file), changes)) as {
          readonly lots?: readonly LotObservation[];
        };

        const numbers = (mapped.lots ?? []).flatMap(({ facts }) =>
          Object.values(facts).filter((value) => typeof value === 'number'),
        );
        expect(numbers.filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

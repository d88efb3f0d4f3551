import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportOf } from '#web/report/report-of.ts';
import { reportXlsx } from '#web/report/xlsx-file.ts';
import { FACTS, FACTS_HASH, fixedComparison } from './fixed-facts.ts';
import { elementsOf, partsOf } from './parts.ts';

const report = reportOf(fixedComparison(), FACTS);
const bytes = await reportXlsx(report);

/** The cells of a workbook's sheet in their order: numbers as numbers, text from the shared strings. */
function cellsOf(workbook: Uint8Array, sheet: number): readonly (string | number)[] {
  const parts = partsOf(workbook);
  const strings = elementsOf(parts.get('xl/sharedStrings.xml') ?? '').filter(({ name }) => name === 't');
  let isText = false;
  return (parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '')
    .split('<c ')
    .slice(1)
    .flatMap((cell) => {
      isText = cell.startsWith('r=') && /^[^>]*t="s"/.test(cell);
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1];
      if (value === undefined) return [];
      return [isText ? (strings[Number(value)]?.text ?? '') : Number(value)];
    });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the report for Excel', () => {
  it('is a package of well-formed parts with a sheet for each subject', () => {
    const parts = partsOf(bytes);

    for (const [path, xml] of parts) expect(elementsOf(xml).length, path).toBeGreaterThan(0);
    const sheets = elementsOf(parts.get('xl/workbook.xml') ?? '').filter(({ name }) => name === 'sheet');
    expect(sheets.map(({ attributes }) => attributes['name'])).toEqual([
      '概览',
      '费用',
      '时效',
      '成交',
      '数据质量',
      '指标解释',
      '标的明细',
    ]);
  });

  it('holds every number of a table as a number', () => {
    report.sections.forEach(({ tables }, index) => {
      const cells = cellsOf(bytes, index + 1);
      const numbers = tables.flatMap(({ rows }) => rows.flat()).flatMap(({ number }) => number?.value ?? []);

      for (const number of numbers) expect(cells).toContain(number);
    });
  });

  it('names for each number of the paragraph the figure it comes from', () => {
    const cells = cellsOf(bytes, 1);

    expect(cells[cells.indexOf('all/success-official') - 1]).toBeCloseTo(0.666667, 6);
    expect(cells[cells.indexOf('all/amount') - 1]).toBe(4320);
    expect(cells.some((cell) => String(cell).includes(FACTS_HASH))).toBe(true);
  });

  it('lists every lot', () => {
    const cells = new Set(cellsOf(bytes, 7));

    for (const { lotId } of FACTS) expect(cells).toContain(lotId);
  });

  it('says so instead of listing more lots than fit', async () => {
    const tooMany = { ...report, lots: { ...report.lots, rows: [], total: 10_001 } };

    const cells = cellsOf(await reportXlsx(tooMany), 7);

    expect(cells.at(-1)).toContain('共 10001 个标的');
  });

  it('comes out byte for byte again, years later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });

    const again = await reportXlsx(reportOf(fixedComparison(), [...FACTS].reverse()));

    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  it('writes no text as a formula, whatever it begins with', async () => {
    const hostile = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', '='), fc.string({ unit: 'grapheme' }));

    await fc.assert(
      fc.asyncProperty(hostile, async ([start, rest]) => {
        const facts = FACTS.slice(0, 2).map((lot) => ({ ...lot, propertyKey: start + rest }));
        const workbook = await reportXlsx(reportOf(fixedComparison({}, facts), facts));

        const elements = [...partsOf(workbook)].flatMap(([, xml]) => elementsOf(xml));
        expect(elements.filter(({ name }) => name === 'f')).toEqual([]);
        expect(cellsOf(workbook, 7)).toContain((start + rest).toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' '));
      }),
      { numRuns: 25, seed: 20231031 },
    );
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportDocx } from '#web/report/docx/document.ts';
import { passageText } from '#web/report/report.ts';
import { reportOf } from '#web/report/report-of.ts';
import { FACTS, FACTS_HASH, fixedComparison } from './fixed-facts.ts';
import { elementsOf, partsOf, textOf } from './parts.ts';

const report = reportOf(fixedComparison(), FACTS);
const bytes = await reportDocx(report);
const parts = partsOf(bytes);
const body = parts.get('word/document.xml') ?? '';

afterEach(() => {
  vi.useRealTimers();
});

describe('the report for Word', () => {
  it('is a package of well-formed parts', () => {
    expect(parts.size).toBeGreaterThan(10);
    for (const [path, xml] of parts) expect(elementsOf(xml).length, path).toBeGreaterThan(0);
  });

  it('holds the paragraph, every table with its numbers, and the definitions', () => {
    const text = textOf(body);

    expect(text).toContain(passageText(report.headline));
    for (const { number, name, rows } of report.sections.flatMap(({ tables }) => tables)) {
      expect(text).toContain(`表${number} ${name}`);
      for (const cell of rows.flat()) expect(text).toContain(cell.text);
    }
    for (const { sentence } of report.definitions) expect(text).toContain(sentence);
  });

  it('says for each number of the paragraph by which path its lots are found', () => {
    const text = textOf(body);

    for (const { path } of report.headline) if (path !== null) expect(text).toContain(path);
  });

  it('says on every page what identifies its figures', () => {
    const footer = textOf(parts.get('word/footer1.xml') ?? '');

    expect(footer).toContain(FACTS_HASH);
    expect(footer).toContain('数据截至 2023年11月1日 09:00');
    expect(footer).toContain(`指标口径 ${report.stamp.definitionsVersion}`);
  });

  it('names the typefaces of official documents and the margins of an A4 page', () => {
    const elements = elementsOf(body);
    const typefaces = new Set(elements.map(({ attributes }) => attributes['w:eastAsia']));
    const page = elements.find(({ name }) => name === 'w:pgSz')?.attributes;
    const margin = elements.find(({ name }) => name === 'w:pgMar')?.attributes;

    expect(typefaces).toEqual(new Set([undefined, '方正小标宋简体', '仿宋_GB2312', '黑体', '宋体']));
    expect(page).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(margin).toMatchObject({ 'w:top': '2098', 'w:bottom': '1984', 'w:left': '1587', 'w:right': '1474' });
  });

  it('draws each chart from the numbers of its table', () => {
    const [chart] = report.sections.flatMap(({ charts }) => charts);
    const drawn = elementsOf(parts.get('word/charts/chart1.xml') ?? '').filter(({ name }) => name === 'c:v');

    const values = drawn.map(({ text }) => text);

    expect(textOf(body)).toContain(`图1 ${chart?.name}`);
    for (const { values: cells } of chart?.series ?? []) {
      for (const { number } of cells) expect(values).toContain(String(number?.value));
    }
  });

  it('comes out byte for byte again, years later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });

    const again = await reportDocx(reportOf(fixedComparison(), [...FACTS].reverse()));

    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  it('differs when the facts differ', async () => {
    const other = await reportDocx(reportOf(fixedComparison({}, FACTS.slice(1)), FACTS.slice(1)));

    expect(Buffer.compare(other, bytes)).not.toBe(0);
  });
});

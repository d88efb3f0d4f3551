import { describe, expect, it } from 'vitest';
import { lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { Cell } from '#web/report/cells.ts';
import { reportOf } from '#web/report/report-of.ts';
import { reportText } from '#web/report/text-file.ts';
import { FACTS, FACTS_HASH, fixedComparison } from './fixed-facts.ts';

const comparison = fixedComparison();
const report = reportOf(comparison, FACTS);

function cells({ sections }: typeof report): readonly Cell[] {
  const inTables = sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
  const inCharts = sections.flatMap(({ charts }) => charts.flatMap(({ series }) => series.flatMap((of) => of.values)));
  return [...inTables, ...inCharts];
}

function missing(of: Comparison, path: string): boolean {
  return lotsBehind(of, path) === undefined;
}

describe('the report', () => {
  it('opens every number to the lots behind it', () => {
    const paths = cells(report).flatMap(({ path }) => (path === null ? [] : [path]));

    const dead = paths.filter((path) => missing(comparison, path));

    expect(paths.length).toBeGreaterThan(200);
    expect(dead).toEqual([]);
  });

  it('counts exactly the lots a count opens to', () => {
    const counts = cells(report).filter(({ number, path }) => number?.format === 'count' && path !== null);

    const wrong = counts.filter(({ number, path }) => lotsBehind(comparison, path ?? '')?.length !== number?.value);

    expect(counts.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('numbers tables and charts without a gap through all its parts', () => {
    const tables = report.sections.flatMap((section) => section.tables.map(({ number }) => number));
    const charts = report.sections.flatMap((section) => section.charts.map(({ number }) => number));

    expect(tables).toEqual(tables.map((_, index) => index + 1));
    expect(charts).toEqual([1, 2, 3, 4]);
  });

  it('has one row for each platform and one for the district', () => {
    const [platforms] = report.sections.flatMap(({ tables }) => tables);

    expect(platforms?.rows.map(([name]) => name?.text)).toEqual(['全区', '东方平台', '西部平台']);
  });

  it('warns above everything when illustrative schedules take part', () => {
    expect(report.warning).toBeNull();
    expect(reportOf(fixedComparison({ demo: true }), FACTS).warning).toContain('示例');
  });

  it('shows rates of fewer than ten lots as counts', () => {
    const few = reportOf(fixedComparison({}, FACTS.slice(0, 4)), FACTS);

    const [district] = few.sections[0]?.tables[0]?.rows ?? [];

    expect(district?.map(({ text }) => text)).toContain('2/4');
  });

  it('lists the lots that count, once each', () => {
    expect(report.lots.rows.map(([id]) => id?.text)).toEqual([...comparison.all.lots]);
  });
});

describe('the report as text', () => {
  const text = reportText(report);

  it('begins with the paragraph and ends with what identifies it', () => {
    expect(text.split('\n')[3]).toMatch(/^截至2023年10月31日,全区/);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      `数据截至 2023年11月1日 09:00;指标口径 ${comparison.definitionsVersion};数据指纹 ${FACTS_HASH}`,
    );
  });

  it('sets numbers under one another', () => {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => line.startsWith('表3 '));

    expect(lines.slice(first, first + 4)).toEqual([
      '表3 各镇街交易情况',
      '镇街      完成竞价(个)  成交(个)  成交率  成交总额(万元)',
      '织里镇              48        32  66.67%        3,456.00',
      '八里店镇            12         8  66.67%          864.00',
    ]);
  });
});

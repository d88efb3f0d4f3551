import { describe, expect, it } from 'vitest';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { wuxing2023 } from '#infra/demo/wuxing-2023/demo.ts';
import { parsePeriod } from '#shared/domain/comparison/period.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import { aLoadedYear } from '#test/demo/loaded-year.ts';
import { beijing } from '#test/support/round-facts.ts';
import { reportDocx } from '#web/report/docx/document.ts';
import { passageText } from '#web/report/report.ts';
import { reportOf } from '#web/report/report-of.ts';
import { reportXlsx } from '#web/report/xlsx-file.ts';
import { FACTS_HASH } from './fixed-facts.ts';

describe('the report of the demo year', async () => {
  const { cards } = await aLoadedYear(wuxing2023.defaultSeed);
  const period = parsePeriod(...wuxing2023.period);
  if (period === undefined) throw new Error('the demo names no period');
  const comparison = compare({
    facts: cards,
    request: { period, preset: null, filters: {}, demo: true, factsHash: null },
    asOf: beijing('2024-01-01 00:00'),
    factsHash: FACTS_HASH,
    schedules: feeSchedules,
    names: Object.fromEntries(manifests.map(({ id, name }) => [id, name])),
  });
  const report = reportOf(comparison, cards);

  it("prints the district's published figures", () => {
    expect(passageText(report.headline)).toBe(
      '截至2023年10月31日,全区各类资产交易已完成竞价标的610个,成交数376个(农村产权256个,国有资产120个),成交率约61.6%,成交总额约25598.81万元,平均溢价率10.62%,最高溢价率达720.01%',
    );
  });

  it('opens every number to exactly the lots it counts', () => {
    const cells = report.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
    const figures = cells.filter(({ path }) => path !== null);

    const dead = figures.filter(({ path }) => lotsBehind(comparison, path ?? '') === undefined);
    const wrong = figures
      .filter(({ number }) => number?.format === 'count')
      .filter(({ number, path }) => lotsBehind(comparison, path ?? '')?.length !== number?.value);

    expect(figures.length).toBeGreaterThan(500);
    expect([dead, wrong]).toEqual([[], []]);
  });

  it('says 示例 wherever an illustrative schedule shows', () => {
    const fees = report.sections.find(({ name }) => name === '费用');
    const illustrative = comparison.platforms.filter((column) => column.fees.own.illustrative.length > 0);

    const names = fees?.tables[0]?.rows.map(([name]) => name?.text);
    expect(illustrative.length).toBeGreaterThan(0);
    for (const { name } of illustrative) expect(names).toContain(`${name}(示例)`);
    expect(fees?.charts[0]?.name).toContain('示例');
  });

  it('has something to show in every part, and fits into one answer', async () => {
    const [docx, xlsx] = [await reportDocx(report), await reportXlsx(report)];

    for (const { tables } of report.sections) expect(tables.length).toBeGreaterThan(0);
    expect(Math.max(docx.length, xlsx.length)).toBeLessThan(1_000_000);
  });
});

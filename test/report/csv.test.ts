import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { figureCsv, platformsCsv } from '#web/report/csv-file.ts';
import { FACTS, fixedComparison } from './fixed-facts.ts';

function rowsOf(csv: string): readonly Record<string, string>[] {
  return parse(csv, { columns: true, bom: true });
}

describe('the table of platforms as CSV', () => {
  it('has a row for each platform, with numbers a spreadsheet reckons with', () => {
    const rows = rowsOf(platformsCsv(fixedComparison()));

    expect(rows.map((row) => row['平台'])).toEqual(['全区', '东方平台', '西部平台']);
    expect(rows[0]).toMatchObject({ '完成竞价(个)': '60', '成交总额(万元)': '4320', 平均溢价率: '0.08' });
  });

  it('leaves unknown empty', () => {
    const [district] = rowsOf(platformsCsv(fixedComparison({}, FACTS.slice(0, 0))));

    expect(district).toMatchObject({ 平均溢价率: '', 最高溢价率: '', '成交(个)': '0' });
  });
});

describe('lots as CSV', () => {
  it('has a row for each lot and no formula among its cells', () => {
    const [first, ...others] = FACTS;
    const rows = rowsOf(
      figureCsv([{ ...(first ?? FACTS[0]), propertyKey: '=1+1' } as (typeof FACTS)[number], ...others]),
    );

    expect(rows).toHaveLength(FACTS.length);
    expect(rows[0]?.['资产标识']).toBe("'=1+1");
  });

  it('writes a price below the start as a number', () => {
    const [, second] = FACTS;
    const below = { ...second, startPriceFen: second?.hammerPriceFen, hammerPriceFen: second?.startPriceFen };

    const [row] = rowsOf(figureCsv([below as (typeof FACTS)[number]]));

    expect(Number(row?.['溢价率'])).toBeLessThan(0);
  });
});

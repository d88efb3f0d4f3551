import { describe, expect, it } from 'vitest';
import { lotsBehind } from '#shared/services/comparison/lots-behind.ts';
import { headlinePassage } from '#web/report/headline.ts';
import { passageText } from '#web/report/report.ts';
import { FACTS, fixedComparison } from './fixed-facts.ts';

describe('the official paragraph', () => {
  it('says the figures of a period in the words its readers expect', () => {
    const comparison = fixedComparison();

    const text = passageText(headlinePassage(comparison));

    expect(text).toBe(
      '截至2023年10月31日,全区各类资产交易已完成竞价标的60个,成交数40个(农村产权30个,国有资产10个),成交率约66.7%,成交总额约4320.00万元,平均溢价率8.00%,最高溢价率达10.90%',
    );
  });

  it('names for each number a figure that opens to its lots', () => {
    const comparison = fixedComparison();

    const figures = headlinePassage(comparison).filter(({ path }) => path !== null);

    const opened = figures.map(({ text, path }) => [text, lotsBehind(comparison, path ?? '')?.length]);
    expect(opened).toEqual([
      ['60', 60],
      ['40', 40],
      ['30', 30],
      ['10', 10],
      ['66.7%', 60],
      ['4320.00', 40],
      ['8.00%', 40],
      ['10.90%', 1],
    ]);
  });

  it('says what it is narrowed to', () => {
    const filters = { township: '330502100', tradeCategory: 'state', tradeKind: null } as const;

    const text = passageText(headlinePassage(fixedComparison({ filters })));

    expect(text).toContain('全区(织里镇、国有资产、流转方式不明)各类资产交易');
  });

  it('shows a dash for rates of nothing', () => {
    const text = passageText(headlinePassage(fixedComparison({}, FACTS.slice(0, 0))));

    expect(text).toContain(
      '完成竞价标的0个,成交数0个(农村产权0个,国有资产0个),成交率约–,成交总额约0.00万元,平均溢价率–,最高溢价率达–',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import { type ComparisonJson, comparisonJson } from '#shared/services/comparison/comparison-json.ts';
import { aSoldRound, beijing } from '#test/support/round-facts.ts';
import { overviewLines } from '../../infra/cli/compare/overview-lines.ts';
import { inputOf } from './comparison-facts.ts';

const END = beijing('2023-06-15 10:00');

function linesOf(input: Parameters<typeof compare>[0]): readonly string[] {
  return overviewLines(JSON.parse(comparisonJson(compare(input))) as ComparisonJson);
}

describe('the overview on the command line', () => {
  it('says what came of the lots, what was late and how the platforms compare', () => {
    const facts = Array.from({ length: 12 }, (_, index) =>
      aSoldRound({
        lotId: `east.${index}`,
        platform: 'east',
        status: index < 9 ? 'sold' : 'passed-in',
        tradeCategory: index < 6 ? 'collective' : 'state',
        hammerPriceFen: fen(120_00),
        depositFen: fen(100),
        depositsRefundedAt: index === 0 ? null : addMs(END, 86_400_000),
        asOf: END,
      }),
    );

    const lines = linesOf(inputOf(facts));

    expect(lines.slice(0, 5)).toEqual([
      '期间2023-01-01至2023-10-31,数据截至2023年6月15日 10:00',
      '全区',
      '  完成竞价12件:成交9件(农村集体6件、国有资产3件),流拍3件;另有撤回0件,未有结果0件',
      '  成交率75.00%(95%区间46.77%–91.11%),成交额0.11万元,溢价率平均20.00%、最高20.00%',
      '  同比:成交件数–,成交额–,成交率–',
    ]);
    expect(lines).toContainEqual(expect.stringContaining('东台 保证金清退用时:12件中1件未守时限,其中1件仍未办结'));
    expect(lines).toContain('  没有可以比较的平台。');
  });

  it('gives counts and no rate of fewer than ten lots', () => {
    const lines = linesOf(inputOf([aSoldRound({ platform: 'east' })]));

    expect(lines[3]).toMatch(/^ {2}成交率–,/);
  });

  it('says so when illustrative fees are among them', () => {
    const input = inputOf([]);

    expect(linesOf(input)).not.toContain('含示例收费标准:费用为演示,不作依据');
    expect(linesOf({ ...input, request: { ...input.request, demo: true } })).toContain(
      '含示例收费标准:费用为演示,不作依据',
    );
  });
});

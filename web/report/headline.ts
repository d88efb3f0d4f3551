import type { Comparison } from '#shared/services/comparison/model.ts';
import { percentText } from '#shared/services/comparison/words.ts';
import { UNKNOWN } from '../words.ts';
import { type Cell, count, percent, wan, words } from './cells.ts';
import { soldAs } from './figures.ts';
import type { Passage } from './report.ts';
import { dayText, districtText } from './scope.ts';

/** As official prose writes numbers: without separators. */
function inProse(cell: Cell): Cell {
  return { ...cell, text: cell.text.replaceAll(',', '') };
}

/** The official rate of success is said with one decimal (约61.6%). */
function roughPercent(rate: number | null, path: string): Cell {
  return inProse({ ...percent(rate, path), text: rate === null ? UNKNOWN : percentText(rate) });
}

/** The paragraph that the office's superiors expect, in their words; each number knows its figure. */
export function headlinePassage(comparison: Comparison): Passage {
  const { request, all } = comparison;
  const { completed, sold, success, amount, premiums } = all.outcome;
  return [
    words(`截至${dayText(request.period.to)},${districtText(request)}各类资产交易已完成竞价标的`),
    inProse(count(completed.lots.length, 'all/completed')),
    words('个,成交数'),
    inProse(count(sold.lots.length, 'all/sold')),
    words('个(农村产权'),
    inProse(soldAs(all, 'collective')),
    words('个,国有资产'),
    inProse(soldAs(all, 'state')),
    words('个),成交率约'),
    roughPercent(success.official.rate, 'all/success-official'),
    words(',成交总额约'),
    inProse(wan(amount.fen, 'all/amount')),
    words('万元,平均溢价率'),
    inProse(percent(premiums.mean.rate, 'all/premium-mean')),
    words(',最高溢价率达'),
    inProse(percent(premiums.highest.rate, 'all/premium-highest')),
  ];
}

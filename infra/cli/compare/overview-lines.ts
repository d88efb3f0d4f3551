import { formatBeijingText } from '#shared/domain/time.ts';
import { clockById } from '#shared/domain/timeliness/clocks.ts';
import type { ComparisonJson } from '#shared/services/comparison/comparison-json.ts';
import { pointsText, wanText } from '#shared/services/comparison/words.ts';
import { changeText, intervalText, percentText } from '#web/pages/comparison/figure-text.ts';
import { CATEGORY_TEXT, UNKNOWN } from '#web/words.ts';

type ColumnJson = ComparisonJson['all'];

function soldText({ outcome: { sold, amount } }: ColumnJson): string {
  const parts = amount.subtotals.map(({ tradeCategory, lots, unknown }) => {
    return `${tradeCategory === null ? '未注明' : CATEGORY_TEXT[tradeCategory]}${lots + unknown}件`;
  });
  return `成交${sold.lots}件${parts.length === 0 ? '' : `(${parts.join('、')})`}`;
}

/** Below ten lots a rate says nothing: the counts stand before it. */
function successText({ outcome: { success }, successInterval }: ColumnJson): string {
  if (successInterval === null) return `成交率${UNKNOWN}`;
  return `成交率${percentText(success.official.rate)}(95%区间${intervalText(successInterval)})`;
}

function amountText({ outcome: { amount } }: ColumnJson): string {
  return `成交额${wanText(amount.fen)}${amount.unknown === 0 ? '' : `(另有${amount.unknown}件算不出)`}`;
}

function columnLines(column: ColumnJson): readonly string[] {
  const { completed, passedIn, withdrawn, open, premiums } = column.outcome;
  const { change } = column.lastYear;
  return [
    `${column.name}`,
    `  完成竞价${completed.lots}件:${soldText(column)},流拍${passedIn.lots}件;另有撤回${withdrawn.lots}件,未有结果${open.lots}件`,
    `  ${successText(column)},${amountText(column)},溢价率平均${percentText(premiums.mean.rate)}、最高${percentText(premiums.highest.rate)}`,
    `  同比:成交件数${changeText(change.sold)},成交额${changeText(change.amount)},成交率${change.success === null ? UNKNOWN : `${pointsText(change.success)}个百分点`}`,
  ];
}

/** Limits that a platform's lots did not keep. */
function breachLines({ name, clocks }: ColumnJson): readonly string[] {
  return clocks.flatMap(({ clock, limits }) =>
    limits
      .filter(({ broken }) => broken > 0)
      .map(({ limit, lots, broken, overdue }) => {
        const how = `${lots}件中${broken}件未守时限,其中${overdue}件仍未办结`;
        return `  ${name} ${clockById(clock).name}:${how}(${limit.clause})`;
      }),
  );
}

function headlineLines({ headlines }: ComparisonJson): readonly string[] {
  return [headlines.fees, headlines.timeliness, headlines.success].flatMap(({ question, pairs }) => [
    question,
    ...(pairs.length === 0 ? ['  没有可以比较的平台。'] : pairs.map(({ sentence }) => `  ${sentence}`)),
  ]);
}

/** The overview of a comparison in a leader's order, a line each. */
export function overviewLines(comparison: ComparisonJson): readonly string[] {
  const { request, all, platforms, dataAsOf, definitionsVersion, factsHash, unclear, undated, reference } = comparison;
  const breaches = platforms.flatMap(breachLines);
  return [
    `期间${request.period.from}至${request.period.to},数据截至${dataAsOf === null ? UNKNOWN : formatBeijingText(dataAsOf)}`,
    ...(request.demo ? ['含示例收费标准:费用为演示,不作依据'] : []),
    ...[all, ...platforms].flatMap(columnLines),
    '未守时限',
    ...(breaches.length === 0 ? ['  没有'] : breaches),
    ...headlineLines(comparison),
    `未计入:类别或辖区不明${unclear}件,无时间可归期${undated}件,市场参考${reference}件`,
    `指标口径${definitionsVersion},数据指纹${factsHash}`,
  ];
}

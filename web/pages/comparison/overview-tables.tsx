import type { PremiumFigure } from '#shared/domain/comparison/premium.ts';
import { UNKNOWN } from '../../words.ts';
import { figuresOf } from './figure.tsx';
import { changeText, intervalText, percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

const OWNERS = ['collective', 'state'] as const;

/** Deals and their amount (成交额), with the same days a year earlier (同比). */
export function AmountTable({ view }: PartProps) {
  const { count, value, wan } = figuresOf(view);
  return (
    <FigureTable
      caption="成交额与同比(万元)"
      head={['平台', '成交数', '成交额', '其中农村集体', '其中国有', '算不出金额', '去年同期', '同比', '协议成交']}
      rows={rowsOf(view.comparison).map(({ id, name, outcome: { sold, amount, agreements }, lastYear }) => [
        name,
        count(`${id}/sold`, sold.lots),
        wan(`${id}/amount`, amount),
        ...OWNERS.map((owner) => {
          const part = amount.subtotals.find(({ tradeCategory }) => tradeCategory === owner);
          return part === undefined ? UNKNOWN : wan(`${id}/amount/${owner}`, part);
        }),
        count(`${id}/amount/left-out`, amount.unknown),
        wan(`${id}/last-year/amount`, lastYear.amount),
        value(`${id}/last-year/amount`, lastYear.amount.lots, changeText(lastYear.change.amount)),
        count(`${id}/agreement/part`, agreements.part),
      ])}
    />
  );
}

/** Success (成交率) by the official definition, and what is not in its denominator. */
export function SuccessTable({ view }: PartProps) {
  const { count, rate, value } = figuresOf(view);
  return (
    <FigureTable
      caption="成交率与流拍"
      head={['平台', '完成竞价', '成交', '流拍', '成交率', '95%区间', '去年同期', '撤回', '未有结果']}
      rows={rowsOf(view.comparison).map(({ id, name, outcome, successInterval, lastYear }) => {
        const interval = successInterval === null ? UNKNOWN : intervalText(successInterval);
        return [
          name,
          count(`${id}/completed`, outcome.completed.lots),
          count(`${id}/sold`, outcome.sold.lots),
          count(`${id}/passed-in`, outcome.passedIn.lots),
          rate(`${id}/success-official`, outcome.success.official),
          value(`${id}/success-official`, outcome.success.official.whole, interval),
          rate(`${id}/last-year/success-official`, lastYear.success),
          count(`${id}/withdrawn`, outcome.withdrawn.lots),
          count(`${id}/open`, outcome.open.lots),
        ];
      })}
    />
  );
}

/** Premiums (溢价率) over the start price; what is left out is counted. */
export function PremiumTable({ view }: PartProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="溢价率(对起拍价)"
      head={['平台', '计入标的', '平均', '中位数', '最高', '象征性起拍价未计']}
      rows={rowsOf(view.comparison).map(({ id, name, outcome: { premiums } }) => {
        const cell = ({ definition, lots, rate }: PremiumFigure) =>
          value(`${id}/${definition}`, lots, percentText(rate));
        return [
          name,
          count(`${id}/premium-mean`, premiums.mean.lots),
          cell(premiums.mean),
          cell(premiums.median),
          cell(premiums.highest),
          count(`${id}/token-start`, premiums.leftOut.tokenStart),
        ];
      })}
    />
  );
}

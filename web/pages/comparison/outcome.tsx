import type { RateFigure } from '#shared/domain/comparison/figure.ts';
import type { PerLotFigure } from '#shared/domain/comparison/outcome.ts';
import type { PriceBasis } from '#shared/domain/price.ts';
import { basisText, roundText } from '../../format.ts';
import { figuresOf } from './figure.tsx';
import { meanText, percentText } from './figure-text.ts';
import { PairSentences, toldOf } from './headlines.tsx';
import { AmountTable, PremiumTable, SuccessTable } from './overview-tables.tsx';
import { SuccessPairs } from './success-pairs.tsx';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

const DENOMINATORS = ['official', 'attempts', 'properties', 'finished', 'net'] as const;

/** Success by its denominators, side by side, each with its lots. */
function Denominators({ view }: PartProps) {
  const { count, rate } = figuresOf(view);
  const cell = (path: string, of: RateFigure) => (
    <>
      {rate(path, of)} <span class="soft">=</span> {count(`${path}/part`, of.part)} <span class="soft">÷</span>{' '}
      {count(path, of.whole)}
    </>
  );
  return (
    <FigureTable
      caption="成交率的各种口径(第一种为通报口径)"
      head={['平台', '按完成竞价', '按发拍次数', '按资产件数', '按已了结资产', '扣除悔拍']}
      rows={rowsOf(view.comparison).map(({ id, name, outcome: { success } }) => [
        name,
        ...DENOMINATORS.map((each) => cell(`${id}/${success[each].definition}`, success[each])),
      ])}
    />
  );
}

/** The official rate of each round (轮次). */
function Rounds({ view }: PartProps) {
  const { count, rate } = figuresOf(view);
  return (
    <FigureTable
      caption="各轮次成交率"
      head={['平台与轮次', '完成竞价', '成交', '成交率']}
      rows={rowsOf(view.comparison).flatMap(({ id, name, outcome }) =>
        outcome.success.byRound.map((figure) => {
          const path = `${id}/round/${figure.round ?? 'unknown'}`;
          return [
            `${name} ${roundText(figure.round) ?? '轮次未注明'}`,
            count(path, figure.whole),
            count(`${path}/part`, figure.part),
            rate(path, figure),
          ];
        }),
      )}
    />
  );
}

function basisName(basis: PriceBasis | null): string {
  return basis === null ? '计价方式未注明' : basisText(basis);
}

/** Ratio of totals, basis by basis, for bases are never added; and the premium over the appraisal. */
function PremiumTotals({ view }: PartProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="总额溢价率(各计价方式分列)与对评估价的平均溢价率"
      head={['平台与计价方式', '计入标的', '溢价率']}
      rows={rowsOf(view.comparison).flatMap(({ id, name, outcome: { premiums } }) => {
        const { totals, overAppraisal } = premiums;
        const path = (basis: PriceBasis | null) => `${id}/premium-totals/${basis ?? 'unknown'}`;
        return [
          ...totals.map(({ basis, lots, rate }) => [
            `${name} ${basisName(basis)}`,
            count(path(basis), lots),
            value(path(basis), lots, percentText(rate)),
          ]),
          [
            `${name} 对评估价`,
            count(`${id}/premium-appraisal`, overAppraisal.lots),
            value(`${id}/premium-appraisal`, overAppraisal.lots, percentText(overAppraisal.rate)),
          ],
        ];
      })}
    />
  );
}

/** Bids and bidders per lot, deals net of default, agreements: what stands beside the official figures. */
function Beside({ view }: PartProps) {
  const { count, value, wan } = figuresOf(view);
  const perLot = (id: string, { definition, mean, lots }: PerLotFigure) =>
    value(`${id}/${definition}`, lots, meanText(mean));
  return (
    <FigureTable
      caption="竞争程度、悔拍与协议成交(金额单位万元)"
      head={['平台', '每标的出价次数', '每标的报名人数', '未悔拍成交', '未悔拍成交额', '协议成交', '协议金额']}
      rows={rowsOf(view.comparison).map(({ id, name, outcome }) => [
        name,
        perLot(id, outcome.bids),
        perLot(id, outcome.bidders),
        count(`${id}/sold-net`, outcome.soldNet.lots),
        wan(`${id}/amount-net`, outcome.amountNet),
        count(`${id}/agreement/part`, outcome.agreements.part),
        wan(`${id}/agreement-amount`, outcome.agreementAmount),
      ])}
    />
  );
}

/** Outcome (成交): amounts, success by every denominator, premiums, competition, and whether platforms differ. */
export function OutcomeContent({ view }: PartProps) {
  const { success } = view.comparison.headlines;
  return (
    <>
      <h2>{success.question}</h2>
      <PairSentences view={view} pairs={toldOf('success', success.pairs)} />
      <SuccessPairs view={view} />
      <AmountTable view={view} />
      <SuccessTable view={view} />
      <Denominators view={view} />
      <Rounds view={view} />
      <PremiumTable view={view} />
      <PremiumTotals view={view} />
      <Beside view={view} />
    </>
  );
}

import type { RateBase } from '#shared/services/comparison/model-fees.ts';
import { Breakevens } from './breakevens.tsx';
import { FeePairs } from './fee-pairs.tsx';
import { figuresOf } from './figure.tsx';
import { percentText } from './figure-text.ts';
import { PairSentences, toldOf } from './headlines.tsx';
import { FeeName, SameSaleFees } from './same-sale-fees.tsx';
import { ScheduleTable } from './schedules.tsx';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

const BASE_TEXT: Readonly<Record<RateBase, string>> = {
  price: '转让价',
  'first-year-rent': '首年租金',
  'term-rent': '全部租期租金',
};

/** Median effective rates (实际费率) on the same sales, leases against the first year's and the whole term's rent. */
function RateTable({ view }: PartProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="实际费率中位数(同一成交,占转让价或租金)"
      head={['平台', '计算基数', '成交', '委托方', '买受人']}
      words={['计算基数']}
      rows={view.comparison.platforms.flatMap(({ id, name, fees: { onEverySale } }) =>
        (onEverySale?.rates ?? [])
          .filter(({ lots }) => lots.length > 0)
          .map(({ base, lots, seller, buyer }) => {
            const path = `${id}/fees/every-sale/rate/${base}`;
            return [
              <FeeName name={name} isIllustrative={(onEverySale?.illustrative ?? []).length > 0} />,
              BASE_TEXT[base],
              count(path, lots),
              value(path, lots, percentText(seller)),
              value(path, lots, percentText(buyer)),
            ];
          }),
      )}
    />
  );
}

/** A platform's own sales by its own schedules, held against the legal maxima. */
function OwnFees({ view }: PartProps) {
  const { count, wan } = figuresOf(view);
  return (
    <FigureTable
      caption="各平台自身成交按自身收费标准的费用(万元)与佣金法定上限检查"
      head={['平台', '成交', '委托方承担', '买受人承担', '另计增值税未明', '未超上限', '超过上限', '无法判断']}
      rows={rowsOf(view.comparison).map(({ id, name, fees: { own, legal } }) => {
        const amount = (fen: typeof own.totalFen) => wan(`${id}/fees/own`, { fen, lots: own.lots });
        return [
          <FeeName name={name} isIllustrative={own.illustrative.length > 0} />,
          count(`${id}/fees/own`, own.lots),
          amount(own.sellerFen),
          amount(own.buyerFen),
          amount(own.openVatFen),
          count(`${id}/fees/legal/ok`, legal.ok),
          count(`${id}/fees/legal/breach`, legal.breach),
          count(`${id}/fees/legal/undetermined`, legal.undetermined),
        ];
      })}
    />
  );
}

/** Fees (费用): on the same sales, by pairs, where they cross, and the schedules they rest on. */
export function FeesContent({ view }: PartProps) {
  const { fees } = view.comparison.headlines;
  return (
    <>
      <h2>{fees.question}</h2>
      <PairSentences view={view} pairs={toldOf('fees', fees.pairs)} />
      <SameSaleFees view={view} />
      <FeePairs view={view} />
      <RateTable view={view} />
      <p class="soft">未写租金递增的,各年按首年租金计。假定竞价过程不因平台而变。</p>
      <Breakevens view={view} />
      <OwnFees view={view} />
      <ScheduleTable view={view} />
    </>
  );
}

import type { Fen } from '#shared/domain/money.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import { nameOf } from '../../report/figures.ts';
import { figuresOf } from './figure.tsx';
import { FeeName } from './same-sale-fees.tsx';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

/** Two platforms by name, the first by id first. */
export function pairName(comparison: Comparison, { a, b }: { readonly a: string; readonly b: string }): string {
  return `${nameOf(comparison, a)} / ${nameOf(comparison, b)}`;
}

/** Every two platforms on the same sales, each side's part apart. */
export function FeePairs({ view }: PartProps) {
  const { comparison } = view;
  const { count, wan } = figuresOf(view);
  return (
    <FigureTable
      caption="两两比较:同一成交上谁的费用低(双方合计;合计单位万元)"
      head={[
        '甲 / 乙',
        '同一成交',
        '甲较低',
        '乙较低',
        '持平',
        '甲委托方',
        '甲买受人',
        '乙委托方',
        '乙买受人',
        '未能比较',
      ]}
      rows={comparison.headlines.fees.pairs.map((pair) => {
        const path = `pair/fees/${pair.a}/${pair.b}`;
        const { compared, leftOut } = pair.overlap;
        const amount = (fen: Fen) => wan(`${path}/compared`, { fen, lots: compared });
        return [
          <FeeName name={pairName(comparison, pair)} isIllustrative={pair.isIllustrative} />,
          count(`${path}/compared`, compared),
          count(`${path}/a-cheaper`, pair.aCheaper),
          count(`${path}/b-cheaper`, pair.bCheaper),
          count(`${path}/equal`, pair.equal),
          amount(pair.totalsA.sellerFen),
          amount(pair.totalsA.buyerFen),
          amount(pair.totalsB.sellerFen),
          amount(pair.totalsB.buyerFen),
          count(`${path}/left-out`, leftOut),
        ];
      })}
    />
  );
}

import type { SuccessPair } from '#shared/services/comparison/model-headlines.ts';
import { UNKNOWN } from '../../words.ts';
import { pairName } from './fee-pairs.tsx';
import { figuresOf } from './figure.tsx';
import { changesText, percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';
import type { ComparisonView, PartProps } from './view.ts';

/** Both rates as they are, which open to the platforms' own lots. */
function crudeRates(view: ComparisonView, { a, b, crude }: SuccessPair) {
  const { value } = figuresOf(view);
  return [[a, crude.a.rate] as const, [b, crude.b.rate] as const].map(([id, rate]) => {
    const column = view.comparison.platforms.find((platform) => platform.id === id);
    return value(`${id}/success-official`, column?.outcome.success.official.whole ?? [], percentText(rate));
  });
}

/** Success of every two platforms, as it is and at the same mix of lots. */
export function SuccessPairs({ view }: PartProps) {
  const { comparison } = view;
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="两两比较成交率:原始与同类折算(资产类别 × 轮次)"
      head={[
        '甲 / 乙',
        '甲原始',
        '乙原始',
        '甲折算',
        '乙折算',
        '差的95%区间',
        '计入标的',
        '未能比较',
        '未能比较的比例',
      ]}
      rows={comparison.headlines.success.pairs.map((pair) => {
        const { a, b, standardised } = pair;
        const { compared, leftOut, shareLeftOut } = pair.overlap;
        const path = `pair/success/${a}/${b}`;
        const adjusted = (text: string | undefined) => value(`${path}/compared`, compared, text ?? UNKNOWN);
        return [
          pairName(comparison, pair),
          ...crudeRates(view, pair),
          adjusted(standardised === null ? undefined : percentText(standardised.a.rate)),
          adjusted(standardised === null ? undefined : percentText(standardised.b.rate)),
          adjusted(standardised === null ? undefined : changesText(standardised.interval)),
          count(`${path}/compared`, compared),
          count(`${path}/left-out`, leftOut),
          value(`${path}/left-out`, leftOut, percentText(shareLeftOut)),
        ];
      })}
    />
  );
}

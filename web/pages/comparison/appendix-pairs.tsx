import { clockById } from '#shared/domain/timeliness/clocks.ts';
import { verdictText } from '#shared/services/comparison/words.ts';
import { nameOf } from '../../report/figures.ts';
import { UNKNOWN } from '../../words.ts';
import { pairName } from './fee-pairs.tsx';
import { figuresOf } from './figure.tsx';
import { changesText, changeText, percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

function Resampled({ view: { comparison } }: PartProps) {
  return (
    <FigureTable
      caption="成交率之差(百分点)与成交价/起拍价中位数之比(甲比乙高)"
      head={['甲 / 乙', '成交率之差', '成交率之差95%区间', '价格之比', '价格之比95%区间']}
      rows={comparison.appendix.pairs.map((pair) => {
        const { successByVillage: success, premium } = pair;
        return [
          pairName(comparison, pair),
          changeText(success?.estimate ?? null),
          success === null ? UNKNOWN : changesText(success),
          changeText(premium.gap?.estimate ?? null),
          premium.gap === null ? UNKNOWN : changesText(premium.gap),
        ];
      })}
    />
  );
}

function KindAndPrice({ view }: PartProps) {
  const { comparison } = view;
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="按流转方式与起拍价分层折算的成交率"
      head={['甲 / 乙', '计入标的', '甲折算', '乙折算', '差的95%区间', '未能比较']}
      rows={comparison.appendix.pairs.map((pair) => {
        const { comparison: adjusted, overlap } = pair.kindAndPrice;
        const path = `pair/kind-and-price/${pair.a}/${pair.b}`;
        const cell = (text: string) => value(`${path}/compared`, overlap.compared, text);
        return [
          pairName(comparison, pair),
          count(`${path}/compared`, overlap.compared),
          cell(percentText(adjusted?.a.rate ?? null)),
          cell(percentText(adjusted?.b.rate ?? null)),
          cell(adjusted === null ? UNKNOWN : changesText(adjusted.interval)),
          count(`${path}/left-out`, overlap.leftOut),
        ];
      })}
    />
  );
}

function Holm({ view }: PartProps) {
  const { comparison } = view;
  const { value } = figuresOf(view);
  return (
    <FigureTable
      caption="平台自身环节用时的对数秩检验,按Holm校正"
      head={['环节与平台', 'p', '校正后p', '结论']}
      words={['结论']}
      rows={comparison.headlines.timeliness.pairs.flatMap((pair) => {
        if (pair.test === null) return [];
        const { compared } = pair.overlap;
        const cell = (p: number | null) =>
          value(`pair/timeliness/${pair.clock}/${pair.a}/${pair.b}/compared`, compared, percentText(p));
        return [
          [
            `${clockById(pair.clock).name} ${pairName(comparison, pair)}`,
            cell(pair.test.p),
            cell(pair.adjustedP),
            verdictText(pair.verdict, nameOf(comparison, pair.a), nameOf(comparison, pair.b)),
          ],
        ];
      })}
    />
  );
}

/** Every two platforms in further ways. */
export function AppendixPairs({ view }: PartProps) {
  return (
    <>
      <h2>按村(出让方)重抽样</h2>
      <Resampled view={view} />
      <h2>换一种分层</h2>
      <KindAndPrice view={view} />
      <h2>多重比较校正</h2>
      <Holm view={view} />
    </>
  );
}

import { formatYuan } from '#shared/domain/money.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import type { FeeBreakeven } from '#shared/services/comparison/model-fees.ts';
import { feeCurves } from '../../charts/fee-curves.ts';
import { nameOf } from '../../report/figures.ts';
import { Chart } from './chart.tsx';
import { FeeName } from './same-sale-fees.tsx';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

interface CrossingProps extends PartProps {
  readonly crossing: FeeBreakeven;
  readonly index: number;
}

/** Where two platforms' fees cross, drawn and in words. */
function Crossing({ view: { comparison }, crossing, index }: CrossingProps) {
  const names = [nameOf(comparison, crossing.a), nameOf(comparison, crossing.b)] as const;
  const kind = crossing.tradeKind === null ? '流转方式未注明' : TRADE_KIND_TEXT[crossing.tradeKind];
  const isIllustrative = comparison.headlines.fees.pairs.some(
    ({ a, b, isIllustrative: is }) => is && a === crossing.a && b === crossing.b,
  );
  const { segments, turningPoints, curve } = crossing.result;
  const cheaper = { first: `${names[0]}较低`, second: `${names[1]}较低`, equal: '相同' } as const;
  const turns =
    turningPoints.length === 0
      ? '在此范围内没有临界成交价'
      : `临界成交价 ${turningPoints.map((at) => `${formatYuan(at)} 元`).join('、')}`;
  return (
    <section>
      <h3>
        <FeeName name={`${names.join(' / ')}(${kind})`} isIllustrative={isIllustrative} />
      </h3>
      <Chart
        svg={feeCurves(`fee-${index}`, curve, names)}
        caption={`${kind}:两个平台向双方收取的费用随成交价的变化;${turns}。其余条件同标的 ${crossing.like}。`}
      />
      <FigureTable
        caption={`${names.join(' / ')}:不同成交价时谁的费用低`}
        head={['成交价(元)', '较低的一方']}
        words={['较低的一方']}
        rows={segments.map(({ fromFen, toFen, cheaper: which }) => [
          `${formatYuan(fromFen)}–${formatYuan(toFen)}`,
          cheaper[which],
        ])}
      />
    </section>
  );
}

/** Breakeven curves between every two platforms that can be compared. */
export function Breakevens({ view }: PartProps) {
  const { breakevens } = view.comparison;
  return (
    <section aria-labelledby="breakevens">
      <h2 id="breakevens">临界成交价</h2>
      {breakevens.length === 0 ? <p class="notice">没有两个平台都有可比的收费标准。</p> : null}
      {breakevens.map((crossing, index) => (
        <Crossing view={view} crossing={crossing} index={index} />
      ))}
    </section>
  );
}

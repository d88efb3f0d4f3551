import type { TownshipCell } from '#shared/services/comparison/model.ts';
import { UNKNOWN } from '../../words.ts';
import { figuresOf } from './figure.tsx';
import { FigureTable } from './table.tsx';
import type { ComparisonView, PartProps } from './view.ts';

/** Townships (镇街) by their deals. */
export function TownshipTable({ view }: PartProps) {
  const { count, rate, wan } = figuresOf(view);
  return (
    <FigureTable
      caption="各镇街成交情况"
      head={['镇街', '完成竞价', '成交', '成交率', '成交额(万元)']}
      rows={view.comparison.townships.map(({ code, name, all }) => {
        const path = `township/${code}/${all.column}`;
        return [
          name,
          count(`${path}/completed`, all.completed.lots),
          count(`${path}/sold`, all.sold.lots),
          rate(`${path}/success-official`, all.success),
          wan(`${path}/amount`, all.amount),
        ];
      })}
    />
  );
}

function soldOfCompleted(view: ComparisonView, code: string, { column, sold, completed }: TownshipCell) {
  if (completed.lots.length === 0) return UNKNOWN;
  const { count } = figuresOf(view);
  const path = `township/${code}/${column}`;
  return (
    <>
      {count(`${path}/sold`, sold.lots)} / {count(`${path}/completed`, completed.lots)}
    </>
  );
}

/** Townships against platforms: sold of completed lots. */
export function TownshipPlatformTable({ view }: PartProps) {
  const { townships, platforms, all } = view.comparison;
  return (
    <FigureTable
      caption="镇街 × 平台:成交 / 完成竞价"
      isMatrix
      head={['镇街', ...platforms.map(({ name }) => name), all.name]}
      rows={townships.map((row) => [
        row.name,
        ...[...row.platforms, row.all].map((cell) => soldOfCompleted(view, row.code, cell)),
      ])}
    />
  );
}

import { DIMENSION_TEXT, QUALITY_CHECKS } from '#shared/domain/comparison/quality-checks.ts';
import { UNKNOWN } from '../../words.ts';
import { figuresOf } from './figure.tsx';
import { percentText } from './figure-text.ts';
import { Ledger } from './ledger.tsx';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

/** Share of lots that pass every check of a dimension. */
function Dimensions({ view }: PartProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption="各平台数据质量"
      head={['平台与维度', '适用标的', '有问题', '合格率']}
      rows={rowsOf(view.comparison).flatMap(({ id, name, quality }) =>
        quality.map(({ dimension, applicable, failing, rate }) => {
          const path = `${id}/quality/${dimension}`;
          return [
            `${name} ${DIMENSION_TEXT[dimension]}`,
            count(path, applicable),
            count(`${path}/failing`, failing),
            value(path, applicable, percentText(rate)),
          ];
        }),
      )}
    />
  );
}

/** Lots that fail, check by check and platform by platform. */
function Checks({ view }: PartProps) {
  const { count } = figuresOf(view);
  const columns = rowsOf(view.comparison);
  return (
    <FigureTable
      caption="未通过的标的数(逐项检查)"
      isMatrix
      head={['检查', ...columns.map(({ name }) => name)]}
      rows={QUALITY_CHECKS.map((check) => [
        check.name,
        ...columns.map(({ id, quality }) => {
          const result = quality.flatMap(({ checks }) => checks).find((each) => each.check === check.id);
          if (result === undefined || result.applicable.length === 0) return UNKNOWN;
          return count(`${id}/quality/check/${check.id}/failing`, result.failing);
        }),
      ])}
    />
  );
}

/** Data quality (数据质量) of what platforms report. */
export function QualityContent({ view }: PartProps) {
  return (
    <>
      <Dimensions view={view} />
      <Checks view={view} />
      <p class="soft">“–”表示没有适用该项检查的标的。</p>
      {view.ledger === undefined ? null : <Ledger lines={view.ledger} />}
    </>
  );
}

import { clockById } from '#shared/domain/timeliness/clocks.ts';
import type { ClockFigure } from '#shared/services/comparison/model-clocks.ts';
import { UNIT_TEXT } from '#shared/services/comparison/words.ts';
import { UNKNOWN } from '../../words.ts';
import { keptBy } from './clause-tables.tsx';
import { quantileText } from './clock-text.ts';
import { CONFIDENCE_TEXT } from './definitions.tsx';
import { figuresOf } from './figure.tsx';
import { intervalText, percentText } from './figure-text.ts';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

type ClockProps = PartProps & { readonly clock: ClockFigure };

const QUANTILES = ['median', 'p75', 'p90'] as const;

/** How long a clock takes on every platform, open cases counted as far as they were followed. */
export function ClockTable({ view, clock: { clock, unit } }: ClockProps) {
  const { count, value } = figuresOf(view);
  return (
    <FigureTable
      caption={`${clockById(clock).name}:各平台`}
      head={['平台', '标的', '中位数', '四分之三位', '十分之九位', '已办结', '在办', '撤回或悔拍', '时间未报']}
      rows={rowsOf(view.comparison).flatMap((column) => {
        const own = column.clocks.find((each) => each.clock === clock);
        if (own === undefined) return [];
        const path = `${column.id}/clock/${clock}`;
        return [
          [
            column.name,
            count(path, own.lots),
            ...QUANTILES.map((quantile) => value(path, own.lots, quantileText(own.times, quantile, unit))),
            count(`${path}/closed`, own.closed),
            count(`${path}/open`, own.open),
            count(`${path}/withdrawn`, own.withdrawn),
            count(`${path}/unknown`, own.unknown),
          ],
        ];
      })}
    />
  );
}

type LimitProps = ClockProps & { readonly limit: ClockFigure['limits'][number]['limit'] };

function LimitTable({ view, clock: { clock, unit }, limit }: LimitProps) {
  const { count, value } = figuresOf(view);
  const word = limit.op === 'at-most' ? '内办结' : '以上';
  return (
    <FigureTable
      caption={`${clockById(clock).name}:${limit.value}${UNIT_TEXT[unit]}${word}的比例`}
      head={['平台', '适用标的', '比例', '95%区间', '未守时限', '可能未守', '其中逾期未办']}
      rows={rowsOf(view.comparison).flatMap((column) => {
        const kept = keptBy(column, clock, limit);
        if (kept === undefined) return [];
        const interval = kept.interval === null ? UNKNOWN : intervalText(kept.interval);
        return [
          [
            column.name,
            count(kept.path, kept.lots),
            value(kept.path, kept.lots, percentText(kept.share)),
            value(kept.path, kept.lots, interval),
            count(`${kept.path}/broken`, kept.broken),
            count(`${kept.path}/possible`, kept.possible),
            count(`${kept.path}/overdue`, kept.overdue),
          ],
        ];
      })}
    />
  );
}

/** The share within each agreed limit on every platform, with the source of the limit. */
export function LimitTables({ view, clock }: ClockProps) {
  return (
    <>
      {clock.limits.map(({ limit }) => (
        <>
          <LimitTable view={view} clock={clock} limit={limit} />
          <p class="soft">
            依据:{limit.clause}({CONFIDENCE_TEXT[limit.confidence]})。只由轮询得知的,区间是轮询间隔留下的余地。
          </p>
        </>
      ))}
    </>
  );
}

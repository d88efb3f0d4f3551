import { OWNER_TEXT } from '#shared/domain/timeliness/clock.ts';
import { clockById } from '#shared/domain/timeliness/clocks.ts';
import type { Column, Comparison } from '#shared/services/comparison/model.ts';
import type { ClockFigure, LimitFigure } from '#shared/services/comparison/model-clocks.ts';
import { UNKNOWN } from '../../words.ts';
import { CONFIDENCE_TEXT } from './definitions.tsx';
import { figuresOf } from './figure.tsx';
import { FigureTable } from './table.tsx';
import { type PartProps, rowsOf } from './view.ts';

/** A limit of a clock, as the whole district has it. */
interface Clause {
  readonly clock: ClockFigure['clock'];
  readonly owner: ClockFigure['owner'];
  readonly limit: LimitFigure['limit'];
}

function clausesOf({ all }: Comparison): readonly Clause[] {
  return all.clocks.flatMap(({ clock, owner, limits }) => limits.map(({ limit }) => ({ clock, owner, limit })));
}

/** How a column kept a limit, and the path of that; undefined where it has no case of it. */
export function keptBy(column: Column, clock: ClockFigure['clock'], { rule }: LimitFigure['limit']) {
  const kept = column.clocks.find((each) => each.clock === clock)?.limits.find(({ limit }) => limit.rule === rule);
  return kept === undefined ? undefined : { ...kept, path: `${column.id}/clock/${clock}/limit/${rule}` };
}

function ClauseName({ clause: { clock, limit } }: { readonly clause: Clause }) {
  return (
    <>
      {clockById(clock).name}
      <span class="source soft">
        {limit.clause}({CONFIDENCE_TEXT[limit.confidence]})
      </span>
    </>
  );
}

/** Who is slow: limits not kept, clause by clause. */
export function BreachTable({ view }: PartProps) {
  const { count } = figuresOf(view);
  const columns = rowsOf(view.comparison);
  return (
    <FigureTable
      caption="谁慢:确定未守时限的标的数(按条款)"
      isMatrix
      head={['条款', '责任方', ...columns.map(({ name }) => name)]}
      words={['责任方']}
      rows={clausesOf(view.comparison).map((clause) => [
        <ClauseName clause={clause} />,
        OWNER_TEXT[clause.owner],
        ...columns.map((column) => {
          const kept = keptBy(column, clause.clock, clause.limit);
          return kept === undefined ? UNKNOWN : count(`${kept.path}/broken`, kept.broken);
        }),
      ])}
    />
  );
}

/** Deposits not refunded past the limit (逾期清退). */
export function OverdueRefunds({ view }: PartProps) {
  const { count } = figuresOf(view);
  const clauses = clausesOf(view.comparison).filter(({ clock }) => clock === 'refund');
  return (
    <FigureTable
      caption="逾期清退:竞价结束后保证金超期未清退的标的"
      head={['平台', '超期仍未清退', '超期才清退或仍未清退', '有时限的标的']}
      rows={rowsOf(view.comparison).flatMap((column) =>
        clauses.map(({ clock, limit }) => {
          const kept = keptBy(column, clock, limit);
          if (kept === undefined) return [column.name, UNKNOWN, UNKNOWN, UNKNOWN];
          return [
            column.name,
            count(`${kept.path}/overdue`, kept.overdue),
            count(`${kept.path}/broken`, kept.broken),
            count(kept.path, kept.lots),
          ];
        }),
      )}
    />
  );
}

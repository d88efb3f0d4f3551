import { type ClockOwner, OWNER_TEXT } from '#shared/domain/timeliness/clock.ts';
import { clockById } from '#shared/domain/timeliness/clocks.ts';
import type { ClockFigure } from '#shared/services/comparison/model-clocks.ts';
import { BreachTable } from './clause-tables.tsx';
import { ClockPairs } from './clock-pairs.tsx';
import { ClockTable, LimitTables } from './clock-tables.tsx';
import { DoneChart } from './done-chart.tsx';
import { OverdueList } from './overdue.tsx';
import type { PartProps } from './view.ts';

/** One clock with what it means, how long it takes, how its limits are kept, and how it runs. */
function ClockSection({ view, clock }: PartProps & { readonly clock: ClockFigure }) {
  const { name, sentence } = clockById(clock.clock);
  return (
    <section>
      <h3>{name}</h3>
      <p class="soft">{sentence}</p>
      <ClockTable view={view} clock={clock} />
      <LimitTables view={view} clock={clock} />
      <DoneChart view={view} clock={clock} />
    </section>
  );
}

const OWNERS = Object.keys(OWNER_TEXT) as readonly ClockOwner[];

/** Timeliness (时效): the platforms' own clocks first, those of others apart from them, and what is overdue. */
export function TimelinessContent({ view }: PartProps) {
  const { all, headlines } = view.comparison;
  return (
    <>
      <p class="soft">
        工作日按国务院办公厅放假安排(含调休上班)计算。在办的按已等待时间计入,不用已办结件的平均数;少于10个标的的只列件数。
      </p>
      <BreachTable view={view} />
      {OWNERS.map((owner) => (
        <section>
          <h2>责任方:{OWNER_TEXT[owner]}</h2>
          {all.clocks
            .filter((clock) => clock.owner === owner)
            .map((clock) => (
              <ClockSection view={view} clock={clock} />
            ))}
        </section>
      ))}
      <h2>{headlines.timeliness.question}</h2>
      <ClockPairs view={view} />
      <OverdueList view={view} />
    </>
  );
}

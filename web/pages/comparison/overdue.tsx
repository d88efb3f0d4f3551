import { OWNER_TEXT } from '#shared/domain/timeliness/clock.ts';
import { CLOCKS } from '#shared/domain/timeliness/clocks.ts';
import { UNIT_TEXT } from '#shared/services/comparison/words.ts';
import { nameOf } from '../../report/figures.ts';
import { UNKNOWN } from '../../words.ts';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

const SHOWN = 100;

function clockName(id: string): string {
  return CLOCKS.find((clock) => clock.id === id)?.name ?? id;
}

/** What is open past its limit (逾期), lot by lot, those furthest over first. */
export function OverdueList({ view }: PartProps) {
  const open = view.comparison.overdue.filter(({ kind }) => kind === 'overdue');
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue">逾期未办清单</h2>
      {open.length === 0 ? <p>没有逾期未办的标的。</p> : null}
      {open.length > SHOWN ? (
        <p class="soft">{`共 ${open.length} 项,下列超期最久的 ${SHOWN} 项;其余见各时限的“其中逾期未办”。`}</p>
      ) : null}
      <FigureTable
        caption="已过时限仍未办结的标的,超期最久的在前"
        head={['标的', '平台', '环节', '责任方', '应于', '超期']}
        words={['平台', '环节', '责任方', '应于', '超期']}
        rows={open
          .slice(0, SHOWN)
          .map(({ lotId, platform, clock, owner, dueOn, over, unit }) => [
            <a href={`/lots/${lotId}`}>{lotId}</a>,
            nameOf(view.comparison, platform),
            clockName(clock),
            OWNER_TEXT[owner],
            dueOn ?? UNKNOWN,
            `${over} ${UNIT_TEXT[unit]}`,
          ])}
      />
    </section>
  );
}

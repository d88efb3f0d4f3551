import type { LotCard } from '#shared/domain/lot-card.ts';
import type { LotState } from '#shared/domain/lot-state.ts';
import type { Stamp } from '#shared/domain/stamp.ts';
import type { Instant } from '#shared/domain/time.ts';
import { FACT_GROUPS, type FactRow, factRows } from '../lot-facts.ts';
import { documentTitle, type Platforms, platformName } from '../platforms.ts';
import { UNKNOWN } from '../words.ts';
import { LotTimeline } from './lot-timeline.tsx';
import { Milestone, Time, TimeWithAge } from './time.tsx';

interface SourceProps {
  readonly stamp: Stamp;
  readonly platforms: Platforms;
  readonly now: Instant;
}

/** Where a fact comes from: when its source showed it, how long ago that is, and what kind of document it was. */
export function Source({ stamp, platforms, now }: SourceProps) {
  const title = documentTitle(platforms, stamp.document);
  return (
    <span class="soft source">
      来源时间 <TimeWithAge at={stamp.at} now={now} />
      {title === undefined ? '' : ` · ${title}`}
    </span>
  );
}

/** A fact has a line of its own also where it is unknown, unless few platforms state it: then its group ends with its name. */
interface FactsProps extends Omit<SourceProps, 'stamp'> {
  readonly card: LotCard;
  readonly state: LotState;
}

function FactTime({ at, isMilestone }: NonNullable<FactRow['time']>) {
  return isMilestone ? <Milestone at={at} /> : <Time at={at} />;
}

function Fact({ row, platforms, now }: Omit<SourceProps, 'stamp'> & { readonly row: FactRow }) {
  return (
    <div class="fact">
      <dt>{row.label}</dt>
      <dd>{row.time === null ? row.text : <FactTime {...row.time} />}</dd>
      {row.stamp === undefined ? null : (
        <dd class="wide">
          <Source stamp={row.stamp} platforms={platforms} now={now} />
        </dd>
      )}
    </div>
  );
}

function PlatformRows({ card, platforms }: Pick<FactsProps, 'card' | 'platforms'>) {
  const rows = [
    ['平台', platformName(platforms, card.platform)],
    ['平台编号', card.externalId],
  ];
  return (
    <>
      {rows.map(([label, text]) => (
        <div class="fact">
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </>
  );
}

function FactGroup({ group, ...of }: FactsProps & { readonly group: (typeof FACT_GROUPS)[number] }) {
  const { card, state, platforms, now } = of;
  const rows = factRows(card, state).filter((row) => row.group === group);
  const missing = rows.filter((row) => row.seldom && row.stamp === undefined);
  const shown = rows.filter((row) => !missing.includes(row));
  const id = `group-${FACT_GROUPS.indexOf(group)}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{group}</h2>
      <dl class="facts">
        {group === '出让方与平台' ? <PlatformRows card={card} platforms={platforms} /> : null}
        {shown.map((row) => (
          <Fact row={row} platforms={platforms} now={now} />
        ))}
      </dl>
      {missing.length === 0 ? null : (
        <p class="soft">
          {missing.map(({ label }) => label).join('、')}:{UNKNOWN}
        </p>
      )}
    </section>
  );
}

/** All facts of a lot by group, the timeline behind the prices: what it costs, and what comes next. */
export function LotFactGroups(of: FactsProps) {
  const [prices, ...others] = FACT_GROUPS;
  return (
    <div class="groups">
      <FactGroup group={prices} {...of} />
      <LotTimeline card={of.card} now={of.now} />
      {others.map((group) => (
        <FactGroup group={group} {...of} />
      ))}
    </div>
  );
}

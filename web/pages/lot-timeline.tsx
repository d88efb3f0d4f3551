import type { LotCard } from '#shared/domain/lot-card.ts';
import type { Instant } from '#shared/domain/time.ts';
import { ageText } from '../format.ts';
import { type TimelineStep, timelineOf } from '../lot-timeline.ts';
import { Milestone, Time } from './time.tsx';

const STATE_TEXT: Readonly<Record<TimelineStep['state'], string>> = {
  past: '已过',
  next: '下一步',
  later: '之后',
  unknown: '未报',
  void: '取消',
};

function Step({ step, now }: { readonly step: TimelineStep; readonly now: Instant }) {
  const { label, at, state, note, notLaterThan } = step;
  return (
    <li class={`step ${state}`} aria-current={state === 'next' ? 'step' : undefined}>
      <span class="mark">{STATE_TEXT[state]}</span> <strong>{label}</strong>{' '}
      {at !== null && step.isMilestone ? <Milestone at={at} /> : <Time at={at} />}
      {state === 'next' && at !== null ? `(${ageText(at, now)})` : ''}
      {notLaterThan === null ? null : (
        <span class="soft">
          {' '}
          时间未报,不晚于 <Time at={notLaterThan} />
        </span>
      )}
      {note === null ? null : <span class="soft"> {note}</span>}
    </li>
  );
}

/** What happened when, and what comes next. */
export function LotTimeline({ card, now }: { readonly card: LotCard; readonly now: Instant }) {
  return (
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">进程</h2>
      <ol class="timeline">
        {timelineOf(card, now).map((step) => (
          <Step step={step} now={now} />
        ))}
      </ol>
      <p class="soft">时间均为北京时间。</p>
    </section>
  );
}

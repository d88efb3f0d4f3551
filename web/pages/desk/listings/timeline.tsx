import type { Actor } from '#shared/domain/people/role.ts';
import type { TimelineEntry } from '#shared/services/desk/listing/timeline.ts';
import { Time } from '../../time.tsx';
import { ROLE_TEXT } from '../frame.tsx';
import { HOLDER_TEXT } from './words.ts';

/** Who did it, in words: the name, as what, and whether he entered it for somebody else (代录). */
function actorText({ name, role, onBehalf }: Actor): string {
  const as = role === 'operator' || role === 'system' ? '系统' : ROLE_TEXT[role];
  return `${name}(${as}${onBehalf ? ',代录' : ''})`;
}

function timeText({ workingDays, limit, isOverdue }: TimelineEntry): string {
  const used = workingDays === null ? '所用工作日暂不能计算(缺节假日安排)' : `用时 ${workingDays} 个工作日`;
  return `${used}${limit === null ? '' : `,限 ${limit} 个工作日`}${isOverdue ? ',超期' : ''}`;
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { name, holder, from, until, ended, isOverdue } = entry;
  return (
    <li class={until === null ? 'step next' : 'step past'} aria-current={until === null ? 'step' : undefined}>
      <strong>{name}</strong>({HOLDER_TEXT[holder]}) <Time at={from} />
      {until === null ? ' 起,进行中' : ' 至 '}
      {until === null ? null : <Time at={until} />}
      <span class={isOverdue ? 'error source' : 'soft source'}>{timeText(entry)}</span>
      {ended === null ? null : (
        <span class="source">
          {ended.what},{actorText(ended.by)}
          {ended.words === null ? '' : `:${ended.words}`}
        </span>
      )}
    </li>
  );
}

/** Who had the listing from when to when, how long it took, and how each stretch ended. */
export function ListingTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">经过和时限</h2>
      <ol class="timeline">
        {entries.map((entry) => (
          <Entry entry={entry} />
        ))}
      </ol>
      <p class="soft">时间均为北京时间。</p>
    </section>
  );
}

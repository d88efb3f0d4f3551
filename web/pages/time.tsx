import { beijingDate, formatBeijing, type Instant } from '#shared/domain/time.ts';
import { ageText, isWholeDay, milestoneText, timeText } from '../format.ts';
import { UNKNOWN } from '../words.ts';

/** A time in Beijing for people, and with its offset for machines; a dash where it is unknown. */
export function Time({ at }: { readonly at: Instant | null }) {
  return at === null ? <span class="soft">{UNKNOWN}</span> : <time datetime={formatBeijing(at)}>{timeText(at)}</time>;
}

/** As `Time`, for a milestone, which may have been stated as a day alone. */
export function Milestone({ at }: { readonly at: Instant }) {
  if (!isWholeDay(at)) return <Time at={at} />;
  return <time datetime={beijingDate(at)}>{milestoneText(at)}</time>;
}

/** A time with how far it lies from now. */
export function TimeWithAge({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  return (
    <>
      <Time at={at} />({ageText(at, now)})
    </>
  );
}

/** Says that the store does not answer, and as of when the page is. */
export function StaleNotice({ since, now }: { readonly since: Instant | null; readonly now: Instant }) {
  if (since === null) return null;
  return (
    <p class="notice" role="status">
      暂时读不到最新数据,以下是 <TimeWithAge at={since} now={now} /> 的数据。
    </p>
  );
}

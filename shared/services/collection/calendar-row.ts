import type { LotCard } from '../../domain/lot-card.ts';
import { isOutcome, type LotStatus } from '../../domain/lot-status.ts';
import { addMs, formatBeijingText, type Instant, toEpochMs } from '../../domain/time.ts';
import type { Wanted } from '../../ports/platform-fetcher.ts';

/** How a lot is looked at next. */
export interface Look {
  /** `list`: a list shows what is wanted of it; `lot`: its own pages are asked; `hand`: nobody but people. */
  readonly by: 'list' | 'lot' | 'hand';
  readonly wanted: Wanted | null;
  readonly dueAt: Instant | null;
  /** When it was last seen as it should be. */
  readonly answeredAt: Instant | null;
  /** Requests in a row that failed. */
  readonly failures: number;
}

/** Why something comes late, in Chinese, and what to do. */
export interface Lateness {
  /** Stable: `PAUSED` the platform is left alone, `FAILING` it does not answer as it should, `QUEUED` its budget is used up, `WAITING` it does not show the result, `UNREPORTED` nobody brought the result. */
  readonly why: 'PAUSED' | 'FAILING' | 'QUEUED' | 'WAITING' | 'UNREPORTED';
  readonly text: string;
  readonly todo: string;
  /** Since when it is late. */
  readonly since: Instant;
}

/** A lot in the collection calendar (采集日历). */
export interface CalendarRow extends Look {
  readonly lotId: string;
  readonly platform: string;
  readonly title: string | null;
  /** Address on its platform, as the platform states it. */
  readonly url: string | null;
  readonly status: LotStatus;
  readonly endsAt: Instant | null;
  /** `null`: on time. */
  readonly late: Lateness | null;
}

/** Moments a few seconds old are on their way: the planner runs each minute. */
export const LATE_MS = 120_000;
/** Platforms take a while to say how an auction ended. */
const RESULT_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function spanText(ms: number): string {
  if (ms >= DAY_MS) return `${Math.floor(ms / DAY_MS)} 天`;
  return ms >= HOUR_MS ? `${Math.floor(ms / HOUR_MS)} 小时` : `${Math.floor(ms / 60_000)} 分钟`;
}

function unreported(endsAt: Instant, now: Instant): Lateness | null {
  const ms = toEpochMs(now) - toEpochMs(endsAt);
  if (ms < HOUR_MS) return null;
  const urgent = ms >= DAY_MS ? ',已超过一天' : '';
  return {
    why: 'UNREPORTED',
    text: `已结束 ${spanText(ms)},结果未报${urgent}`,
    todo: '在浏览器中打开标的页面,另存后导入;或向平台要结果文件导入。',
    since: endsAt,
  };
}

function lookLate({ dueAt, failures, answeredAt }: Look, pausedUntil: Instant | null, now: Instant): Lateness | null {
  const isLate = dueAt !== null && addMs(dueAt, LATE_MS) < now;
  if (pausedUntil !== null && (isLate || failures > 0)) {
    const text = `平台暂停访问至 ${formatBeijingText(pausedUntil)}`;
    return { why: 'PAUSED', text, todo: '系统到时自动再试;着急的请另存页面后导入。', since: dueAt ?? now };
  }
  if (failures > 0) {
    const text = `连续 ${failures} 次没有读到`;
    return { why: 'FAILING', text, todo: '系统自动再试;原因见该平台的采集页面。', since: answeredAt ?? dueAt ?? now };
  }
  if (!isLate) return null;
  return { why: 'QUEUED', text: '排队等候平台允许的访问次数', todo: '系统按先后补上,无需处理。', since: dueAt };
}

function waiting({ endsAt }: LotCard, now: Instant): Lateness | null {
  if (endsAt === null || addMs(endsAt, RESULT_MS) > now) return null;
  const text = `已结束 ${spanText(toEpochMs(now) - toEpochMs(endsAt))},平台还没有公布结果`;
  return { why: 'WAITING', text, todo: '系统继续查看;超过一天的,请向平台询问。', since: endsAt };
}

function latenessOf(card: LotCard, look: Look, pausedUntil: Instant | null, now: Instant): Lateness | null {
  const { endsAt, status } = card;
  const isOpen = !isOutcome(status) && status !== 'suspended';
  // A lot that ended long ago is not asked for any more: only people can bring its result.
  const isLeft = look.by === 'hand' || look.dueAt === null;
  if (isLeft) return isOpen && endsAt !== null ? unreported(endsAt, now) : null;
  return lookLate(look, pausedUntil, now) ?? (isOpen ? waiting(card, now) : null);
}

/** The line of a lot in the calendar: how it is looked at next, and whether it is late and why. */
export function calendarRow(card: LotCard, look: Look, pausedUntil: Instant | null, now: Instant): CalendarRow {
  const { lotId, platform, title, url, status, endsAt } = card;
  const late = latenessOf(card, look, pausedUntil, now);
  return { lotId, platform, title, url, status, endsAt, ...look, late };
}

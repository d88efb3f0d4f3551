import { startOfDay } from '../calendar/beijing-day.ts';
import type { Moment } from '../rules/periods.ts';
import { beijingDate, type Instant, type LocalDate } from '../time.ts';

/** What follows a sale (成交后), in its order; `depositsRefundedAt` runs beside the others. Names are those of a lot's facts. */
export const MILESTONES = [
  'confirmedAt',
  'publicityStartsAt',
  'publicityEndsAt',
  'contractSignedAt',
  'paidAt',
  'handedOverAt',
  'depositsRefundedAt',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Chinese words of milestones. */
export const MILESTONE_NAMES: Readonly<Record<Milestone, string>> = {
  confirmedAt: '成交确认',
  publicityStartsAt: '结果公示开始',
  publicityEndsAt: '结果公示期满',
  contractSignedAt: '合同签订',
  paidAt: '价款付清',
  handedOverAt: '资产交割',
  depositsRefundedAt: '保证金清退',
};

function isInstant(moment: Moment): moment is Instant {
  return moment.length > 10;
}

/** A moment as the record keeps it: a day that was stated alone is its beginning. */
export function toInstant(moment: Moment): Instant {
  return isInstant(moment) ? moment : startOfDay(moment);
}

/** A moment of the record as it was stated: the beginning of a day is the day alone. */
export function toMoment(instant: Instant): Moment {
  const day: LocalDate = beijingDate(instant);
  return startOfDay(day) === instant ? day : instant;
}

/** Whether two statements of one moment disagree: by the day, where one of them says no more. */
export function disagree(one: Moment, other: Moment): boolean {
  if (isInstant(one) && isInstant(other)) return one !== other;
  return (isInstant(one) ? beijingDate(one) : one) !== (isInstant(other) ? beijingDate(other) : other);
}

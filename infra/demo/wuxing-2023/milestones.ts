import { type DayNumber, dayNumberOf, toDayNumber, toLocalDate } from '#shared/domain/calendar/beijing-day.ts';
import { addMs, beijingDate, type Instant, type LocalDate } from '#shared/domain/time.ts';
import { addWorkingDays, atMinute } from './days.ts';
import type { Ending } from './plan.ts';
import type { OfficialPlatform, Owner } from './platforms.ts';
import type { Draws } from './random.ts';

/** Days and times a lot reached, as its platform would tell them: a day, or an instant where it says the time of day. */
export interface Milestones {
  readonly materialsCompleteAt: LocalDate;
  readonly liveAt: Instant;
  readonly resultKnownAt?: Instant;
  readonly confirmedAt?: LocalDate;
  readonly publicityStartsAt?: LocalDate;
  readonly publicityEndsAt?: LocalDate;
  readonly contractSignedAt?: LocalDate;
  readonly paidAt?: LocalDate;
  readonly handedOverAt?: LocalDate;
  readonly depositsRefundedAt?: LocalDate;
}

/** Working days a step takes, least and most. Only the first four and the refund are the platform's own. */
const PACE = {
  district: { live: [1, 4], result: [0, 0], confirmed: [0, 2], publicity: [1, 1] },
  house: { live: [3, 9], result: [0, 2], confirmed: [1, 5], publicity: [1, 3] },
} as const;
/** Working days of publicity and how often: three are asked for a village's property, five for the state's; some are short. */
const PUBLICITY = {
  collective: [
    [3, 88],
    [5, 7],
    [2, 5],
  ],
  state: [
    [5, 90],
    [3, 10],
  ],
} as const;
const SIGNING = [1, 9] as const;
const PAYMENT = [0, 6] as const;
const HANDOVER = [1, 12] as const;
/** Working days until the deposits are back, and how often; three are agreed. */
const REFUND = {
  district: [
    [1, 38],
    [2, 34],
    [3, 16],
    [5, 6],
    [9, 4],
    [26, 2],
  ],
  house: [
    [1, 8],
    [2, 24],
    [3, 30],
    [4, 16],
    [7, 12],
    [15, 7],
    [80, 3],
  ],
} as const;
/** Of a hundred contracts, so many are never signed as far as the record tells. */
const STUCK_PERCENT = 4;

/** The day the notice went live follows from when the materials were complete. */
export function materialsDay(draws: Draws, platform: OfficialPlatform, liveAt: Instant): LocalDate {
  const [least, most] = PACE[platform].live;
  return toLocalDate(addWorkingDays(dayNumberOf(liveAt), -draws.between(least, most)));
}

/** How bidding ended, and for whom. */
interface Outcome {
  readonly platform: OfficialPlatform;
  readonly owner: Owner;
  readonly ending: Ending;
  readonly endsAt: Instant;
  readonly hasDeposits: boolean;
}

/** What followed the end of bidding, were nothing in the way; `knownBy` cuts off what has not happened yet. */
export function milestonesAfter(
  draws: Draws,
  { platform, owner, ending, endsAt, hasDeposits }: Outcome,
): Omit<Milestones, 'materialsCompleteAt' | 'liveAt'> {
  const pace = PACE[platform];
  const end = dayNumberOf(endsAt);
  const later = (day: number, [least, most]: readonly [number, number]) =>
    addWorkingDays(day, draws.between(least, most));
  const isQuick = platform === 'district';
  const resultKnownAt = isQuick
    ? addMs(endsAt, draws.between(1, 25) * 60_000)
    : atMinute(later(end + 1, pace.result), 600);
  const refunded = toLocalDate(addWorkingDays(end, draws.weighted<number>(REFUND[platform])));
  const refund = hasDeposits ? { depositsRefundedAt: refunded } : {};
  if (ending === 'passed-in') return { resultKnownAt, ...refund };
  const confirmed = later(dayNumberOf(resultKnownAt), pace.confirmed);
  const publicityStarts = later(confirmed, pace.publicity);
  const publicityEnds = addWorkingDays(publicityStarts, draws.weighted<number>(PUBLICITY[owner]));
  const published = {
    resultKnownAt,
    confirmedAt: toLocalDate(confirmed),
    publicityStartsAt: toLocalDate(publicityStarts),
    publicityEndsAt: toLocalDate(publicityEnds),
    ...refund,
  };
  if (ending === 'defaulted' || draws.percent(STUCK_PERCENT)) return published;
  const signed = later(publicityEnds, SIGNING);
  const paid = later(signed, PAYMENT);
  return {
    ...published,
    contractSignedAt: toLocalDate(signed),
    paidAt: toLocalDate(paid),
    handedOverAt: toLocalDate(later(paid, HANDOVER)),
  };
}

/** Publicity is announced ahead of time; everything else is told once its day is over. */
const AHEAD: readonly string[] = ['publicityStartsAt', 'publicityEndsAt'] satisfies readonly (keyof Milestones)[];

/** The milestones a platform can tell of at a time: publicity once the sale is confirmed, the others once they happened. */
export function knownBy(milestones: Milestones, at: Instant): Partial<Milestones> {
  const today = beijingDate(at);
  const isConfirmed = (milestones.confirmedAt ?? '9999') < today;
  const known = Object.entries(milestones).filter(([name, moment]) => {
    if (AHEAD.includes(name)) return isConfirmed;
    return moment.length > 10 ? moment <= at : moment < today;
  });
  return Object.fromEntries(known);
}

/** The last day on which one of the milestones is reached. */
export function lastMilestone(milestones: Milestones): DayNumber {
  const days = Object.values(milestones).map((text: string) => toDayNumber(text.slice(0, 10) as LocalDate));
  return Math.max(...days);
}

import type { LotCard } from '#shared/domain/lot-card.ts';
import { type LotStatus, STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { beijingDate, type Instant } from '#shared/domain/time.ts';
import { isOverdue, isWholeDay } from './format.ts';

/** One step on the way from notice to settlement; `at` is `null` where nobody reported the time. */
export interface TimelineStep {
  readonly label: string;
  readonly at: Instant | null;
  /** Not the clock of the auction: may be stated as a day alone. */
  readonly isMilestone: boolean;
  /** `void`: planned, and overtaken by a withdrawal. */
  readonly state: 'past' | 'next' | 'later' | 'unknown' | 'void';
  /** What else is known of the step. */
  readonly note: string | null;
  /** The step is certainly not later than this: the outcome was seen then. */
  readonly notLaterThan: Instant | null;
}

interface Planned extends Omit<TimelineStep, 'state'> {
  readonly isVoid?: boolean;
}

const OUTCOME_LABELS: Readonly<Partial<Record<LotStatus, string>>> = {
  sold: STATUS_TEXT.sold,
  'passed-in': STATUS_TEXT['passed-in'],
  withdrawn: STATUS_TEXT.withdrawn,
  // A default follows a sale.
  defaulted: `${STATUS_TEXT.sold},后${STATUS_TEXT.defaulted}`,
};

function step(label: string, at: Instant | null): Planned {
  return { label, at, isMilestone: false, note: null, notLaterThan: null };
}

function milestone(label: string, at: Instant | null): Planned {
  return { ...step(label, at), isMilestone: true };
}

/** The outcome: at the time the platform states, else not later than it was first seen. */
function outcomeStep(card: LotCard, now: Instant): Planned {
  const label = OUTCOME_LABELS[card.status] ?? '结果';
  const isOver = card.status === 'ended' || isOverdue(card, now);
  const notLaterThan = card.resultKnownAt === null ? card.outcomeSeenAt : null;
  return { ...milestone(label, card.resultKnownAt), note: isOver ? '已结束,结果未报' : null, notLaterThan };
}

function settlementSteps(card: LotCard): readonly Planned[] {
  const steps = [
    milestone('成交确认', card.confirmedAt),
    milestone('结果公示', card.publicityStartsAt),
    milestone('公示结束', card.publicityEndsAt),
    milestone('合同签订', card.contractSignedAt),
    milestone('付清价款', card.paidAt),
    milestone('资产交割', card.handedOverAt),
  ];
  // Nothing is settled after a failed round: those steps will not come.
  const failed = card.status === 'passed-in' || card.status === 'withdrawn';
  return [...steps.filter(({ at }) => at !== null || !failed), milestone('保证金清退', card.depositsRefundedAt)];
}

/** Where a step stands among those that usually come before it, the latest of which is given. */
function placeOf({ at, isMilestone, notLaterThan }: Planned, latest: Instant | null): Instant | null {
  if (at === null) return notLaterThan ?? latest;
  const isSameDay = latest !== null && beijingDate(at) === beijingDate(latest);
  // A day alone is read as its midnight, which would put a confirmation before the auction of the same day.
  return isMilestone && isWholeDay(at) && isSameDay && latest > at ? latest : at;
}

/** Sorts by time; a step without one keeps its place behind the steps that usually come before it. */
function inTimeOrder(steps: readonly Planned[]): readonly Planned[] {
  let latest: Instant | null = null;
  const placed: { readonly planned: Planned; readonly place: string }[] = [];
  for (const planned of steps) {
    const place: Instant | null = placeOf(planned, latest);
    placed.push({ planned, place: place ?? '' });
    if (place !== null && (latest === null || place > latest)) latest = place;
  }
  return placed
    .toSorted((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1))
    .map(({ planned }) => planned);
}

function isPlanned({ at }: Planned, now: Instant): boolean {
  return at !== null && at > now;
}

/** Approval by the district: only of lots the desk placed, so that no other seems to lack it. */
function approvalSteps(card: LotCard): readonly Planned[] {
  const steps = [milestone('提交审批', card.submittedAt), milestone('审批完成', card.approvedAt)];
  return steps.filter(({ at }) => at !== null);
}

/** Steps before the outcome; those a withdrawal has overtaken say so. */
function sellingSteps(card: LotCard, now: Instant): readonly Planned[] {
  const steps = [
    milestone('公告发布', card.liveAt),
    step('报名截止', card.registrationEndsAt),
    step('开拍', card.startsAt),
    step('结束', card.endsAt),
  ];
  return steps.map((planned) => {
    const isVoid = card.status === 'withdrawn' && isPlanned(planned, card.outcomeSeenAt ?? now);
    return { ...planned, isVoid, note: isVoid ? '已撤回,不再进行' : null };
  });
}

function stateOf(planned: Planned, next: Planned | undefined, now: Instant) {
  if (planned.isVoid === true) return 'void';
  if (planned.at === null) return planned.notLaterThan === null ? 'unknown' : 'past';
  if (!isPlanned(planned, now)) return 'past';
  return planned === next ? 'next' : 'later';
}

/** A lot's way from notice to deposit refund in time order: what is past, what comes next, what nobody reported. */
export function timelineOf(card: LotCard, now: Instant): readonly TimelineStep[] {
  const before = [...approvalSteps(card), ...sellingSteps(card, now)];
  const steps = inTimeOrder([...before, outcomeStep(card, now), ...settlementSteps(card)]);
  const next = steps.find((planned) => isPlanned(planned, now) && planned.isVoid !== true);
  return steps.map((planned) => {
    const { label, at, isMilestone, note, notLaterThan } = planned;
    return { label, at, isMilestone, note, notLaterThan, state: stateOf(planned, next, now) };
  });
}

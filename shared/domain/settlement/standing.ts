import type { WorkCalendar } from '../calendar/working-days.ts';
import { boundOf, dayOf, type Moment } from '../rules/periods.ts';
import type { RuleConfidence } from '../rules/rule.ts';
import { UNIT_WORDS } from '../rules/words.ts';
import type { Instant } from '../time.ts';
import type { Limit } from './limits.ts';
import { disagree, MILESTONE_NAMES, MILESTONES, type Milestone } from './milestone.ts';

/** When a milestone is due, and by what; or why nothing can be said. */
export type Due =
  | {
      readonly kind: 'due';
      /** The last moment in time, or the first one of a minimum. */
      readonly at: Moment;
      readonly op: 'at-most' | 'at-least';
      readonly citation: string;
      readonly confidence: RuleConfidence;
      /** Chinese: 结果公示期满后5个工作日内. */
      readonly words: string;
    }
  | { readonly kind: 'undetermined'; readonly why: string; readonly citation: string | null };

/**
 * How a milestone stands (办理状态): kept 按时, late 逾期办理, short 期限不足, overdue 超期未办, open 未到期, undetermined 无法判断,
 * not-needed 不需要.
 */
export type MilestoneState = 'kept' | 'late' | 'short' | 'overdue' | 'open' | 'undetermined' | 'not-needed';

/** Who said when a milestone was reached. */
export interface Words {
  /** The platform, by its pages, files and events. */
  readonly platform: Moment | null;
  /** A person, with a paper. */
  readonly recorded: Moment | null;
}

/** One milestone of one lot. */
export interface MilestoneStanding extends Words {
  readonly milestone: Milestone;
  /** What counts: the platform's word where there is one. */
  readonly on: Moment | null;
  /** Platform and people do not say the same. */
  readonly differs: boolean;
  readonly due: Due;
  readonly state: MilestoneState;
}

/** What milestones are judged by. */
export interface SettlementFacts {
  readonly soldAt: Instant | null;
  readonly words: Readonly<Record<Milestone, Words>>;
  readonly limits: readonly Limit[];
  /** Nobody paid any. */
  readonly hasNoDeposits: boolean;
}

const NOTHING_SET = '没有查到规定的时限';

function isExact(moment: Moment): boolean {
  return moment.length > 10;
}

/** Whether one moment lies before another, by the day where one of them says no more. */
function isBefore(one: Moment, other: Moment): boolean {
  return isExact(one) && isExact(other) ? one < other : dayOf(one) < dayOf(other);
}

function periodWords({ period, from }: Limit): string {
  const start = from === 'soldAt' ? '成交' : MILESTONE_NAMES[from];
  const span = `${period.value}${UNIT_WORDS[period.unit]}`;
  return period.op === 'gte' ? `${start}起不少于${span}` : `${start}后${span}内`;
}

function dueBy(limit: Limit, from: Moment | null, calendar: WorkCalendar): Due {
  const { period, citation, confidence, unknown } = limit;
  const undetermined = (why: string): Due => ({ kind: 'undetermined', why, citation });
  if (unknown.length > 0) return undetermined(`尚不知${unknown.join('、')},不能确定是否适用`);
  if (from === null) {
    return undetermined(`从${limit.from === 'soldAt' ? '成交' : MILESTONE_NAMES[limit.from]}起算,尚不知其时间`);
  }
  const bound = boundOf(period, from, calendar);
  if (bound.kind === 'unknown-year') return undetermined(`${bound.year}年的节假日安排尚未公布,无法计算工作日`);
  if (bound.kind === 'imprecise') return undetermined('按小时计算,但起算时间只知到日');
  const op = period.op === 'gte' ? 'at-least' : 'at-most';
  return { kind: 'due', at: bound.at, op, citation, confidence, words: periodWords(limit) };
}

/** Of several, the one that is hardest to keep; what can be said goes before what cannot. */
function strictest(dues: readonly Due[]): Due {
  const [first = { kind: 'undetermined', why: NOTHING_SET, citation: null } satisfies Due, ...rest] = dues;
  return rest.reduce<Due>((best, due) => {
    if (due.kind !== 'due') return best;
    if (best.kind !== 'due') return due;
    return isBefore(due.at, best.at) === (due.op === 'at-most') ? due : best;
  }, first);
}

function stateOf(due: Due, on: Moment | null, now: Instant): MilestoneState {
  const isReached = on !== null && !isBefore(now, on);
  if (due.kind !== 'due') return 'undetermined';
  if (due.op === 'at-least') {
    if (on !== null && isBefore(on, due.at)) return 'short';
    return isReached ? 'kept' : 'open';
  }
  if (isReached) return isBefore(due.at, on) ? 'late' : 'kept';
  return isBefore(due.at, now) ? 'overdue' : 'open';
}

/** How every milestone of a lot stands at a moment. */
export function standingsOf(
  { soldAt, words, limits, hasNoDeposits }: SettlementFacts,
  calendar: WorkCalendar,
  now: Instant,
): readonly MilestoneStanding[] {
  const onOf = (milestone: Milestone | 'soldAt'): Moment | null =>
    milestone === 'soldAt' ? soldAt : (words[milestone].platform ?? words[milestone].recorded);
  return MILESTONES.map((milestone) => {
    const { platform, recorded } = words[milestone];
    const on = onOf(milestone);
    const own = limits.filter(({ to }) => to === milestone);
    const due = strictest(own.map((limit) => dueBy(limit, onOf(limit.from), calendar)));
    const differs = platform !== null && recorded !== null && disagree(platform, recorded);
    const isIdle = milestone === 'depositsRefundedAt' && hasNoDeposits && on === null;
    return { milestone, platform, recorded, on, differs, due, state: isIdle ? 'not-needed' : stateOf(due, on, now) };
  });
}

/** What is to be done next: the earliest that is due, else the first in order; undefined when all is done. */
export function nextMilestone(standings: readonly MilestoneStanding[]): MilestoneStanding | undefined {
  const open = standings.filter(({ on, state }) => on === null && state !== 'not-needed');
  const due = open.flatMap((standing) =>
    standing.due.kind === 'due' && standing.due.op === 'at-most' ? [{ standing, at: standing.due.at }] : [],
  );
  const earliest = due.toSorted((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0))[0];
  return earliest?.standing ?? open[0];
}

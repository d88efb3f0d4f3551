import { cite, duration } from '../rules/declare.ts';
import type { DurationRule } from '../rules/time-rule.ts';
import { MILESTONES, type Milestone } from './milestone.ts';

/** What a term may be agreed for here: that of refunds stands in the ledger of deposits. */
export type TermMilestone = Exclude<Milestone, 'depositsRefundedAt'>;
export const TERM_MILESTONES: readonly TermMilestone[] = MILESTONES.filter((each) => each !== 'depositsRefundedAt');

/** What a term of a lot may be counted from. */
export type TermStart = 'soldAt' | Exclude<TermMilestone, 'handedOverAt'>;

/** A limit agreed for one lot (本标的约定期限), by its notice, rules of bidding or contract. */
export interface StatedTerm {
  readonly milestone: TermMilestone;
  readonly from: TermStart;
  readonly value: number;
  readonly unit: 'working_day' | 'calendar_day';
  /** Where it is written: 竞价公告第六条. */
  readonly source: string;
  /** Id of the stored paper. */
  readonly document: string;
}

/** Longest term anybody may state, in days. */
export const LONGEST_TERM = 3650;

/** A stated term as a rule. Its two events are named by the caller: not every milestone has one among the rules' own. */
export function ruleOf({ milestone, value, unit, source }: StatedTerm): DurationRule {
  return duration(['deal', 'deal'], [value, unit], {
    id: `stated-${milestone}`,
    ruleset: 'platform_terms',
    name: '本标的约定',
    stage: 'after-sale',
    op: milestone === 'publicityEndsAt' ? 'gte' : 'lte',
    source: cite(source, null, null),
  });
}

import type { Fen } from '../money.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { ConditionName, ExactRatio, RuleEvent, RuleMeasure, RuleStage } from './time-rule.ts';

/** What rules are held against. Whatever is absent or `null` is not known, and never taken for kept. */
export interface RuleFacts {
  /** What can be checked by now. */
  readonly stage: RuleStage;
  /** Values a condition may find; several where a package mixes them: one that is asked for is enough. */
  readonly conditions: Readonly<
    Partial<Record<Exclude<ConditionName, 'startPrice'>, readonly (string | number | boolean)[] | null>>
  >;
  readonly startPriceFen: Fen | null;
  readonly times: Readonly<Partial<Record<RuleEvent, LocalDate | Instant | null>>>;
  /** A lease by its length, which is what its rule is about. */
  readonly termMonths: number | null;
  readonly ratios: Readonly<Partial<Record<RuleMeasure, ExactRatio | null>>>;
  readonly counts: Readonly<Partial<Record<RuleMeasure, number | null>>>;
  /** Whether it was granted; `nobody`: there is nobody it would have to be granted to. */
  readonly flags: Readonly<Partial<Record<RuleMeasure, boolean | 'nobody' | null>>>;
}

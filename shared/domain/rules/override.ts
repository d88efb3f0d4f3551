import type { LocalDate } from '../time.ts';
import type { ExactRatio, TimeRule } from './time-rule.ts';

/** What the office decided on a rule (规则确认与调整); the shipped data itself is never changed. */
export interface RuleOverride {
  readonly rule: string;
  readonly decision: 'confirmed' | 'disabled' | 'changed';
  /** For `changed`: days, hours or count as the rule's unit says, an exact ratio, or fen of a threshold. */
  readonly value: number | ExactRatio | null;
  /** What a failing listing gets from then on; `null`: as shipped. */
  readonly severity: 'violation' | 'warning' | null;
  readonly reason: string;
  /** The document it rests on, with its number. */
  readonly source: string;
  /** First day it holds; the last one that has begun counts. */
  readonly from: LocalDate;
}

/** A rule as it holds on a day, with the office's decision if there is one. */
export interface EffectiveRule {
  readonly rule: TimeRule;
  readonly override: RuleOverride | null;
}

import type { LocalDate } from '../time.ts';

/** How sure the text of a rule is. `assumption`: our default, the office must confirm it (待确认). */
export type RuleConfidence = 'verified_text' | 'stored_secondary' | 'own_knowledge' | 'assumption';

/** Where a rule stands. */
export interface RuleSource {
  readonly title: string;
  readonly number: string | null;
  readonly article: string | null;
  readonly url: string | null;
}

/**
 * What a rule says of facts (核查结论): kept 符合, broken 违反 (refuses submission), doubtful 提示 (may be submitted with a reason),
 * not applicable 不适用, or undetermined 缺少信息: a missing event is never taken for a kept rule.
 */
export type VerdictKind = 'ok' | 'breach' | 'warning' | 'not-applicable' | 'undetermined';

/** What one rule says of a listing on one platform. */
export interface Verdict {
  readonly rule: string;
  readonly kind: VerdictKind;
  /** Chinese, one sentence: what was found against what is asked. */
  readonly sentence: string;
  /** Chinese: 《拍卖法》第四十五条. */
  readonly citation: string;
  readonly confidence: RuleConfidence;
  /** Field of the terms it concerns, as a JSON pointer into `ListingTerms`. */
  readonly pointer: string | null;
  /** For a period that is too short: the first day on which the later event would be lawful. */
  readonly earliest: LocalDate | null;
  /** Names of facts that are missing, for `undetermined`, in Chinese. */
  readonly missing: readonly string[];
}

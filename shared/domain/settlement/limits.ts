import type { LotCard } from '../lot-card.ts';
import { citationIn } from '../rules/citation.ts';
import { appliesTo } from '../rules/conditions.ts';
import type { RuleFacts } from '../rules/facts.ts';
import type { EffectiveRule } from '../rules/override.ts';
import type { RuleConfidence } from '../rules/rule.ts';
import type { DurationRule, RuleEvent } from '../rules/time-rule.ts';
import { CONDITION_WORDS } from '../rules/words.ts';
import { MILESTONES, type Milestone } from './milestone.ts';
import { ruleOf, type StatedTerm } from './stated-term.ts';

/** A limit on a milestone of one lot: a rule, or what was agreed for the lot. */
export interface Limit {
  readonly period: DurationRule;
  readonly from: Milestone | 'soldAt';
  readonly to: Milestone;
  /** Chinese: where it stands; what is not confirmed says so. */
  readonly citation: string;
  readonly confidence: RuleConfidence;
  /** Facts that decide whether it applies and are not known, in Chinese. */
  readonly unknown: readonly string[];
}

/** What the events of rules are called among the milestones. */
const RULE_EVENTS: Readonly<Partial<Record<RuleEvent, Milestone | 'soldAt'>>> = {
  auction_end: 'soldAt',
  last_bid: 'soldAt',
  deal: 'soldAt',
  result_notice_published: 'publicityStartsAt',
  result_notice_end: 'publicityEndsAt',
  contract_signed: 'contractSignedAt',
  contract_effective: 'contractSignedAt',
  payment_complete: 'paidAt',
  deposit_refunded_loser: 'depositsRefundedAt',
};

/** What the rules ask about a lot; whatever its card does not say stays open. */
function conditionsOf({
  tradeCategory,
  assetClass,
  tradeKind,
  township,
  jurisdiction,
}: LotCard): RuleFacts['conditions'] {
  const isOfDesk = tradeCategory === 'collective' || tradeCategory === 'state';
  const region = township ?? jurisdiction;
  return {
    // Only these two are owners the rules know; whose the rest is, nobody said.
    ownerKind: isOfDesk ? [tradeCategory] : null,
    saleKind: isOfDesk || tradeCategory === 'commercial' ? ['ordinary'] : null,
    assetClass: assetClass === null ? null : [assetClass],
    tradeKind: tradeKind === null ? null : [tradeKind],
    regionPrefix: region === null ? null : [region],
    // What one notice agreed is stated for the lot itself.
    perLotTerm: [false],
  };
}

function limitBy(effective: EffectiveRule, card: LotCard): Limit | undefined {
  const { rule, override } = effective;
  if (rule.kind !== 'duration' || rule.stage !== 'after-sale' || override?.decision === 'disabled') return undefined;
  const [from, to] = [RULE_EVENTS[rule.from], RULE_EVENTS[rule.to]];
  if (from === undefined || to === undefined || to === 'soldAt') return undefined;
  const facts: RuleFacts = {
    stage: 'after-sale',
    conditions: conditionsOf(card),
    startPriceFen: card.startPriceFen,
    times: {},
    termMonths: card.termMonths,
    ratios: {},
    counts: {},
    flags: {},
  };
  const applies = appliesTo(rule.when, facts);
  if (applies.kind === 'no') return undefined;
  const unknown = applies.unknown.map((name) => CONDITION_WORDS[name].name);
  return { period: rule, from, to, citation: citationIn(effective), confidence: rule.confidence, unknown };
}

function agreed(term: StatedTerm): Limit {
  const { milestone: to, from, source } = term;
  const citation = `本标的约定:${source}`;
  return { period: ruleOf(term), from, to, citation, confidence: 'verified_text', unknown: [] };
}

/**
 * The limits that hold for a lot: of a milestone the term stated last goes before any rule; of rules, those that surely apply
 * go before those of which that is not known.
 */
export function limitsOf(
  card: LotCard,
  rules: readonly EffectiveRule[],
  terms: readonly StatedTerm[],
): readonly Limit[] {
  const byRule = rules.flatMap((rule) => limitBy(rule, card) ?? []);
  return MILESTONES.flatMap((milestone) => {
    const term = terms.findLast((each) => each.milestone === milestone);
    if (term !== undefined) return [agreed(term)];
    const own = byRule.filter(({ to }) => to === milestone);
    const sure = own.filter(({ unknown }) => unknown.length === 0);
    return sure.length > 0 ? sure : own;
  });
}

import type { LotCard } from '../lot-card.ts';
import { citationIn } from '../rules/citation.ts';
import { appliesTo } from '../rules/conditions.ts';
import { cite, duration } from '../rules/declare.ts';
import type { RuleFacts } from '../rules/facts.ts';
import type { EffectiveRule } from '../rules/override.ts';
import type { RuleConfidence } from '../rules/rule.ts';
import type { DurationRule, RuleEvent } from '../rules/time-rule.ts';
import { CONDITION_WORDS } from '../rules/words.ts';
import type { RefundStart, RefundTerm } from './refund-term.ts';

/** A time within which losers' deposits go back, and where it stands. */
export interface RefundPeriod {
  readonly rule: DurationRule;
  readonly from: RefundStart;
  /** Chinese; what is not confirmed says so (待确认). */
  readonly citation: string;
  readonly confidence: RuleConfidence;
}

/** The periods that hold for a lot, and what is not known that would decide it. */
export interface RefundPeriods {
  readonly periods: readonly RefundPeriod[];
  /** In Chinese; empty once a period surely holds. */
  readonly unknown: readonly string[];
}

/** The facts of a lot the rules ask for. */
export type PeriodLot = Pick<
  LotCard,
  'tradeCategory' | 'assetClass' | 'tradeKind' | 'township' | 'jurisdiction' | 'venue' | 'startPriceFen' | 'termMonths'
>;

const STARTS: Readonly<Partial<Record<RuleEvent, RefundStart>>> = {
  auction_end: 'end',
  deal: 'result',
  result_notice_end: 'publicity-end',
  contract_signed: 'contract',
  receipt_handed_in: 'receipt',
};

function saleKindOf({ tradeCategory, venue }: PeriodLot): readonly string[] | null {
  if (tradeCategory === 'judicial') return venue === 'online' ? ['judicial_online'] : null;
  return tradeCategory === null || tradeCategory === 'bankruptcy' ? null : ['ordinary'];
}

function factsOf(lot: PeriodLot): RuleFacts {
  const { tradeCategory, assetClass, tradeKind, township, jurisdiction, startPriceFen, termMonths } = lot;
  const region = township ?? jurisdiction;
  return {
    stage: 'after-sale',
    conditions: {
      ownerKind: tradeCategory === 'collective' || tradeCategory === 'state' ? [tradeCategory] : null,
      saleKind: saleKindOf(lot),
      assetClass: assetClass === null ? null : [assetClass],
      tradeKind: tradeKind === null ? null : [tradeKind],
      regionPrefix: region === null ? null : [region],
      // What one notice agreed is stated for the lot itself.
      perLotTerm: [false],
    },
    ...{ startPriceFen, termMonths, times: {}, ratios: {}, counts: {}, flags: {} },
  };
}

interface Candidate extends RefundPeriod {
  readonly unknown: readonly string[];
}

function candidate(effective: EffectiveRule, facts: RuleFacts): readonly Candidate[] {
  const { rule, override } = effective;
  if (rule.kind !== 'duration' || rule.to !== 'deposit_refunded_loser' || override?.decision === 'disabled') return [];
  const from = STARTS[rule.from];
  const applies = appliesTo(rule.when, facts);
  if (from === undefined || applies.kind === 'no') return [];
  const unknown = applies.unknown.map((name) => CONDITION_WORDS[name].name);
  return [{ rule, from, citation: citationIn(effective), confidence: rule.confidence, unknown }];
}

function agreed({ from, value, unit, source }: RefundTerm): RefundPeriod {
  const rule = duration(['auction_end', 'deposit_refunded_loser'], [value, unit], {
    id: 'agreed-refund',
    ruleset: 'platform_terms',
    name: '本标的约定',
    stage: 'after-sale',
    op: 'lte',
    source: cite(source, null, null),
  });
  return { rule, from, citation: `本标的约定:${source}`, confidence: 'verified_text' };
}

/**
 * The periods that hold for a lot. What was agreed for it goes before defaults; what the law sets holds beside it. Rules of
 * which it is not known whether they apply count only as what is missing.
 */
export function refundPeriods(lot: PeriodLot, rules: readonly EffectiveRule[], term: RefundTerm | null): RefundPeriods {
  const facts = factsOf(lot);
  const candidates = rules.flatMap((rule) => candidate(rule, facts));
  const sure = candidates.filter(({ unknown }) => unknown.length === 0);
  const binding = term === null ? sure : sure.filter(({ rule }) => rule.severity === 'violation');
  const periods: readonly RefundPeriod[] = [...(term === null ? [] : [agreed(term)]), ...binding];
  const unknown = periods.length > 0 ? [] : [...new Set(candidates.flatMap((each) => each.unknown))];
  return { periods, unknown };
}

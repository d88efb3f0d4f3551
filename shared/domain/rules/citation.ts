import type { EffectiveRule } from './override.ts';
import type { RuleSource } from './rule.ts';

/** The place a rule stands, as people write it: 《拍卖法》第四十五条. What is no law is named without brackets. */
export function citationOf({ title, number, article }: RuleSource): string {
  const short = title.replace(/^中华人民共和国/, '');
  if (article === null && number === null) return short;
  return `《${short}》${article ?? `(${number})`}`;
}

/** The citation with what the office decided on the rule. */
export function citationIn({ rule, override }: EffectiveRule): string {
  const cited = citationOf(rule.source);
  if (override !== null)
    return `${cited}(交易中心${override.decision === 'changed' ? '调整' : '确认'}:${override.source})`;
  if (rule.confidence === 'assumption') return `${cited}(待确认)`;
  return rule.confidence === 'own_knowledge' ? `${cited}(待核)` : cited;
}

import type { RuleFacts } from './facts.ts';
import type { ConditionName, RuleConditions } from './time-rule.ts';

/** Whether a rule applies: no, because of one condition; or yes as far as is known, with what is not. */
export type Applies =
  | { readonly kind: 'no'; readonly because: ConditionName }
  | { readonly kind: 'yes'; readonly unknown: readonly ConditionName[] };

function priceHolds({ startPrice }: RuleConditions, price: number | null): boolean | null {
  if (startPrice === undefined) return true;
  if (price === null) return null;
  const { over, under, exactly } = startPrice;
  return (
    (over === undefined || price > over) &&
    (under === undefined || price < under) &&
    (exactly === undefined || price === exactly)
  );
}

function holds(name: ConditionName, when: RuleConditions, facts: RuleFacts): boolean | null {
  if (name === 'startPrice') return priceHolds(when, facts.startPriceFen);
  const [wanted, found] = [when[name], facts.conditions[name]];
  if (wanted === undefined) return true;
  if (found === undefined || found === null || found.length === 0) return null;
  if (name === 'regionPrefix') return found.some((code) => wanted.some((prefix) => `${code}`.startsWith(`${prefix}`)));
  return found.some((value) => wanted.some((each) => each === value));
}

/** Says whether every condition holds. What is known to fail decides, whatever else is unknown. */
export function appliesTo(when: RuleConditions, facts: RuleFacts): Applies {
  const unknown: ConditionName[] = [];
  for (const name of Object.keys(when) as ConditionName[]) {
    const answer = holds(name, when, facts);
    if (answer === false) return { kind: 'no', because: name };
    if (answer === null) unknown.push(name);
  }
  return { kind: 'yes', unknown };
}

import { checkDesk } from './desk-checks.ts';
import { evaluateRule } from './evaluate.ts';
import type { ListingCheck } from './listing-check.ts';
import { listingFacts } from './listing-facts.ts';
import { checkPrices } from './price-checks.ts';
import type { Verdict, VerdictKind } from './rule.ts';

const WEIGHT: Readonly<Record<VerdictKind, number>> = {
  breach: 0,
  warning: 1,
  undetermined: 2,
  ok: 3,
  'not-applicable': 4,
};

/**
 * Holds a listing's terms against every rule and the desk's own checks; the worst first. Which rules bind follows from what
 * the platform is: an auction house holds an auction under 拍卖法, elsewhere the owner holds online bidding itself. While no
 * platform is chosen those rules are undetermined.
 *
 * A `breach` refuses submission, a `warning` asks for a reason. `undetermined` alone refuses nothing: what must be said
 * before submission is `missingTerms`.
 */
export function checkListing(check: ListingCheck): readonly Verdict[] {
  const facts = listingFacts(check);
  const verdicts = [
    ...check.rules.map((rule) => evaluateRule(rule, facts, check.calendar)),
    ...checkPrices(check),
    ...checkDesk(check),
  ];
  return verdicts.toSorted((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind]);
}

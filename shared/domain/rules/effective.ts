import type { LocalDate } from '../time.ts';
import type { EffectiveRule, RuleOverride } from './override.ts';
import type { TimeRule } from './time-rule.ts';
import { TIME_RULES } from './time-rules.ts';

function changedBy(rule: TimeRule, { decision, value, severity }: RuleOverride): TimeRule {
  const weighed: TimeRule = severity === null ? rule : { ...rule, severity };
  if (decision !== 'changed' || value === null) return weighed;
  if (weighed.kind === 'ratio') return typeof value === 'number' ? weighed : { ...weighed, value };
  if (typeof value !== 'number' || weighed.kind === 'flag') return weighed;
  return weighed.kind === 'threshold'
    ? { ...weighed, value: value as NonNullable<typeof weighed.value> }
    : { ...weighed, value };
}

/** Every rule as it holds on a day: of the office's decisions on it the one begun last, and of those of one day the later. */
export function effectiveRules(overrides: readonly RuleOverride[], on: LocalDate): readonly EffectiveRule[] {
  return TIME_RULES.map((rule) => {
    const begun = overrides.filter((each) => each.rule === rule.id && each.from <= on);
    const override = begun.reduce<RuleOverride | null>(
      (last, each) => (last === null || each.from >= last.from ? each : last),
      null,
    );
    return { rule: override === null ? rule : changedBy(rule, override), override };
  });
}

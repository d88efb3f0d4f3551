import type { FeeSchedule } from '../fees/schedule.ts';
import type { RuleOverride } from '../rules/override.ts';
import type { LocalDate } from '../time.ts';
import type { Admission } from './platform-profile.ts';

/** With a decision on a rule; it takes the place of another one on that rule of the same day. */
export function withOverride(overrides: readonly RuleOverride[], decided: RuleOverride): readonly RuleOverride[] {
  const isSame = ({ rule, from }: RuleOverride) => rule === decided.rule && from === decided.from;
  return [...overrides.filter((each) => !isSame(each)), decided];
}

/** With the end of an admission set, by its place in the list. */
export function admissionEnded(
  admissions: readonly Admission[],
  place: number,
  until: LocalDate,
): readonly Admission[] {
  return admissions.map((each, index) => (index === place ? { ...each, until } : each));
}

/** With an agreement; it takes the place of one of the same id. */
export function withAgreement(agreements: readonly FeeSchedule[], agreed: FeeSchedule): readonly FeeSchedule[] {
  return [...agreements.filter(({ id }) => id !== agreed.id), agreed];
}

/** With the last day of an agreement set. */
export function agreementEnded(agreements: readonly FeeSchedule[], id: string, on: LocalDate): readonly FeeSchedule[] {
  return agreements.map((each) => (each.id === id ? { ...each, effectiveTo: on } : each));
}

import { STATE_CALENDAR } from '../../domain/calendar/working-days.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { effectiveRules } from '../../domain/rules/effective.ts';
import type { EffectiveRule } from '../../domain/rules/override.ts';
import { limitsOf } from '../../domain/settlement/limits.ts';
import { toInstant } from '../../domain/settlement/milestone.ts';
import { soldAtOf } from '../../domain/settlement/outcome.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { type MilestoneStanding, standingsOf } from '../../domain/settlement/standing.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { wordsOf } from './known-lot.ts';

/** The rules as they hold today, with what the office decided on them. */
export async function rulesOfToday(ports: Pick<EventPorts, 'records' | 'clock'>): Promise<readonly EffectiveRule[]> {
  const { value } = await readSettings(ports, 'rules');
  return effectiveRules(value, beijingDate(ports.clock.now()));
}

/** Names of the milestones whose value in a lot's card is one that people recorded. */
export function recordedIn(card: LotCard, { milestones }: Settlement): ReadonlySet<string> {
  const entries = Object.values(milestones).flat();
  const ours = entries.filter(({ value }) => card[value.milestone] === toInstant(value.on));
  return new Set(ours.map(({ value }) => value.milestone));
}

/** How every milestone of a lot stands; `ours`: which facts of its card are the desk's own word. */
export function judgeLot(
  card: LotCard,
  settlement: Settlement,
  { ours, rules, now }: { ours: ReadonlySet<string>; rules: readonly EffectiveRule[]; now: Instant },
): readonly MilestoneStanding[] {
  const terms = settlement.terms.map(({ value }) => value);
  const facts = {
    soldAt: soldAtOf(card, settlement),
    words: wordsOf(card, settlement, ours),
    limits: limitsOf(card, rules, terms),
    hasNoDeposits: card.depositFen === 0 || card.registrationCount === 0,
  };
  return standingsOf(facts, STATE_CALENDAR, now);
}

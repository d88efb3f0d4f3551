import { type Caller, hasRole } from '../../domain/caller.ts';
import type { DepositHolder } from '../../domain/deposits/events.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { LotCard } from '../../domain/lot-card.ts';
import { mayAct, maySee, type Reached } from '../../domain/people/reach.ts';
import type { Assignment, PersonRole } from '../../domain/people/role.ts';
import type { LocalDate } from '../../domain/time.ts';

/** Who reads ledgers of deposits. */
export const DEPOSIT_READERS = ['office', 'auditor', 'township-reviewer'] as const satisfies readonly PersonRole[];

/** Where a lot lies, for who reaches it; of an unknown lot or place the district. */
function reachedOf(card: Pick<LotCard, 'tradeCategory' | 'township'> | undefined): Reached {
  const kind = card?.tradeCategory === 'state' ? 'state' : 'collective';
  return { id: '', kind, division: card?.township ?? HOME_DISTRICT.code };
}

/** Whether the caller may know of a lot's deposits: the office and auditors of its place, and the township's reviewers. */
export function maySeeDeposits(caller: Caller, card: Pick<LotCard, 'tradeCategory' | 'township'> | undefined): boolean {
  if (hasRole(caller, 'system', 'operator')) return true;
  const assignments = (caller.assignments ?? []).filter(({ role }) =>
    DEPOSIT_READERS.some((reader) => reader === role),
  );
  return maySee({ ...caller, roles: [], assignments }, reachedOf(card));
}

/** The assignment under which the caller records a deposit of that holder; undefined when there is none. */
export function mayRecord(
  caller: Caller,
  card: Pick<LotCard, 'tradeCategory' | 'township'> | undefined,
  holder: DepositHolder,
  today: LocalDate,
): Assignment | undefined {
  const reached = reachedOf(card);
  const office = mayAct(caller, 'office', reached, today);
  return office ?? (holder === 'township' ? mayAct(caller, 'township-reviewer', reached, today) : undefined);
}

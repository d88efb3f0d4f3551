import type { Asset, PriorityBasis, PriorityHolder } from '../asset/asset.ts';
import type { ListingTerms } from '../listing/terms.ts';
import type { LocalDate } from '../time.ts';
import type { RuleFacts } from './facts.ts';

const LESSEES: readonly PriorityBasis[] = ['sitting-lessee', 'lessee-preemption'];

function holdersOf(assets: readonly Asset[], bases: readonly PriorityBasis[]): readonly PriorityHolder[] {
  return assets.flatMap(({ priorityHolders }) => priorityHolders.filter(({ basis }) => bases.includes(basis)));
}

function isNotified({ priority }: ListingTerms, { id }: PriorityHolder): boolean {
  return priority.some(({ holderId, notifiedOn }) => holderId === id && notifiedOn !== null);
}

/** Whether every lessee of the register was told; a running lease without a lessee in the register leaves it open. */
function lesseesTold(terms: ListingTerms, assets: readonly Asset[]): boolean | 'nobody' | null {
  const holders = holdersOf(assets, LESSEES);
  if (holders.length > 0) return holders.every((holder) => isNotified(terms, holder));
  return assets.length > 0 && assets.every(({ lease }) => lease.state === 'vacant') ? 'nobody' : null;
}

/** The day the last of the lessees was told; `null` while one was not. */
export function lastNotice({ priority }: ListingTerms, assets: readonly Asset[]): LocalDate | null {
  const days = holdersOf(assets, LESSEES).map(
    ({ id }) => priority.find(({ holderId }) => holderId === id)?.notifiedOn ?? null,
  );
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}

/** Whether those with a right of priority have been told of the sale. */
export function grantsOf(terms: ListingTerms, assets: readonly Asset[]): RuleFacts['flags'] {
  const lessees = lesseesTold(terms, assets);
  const members = holdersOf(assets, ['collective-member']);
  const toMembersOnly = terms.eligibility.who === 'members-only';
  return {
    sitting_lessee_priority: lessees,
    lessee_preemption: lessees,
    member_priority:
      toMembersOnly || (members.length === 0 ? null : members.every((holder) => isNotified(terms, holder))),
  };
}

import type { OwnerKind } from '../asset/owner.ts';
import type { LastDay, UnknownYear, WorkCalendar } from '../calendar/working-days.ts';
import type { PaperKind } from '../listing/terms.ts';
import type { Fen } from '../money.ts';
import type { Instant } from '../time.ts';
import type { ApprovalChain, ChainStep } from './chain.ts';

/**
 * The chain of a kind of owner.
 * @throws RangeError when there is none, which no saved settings allow
 */
export function chainFor(chains: readonly ApprovalChain[], ownerKind: OwnerKind): ApprovalChain {
  const chain = chains.find((each) => each.ownerKind === ownerKind);
  if (chain === undefined) throw new RangeError(`no approval chain for ${ownerKind}`);
  return chain;
}

/**
 * The steps a listing of this value takes, in order. Of an unknown value it takes all: not knowing a value never saves
 * anybody an approval.
 */
export function stepsFor({ steps }: ApprovalChain, valueFen: Fen | null): readonly ChainStep[] {
  return steps.filter(({ fromFen }) => fromFen === null || valueFen === null || valueFen >= fromFen);
}

/** The last day of a step that began at an instant, by working days; `null` where no time is set. */
export function stepDueOn(
  { workingDays }: ChainStep,
  since: Instant,
  calendar: WorkCalendar,
): LastDay | UnknownYear | null {
  return workingDays === null ? null : calendar.lastDay(since, workingDays);
}

/** The papers the owner's own steps need, each once: they are there before submission. */
export function ownerPapers(steps: readonly ChainStep[]): readonly PaperKind[] {
  return [...new Set(steps.filter(({ actor }) => actor.kind === 'owner').flatMap(({ papers }) => papers))];
}

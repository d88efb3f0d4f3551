import type { Caller } from '../../../domain/caller.ts';
import { changesSinceSubmission, type Difference } from '../../../domain/listing/differences.ts';
import { visiblePartitions } from '../../../domain/people/reach.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { load } from '../../events/load.ts';
import { actorFor } from './authority.ts';
import { listingAggregate } from './listing-aggregate.ts';
import type { ListingCard } from './listing-card.ts';
import { cardsIn } from './listing-cards.ts';
import type { ListingPorts } from './listing-ports.ts';

/** A listing that waits for the caller's review. */
export interface QueuedReview {
  readonly card: ListingCard;
  readonly isOverdue: boolean;
  /** What changed since the submission before; `null` for the first. */
  readonly differences: readonly Difference[] | null;
}

/** What waits for the caller's review: overdue first, then what has waited longest. His own entries never stand here. */
export async function reviewQueue(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
): Promise<readonly QueuedReview[]> {
  const today = beijingDate(ports.clock.now());
  const cards = (await cardsIn(ports, visiblePartitions(caller))).filter((card) => waitsFor(caller, card, today));
  const queued = await Promise.all(
    cards.map(async (card) => {
      const listing = (await load(ports, listingAggregate, card.id))?.state;
      const differences = listing === undefined ? undefined : changesSinceSubmission(listing);
      return { card, isOverdue: isOverdue(card, today), differences: differences ?? null };
    }),
  );
  return queued.toSorted(overdueFirst);
}

/** Whether the listing of a card waits for the caller's review. */
export function waitsFor(caller: Caller, card: ListingCard, today: LocalDate): boolean {
  if (card.waiting === null || card.editors.includes(caller.id)) return false;
  const owner = ownerOfCard(card);
  return actorFor(caller, { step: card.waiting }, { choice: null, state: card.state }, owner, today) !== undefined;
}

/** What of a card's owner decides who may act; its code and contact are not on cards. */
export function ownerOfCard({ ownerId, ownerKind, ownerName, division }: ListingCard) {
  return { id: ownerId, kind: ownerKind, name: ownerName, division };
}

/** Whether the last day of the waiting step is over. */
export function isOverdue({ dueOn }: Pick<ListingCard, 'dueOn'>, today: LocalDate): boolean {
  return dueOn !== null && dueOn < today;
}

/** Overdue first, then what has waited longest. */
export function overdueFirst(
  a: { readonly isOverdue: boolean; readonly card: ListingCard },
  b: { readonly isOverdue: boolean; readonly card: ListingCard },
): number {
  if (a.isOverdue !== b.isOverdue) return a.isOverdue ? -1 : 1;
  const [first, second] = [`${a.card.waitingSince}${a.card.id}`, `${b.card.waitingSince}${b.card.id}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

import type { Caller } from '../../../domain/caller.ts';
import type { ListingState } from '../../../domain/listing/listing.ts';
import { mayActForPlatform, maySee, visiblePartitions } from '../../../domain/people/reach.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { SHOWN_TO_PLATFORM } from './authority.ts';
import type { ListingCard } from './listing-card.ts';
import { assetPartition, cardsIn } from './listing-cards.ts';
import type { ListingPorts } from './listing-ports.ts';

/** What of the listings is wanted; nothing said is all. */
export interface ListingFilter {
  readonly states?: readonly ListingState[];
  readonly ownerId?: string;
}

/** The listings the caller may see, those changed last first. */
export async function listListings(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  { states, ownerId }: ListingFilter = {},
): Promise<readonly ListingCard[]> {
  const today = beijingDate(ports.clock.now());
  const cards = await cardsIn(ports, visiblePartitions(caller));
  return newestFirst(
    cards.filter(
      (card) =>
        isVisible(caller, card, today) &&
        (states === undefined || states.includes(card.state)) &&
        (ownerId === undefined || card.ownerId === ownerId),
    ),
  );
}

/** The listings of one asset the caller may see, those changed last first. */
export async function listingsOfAsset(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  assetId: string,
): Promise<readonly ListingCard[]> {
  const today = beijingDate(ports.clock.now());
  const cards = await cardsIn(ports, [assetPartition(assetId)]);
  return newestFirst(cards.filter((card) => isVisible(caller, card, today)));
}

/** Whether the caller may see the listing of a card. */
function isVisible(caller: Caller, card: ListingCard, today: LocalDate): boolean {
  if (maySee(caller, { id: card.ownerId, kind: card.ownerKind, division: card.division })) return true;
  return (
    card.platform !== null &&
    SHOWN_TO_PLATFORM.includes(card.state) &&
    mayActForPlatform(caller, card.platform, today) !== undefined
  );
}

function newestFirst(cards: readonly ListingCard[]): readonly ListingCard[] {
  return cards.toSorted((a, b) => (a.updatedAt === b.updatedAt ? order(a.id, b.id) : order(b.updatedAt, a.updatedAt)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

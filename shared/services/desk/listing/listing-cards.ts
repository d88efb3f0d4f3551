import type { JsonValue } from '../../../domain/json.ts';
import { type Card, listCards } from '../../events/cards.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import type { ListingCard } from './listing-card.ts';

/** Where the cards of the listings of one asset lie. */
export function assetPartition(assetId: string): string {
  return `asset-${assetId}`;
}

/** A card as it is stored: plain data by construction, which an interface cannot say of itself. */
export function storedCard(card: ListingCard): JsonValue {
  return JSON.parse(JSON.stringify(card)) as JsonValue;
}

/** A stored card read back. */
function parseCard({ card }: Card): ListingCard {
  return card as unknown as ListingCard;
}

/** Cards of these partitions. */
export async function cardsIn(
  ports: Pick<EventPorts, 'records'>,
  partitions: readonly string[],
): Promise<readonly ListingCard[]> {
  const cards = await Promise.all(partitions.map((partition) => listCards(ports, 'listing', partition)));
  return cards.flat().map(parseCard);
}

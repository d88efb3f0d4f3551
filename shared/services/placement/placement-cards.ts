import type { Owner, OwnerKind } from '../../domain/asset/owner.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { partitionOf } from '../../domain/people/reach.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import { listCards, putCard } from '../events/cards.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { load } from '../events/load.ts';

/** What the status board is made of: a placement, and what has to be known of its listing. */
export interface PlacementCard {
  readonly placement: Placement;
  readonly title: string | null;
  /** The listing knows the address the platform gave. */
  readonly isAddressKnown: boolean;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerKind: OwnerKind;
  readonly division: string;
}

type Ports = Pick<EventPorts, 'records'>;

/** The card of a placement as it, its listing and its owner are. */
export function cardOf(placement: Placement, listing: Listing, owner: Owner): PlacementCard {
  const round = listing.rounds.find(({ number }) => number === placement.round);
  return {
    placement,
    title: round?.terms.title ?? null,
    isAddressKnown: round !== undefined && round.placed !== null,
    ownerId: owner.id,
    ownerName: owner.name,
    ownerKind: owner.kind,
    division: owner.division,
  };
}

/** Keeps a placement's line of the status board, in the township of its owner. */
export async function cardPlacement(ports: Ports, placement: Placement): Promise<void> {
  const listing = (await load(ports, listingAggregate, placement.listingId))?.state;
  const owner = listing === undefined ? undefined : await findOwner(ports, listing.ownerId);
  if (listing === undefined || owner === undefined) return;
  const card = JSON.parse(JSON.stringify(cardOf(placement, listing, owner))) as JsonValue;
  await putCard(ports, 'placement', partitionOf(owner), placement.id, placement.version, card);
}

/** The cards of these partitions. */
export async function placementCards(ports: Ports, partitions: readonly string[]): Promise<readonly PlacementCard[]> {
  const cards = await Promise.all(partitions.map((partition) => listCards(ports, 'placement', partition)));
  return cards.flat().map(({ card }) => card as unknown as PlacementCard);
}

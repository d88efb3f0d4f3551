import type { Caller } from '../../domain/caller.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { maySee, visiblePartitions } from '../../domain/people/reach.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import type { Sighting } from '../../domain/same-asset/evidence.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { load } from '../events/load.ts';
import { mayCommand } from '../placement/allowed-placement.ts';
import { situationOf } from '../placement/change-placement.ts';
import { type PlacementCard, placementCards } from '../placement/placement-cards.ts';
import { PLACEMENT_PREFIX } from './decisions.ts';
import type { SameAssetPorts } from './same-asset-ports.ts';

/** A listing that was handed over to a platform and has no lot there yet. */
export interface HandedOver {
  readonly placement: Placement;
  readonly title: string;
  /** How its lot is entered: at the listing (登记上架地址), or at the placement whose answer was lost (登记平台标的). */
  readonly way: 'record' | 'identify';
  readonly sighting: Sighting;
}

type Ports = Pick<SameAssetPorts, 'records' | 'clock' | 'publishing'>;

function wayOf(ports: Ports, placement: Placement, listing: Listing): HandedOver['way'] | undefined {
  if (mayCommand('identify', situationOf(ports, placement, listing, ports.clock.now()))) return 'identify';
  const isWaiting = placement.way === 'handoff' && placement.state === 'awaiting-handoff';
  return isWaiting && listing.state === 'handed-over' ? 'record' : undefined;
}

/** What the listing says it is, as a lot of its platform would. */
function sightingOf({ placement, ownerName, division }: PlacementCard, { id, terms }: Listing): Sighting {
  const township = division.length >= 9 ? division.slice(0, 9) : null;
  return {
    lotId: `${PLACEMENT_PREFIX}${placement.id}`,
    platform: placement.platform,
    title: terms.title,
    seller: ownerName,
    jurisdiction: division.slice(0, 6),
    township,
    location: null,
    area: null,
    appraisalFen: terms.appraisal.fen,
    startPriceFen: terms.startPriceFen,
    priceBasis: terms.priceBasis,
    startsAt: terms.windows.biddingStartsAt,
    endsAt: terms.windows.biddingEndsAt,
    listing: id,
    isPlanned: true,
  };
}

/** A placement's card, unless it has a lot, is over, or is of an earlier round. */
async function handedOverOf(ports: Ports, card: PlacementCard): Promise<HandedOver | undefined> {
  const { placement, title } = card;
  const listing = (await load(ports, listingAggregate, placement.listingId))?.state;
  const isRunning = listing?.rounds.at(-1)?.number === placement.round;
  if (listing === undefined || !isRunning) return undefined;
  const way = wayOf(ports, placement, listing);
  if (way === undefined) return undefined;
  return { placement, title: title ?? placement.id, way, sighting: sightingOf(card, listing) };
}

/** Listings the caller may see that were handed over and have no lot yet. */
export async function readHandedOver(caller: Caller, ports: Ports): Promise<readonly HandedOver[]> {
  const cards = await placementCards(ports, visiblePartitions(caller));
  const waiting = cards.filter(
    ({ placement, ownerId, ownerKind, division }) =>
      placement.lot === null &&
      !['live', 'accepted', 'ended', 'withdrawn'].includes(placement.state) &&
      maySee(caller, { id: ownerId, kind: ownerKind, division }),
  );
  const found = await Promise.all(waiting.map((card) => handedOverOf(ports, card)));
  return found.filter((each) => each !== undefined);
}

import type { Listing } from '../../domain/listing/listing.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import { toLotId } from '../../domain/lot-id.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { recordPlacement } from '../desk/listing/record-placement.ts';
import { withdrawListing } from '../desk/listing/withdraw-listing.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { foldLog, load, readLog } from '../events/load.ts';
import { dueOf, placeMessage } from './due.ts';
import { placementAggregate } from './placement-aggregate.ts';
import { cardPlacement } from './placement-cards.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { PLACEMENT_CALLER, syncPlacement } from './sync-placement.ts';
import { putWork } from './work.ts';

/** What follows from an event of one placement. */
type PlacementEffects = (ports: EventPorts, id: string) => Promise<void>;

/**
 * What follows from an event of a placement: the note of when something is due, and word to who does it where that is now;
 * the listing learns its address, or that it was taken down; the line of the status board. Reads placement and listing as they
 * are now; safe to repeat.
 */
export function placementEffects(given: Omit<PlacementPorts, keyof EventPorts>): PlacementEffects {
  return async (events, id) => {
    const ports: PlacementPorts = { ...given, ...events };
    const log = await readLog<PlacementEvent>(ports, { kind: 'placement', id });
    const placement = foldLog(placementAggregate, id, log)?.state;
    if (placement === undefined) return;
    await setToWork(ports, placement);
    const takenDown = log.findLast(({ event }) => event.type === 'withdrawn')?.event;
    try {
      await tellListing(ports, placement, takenDown);
    } finally {
      await cardPlacement(ports, placement);
    }
    const listing = await listingOf(ports, placement);
    if (listing !== undefined) await syncPlacement(ports, listing);
  };
}

async function setToWork(ports: PlacementPorts, placement: Placement): Promise<void> {
  const now = ports.clock.now();
  const due = dueOf(ports, placement, now);
  await putWork(ports, placement, due?.at ?? null);
  if (due !== null && due.at <= now) await ports.wake(due.queue, placeMessage(placement), 0);
}

async function listingOf(ports: PlacementPorts, { listingId }: Placement): Promise<Listing | undefined> {
  return (await load(ports, listingAggregate, listingId))?.state;
}

/** What the platform said of it, to the listing whose running round this is. */
async function tellListing(
  ports: PlacementPorts,
  placement: Placement,
  takenDown: PlacementEvent | undefined,
): Promise<void> {
  const listing = await listingOf(ports, placement);
  if (listing === undefined || currentRound(listing).number !== placement.round) return;
  const { id, state, lot, platform, withdrawal } = placement;
  if (lot !== null && listing.state === 'handed-over' && state !== 'withdrawn') {
    const body = { url: lot.url, lotId: toLotId(platform, lot.number), liveAt: null };
    await recordPlacement(PLACEMENT_CALLER, ports, listing.id, { id: `placed-${id}`, body }, body);
  }
  const isOnSale = listing.state === 'handed-over' || listing.state === 'placed';
  if (!isOnSale || state !== 'withdrawn' || takenDown?.type !== 'withdrawn') return;
  if (takenDown.data.said === 'never-sent') return;
  const body = { reason: withdrawal?.reason ?? takenDown.data.reason };
  await withdrawListing(PLACEMENT_CALLER, ports, listing.id, { id: `withdrawn-${id}`, body }, body);
}

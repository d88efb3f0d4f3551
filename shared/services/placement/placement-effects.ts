import type { Listing } from '../../domain/listing/listing.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { foldLog, load, readLog } from '../events/load.ts';
import { dueOf, placeMessage } from './due.ts';
import { placementAggregate } from './placement-aggregate.ts';
import { cardPlacement } from './placement-cards.ts';
import type { PlacementPorts } from './placement-ports.ts';
import { syncPlacement } from './sync-placement.ts';
import { tellListing } from './tell-listing.ts';
import { putWork } from './work.ts';

/** What follows from an event of one placement. */
type PlacementEffects = (ports: EventPorts, id: string) => Promise<void>;

/**
 * What follows from an event of a placement: the note of when something is due, and word to who does it where that is now;
 * the listing learns its address, how bidding ended, or that it was taken down; the line of the status board. Reads placement and listing as they
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
      const told = await listingOf(ports, placement);
      if (told !== undefined) await tellListing(ports, placement, told, takenDown);
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

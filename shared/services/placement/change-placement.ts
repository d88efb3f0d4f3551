import type { Owner } from '../../domain/asset/owner.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { actorOf, mayAct } from '../../domain/people/reach.ts';
import type { PlacementEvent } from '../../domain/placement/events.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { mayHappenTo } from '../../domain/placement/transitions.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { listingAggregate } from '../desk/listing/listing-aggregate.ts';
import { findOwner } from '../desk/owner/read-owner.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import { load } from '../events/load.ts';
import { mayCommand, type PlacementCommand, type Situation } from './allowed-placement.ts';
import { publishingOf } from './due.ts';
import { wrongPlacementState } from './log-event.ts';
import { maySeePlacement } from './may-see-placement.ts';
import { placementAggregate } from './placement-aggregate.ts';
import type { PlacementPorts } from './placement-ports.ts';

/** A command of the office on a placement that exists. */
export interface PlacementChange {
  readonly command: PlacementCommand;
  readonly event: (placement: Placement) => PlacementEvent | Promise<PlacementEvent>;
}

/** A placement the caller may know of, with its listing and owner. */
export interface VisiblePlacement {
  readonly placement: Placement;
  readonly listing: Listing;
  readonly owner: Owner;
}

/**
 * Carries out a command of the office on a placement: who may see it, who may do it, whether the state allows it, then the
 * event.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for who may not see it, `ACCESS.DENIED`, `PLACEMENT.STATE`, `COMMAND.CONFLICT`, and
 * what the command itself refuses
 */
export async function changePlacement(
  caller: Caller,
  ports: PlacementPorts,
  id: string,
  command: Command,
  change: PlacementChange,
): Promise<Committed<Placement>> {
  const { listing, owner } = await visiblePlacement(caller, ports, id);
  const office = mayAct(caller, 'office', owner, beijingDate(ports.clock.now()));
  if (office === undefined) throw new AppError('ACCESS.DENIED', 'this is for the office to do');
  const commander = { caller, actor: actorOf(caller, office) };
  return commit(ports, placementAggregate, id, commander, command, async (placement) => {
    if (placement === undefined) throw noSuchPlacement();
    const situation = situationOf(ports, placement, listing, ports.clock.now());
    if (!mayCommand(change.command, situation)) throw wrongPlacementState(placement, change.command);
    const event = await change.event(placement);
    if (!mayHappenTo(placement.state, event.type)) throw wrongPlacementState(placement, change.command);
    return event;
  });
}

/** A placement the caller may know of, as `maySeePlacement`. @throws AppError `RESOURCE.NOT_FOUND` */
export async function visiblePlacement(
  caller: Caller,
  ports: Pick<PlacementPorts, 'records' | 'clock'>,
  id: string,
): Promise<VisiblePlacement> {
  const placement = (await load(ports, placementAggregate, id))?.state;
  const listing =
    placement === undefined ? undefined : (await load(ports, listingAggregate, placement.listingId))?.state;
  const owner = listing === undefined ? undefined : await findOwner(ports, listing.ownerId);
  if (placement === undefined || listing === undefined || owner === undefined) throw noSuchPlacement();
  if (!maySeePlacement(caller, placement, owner, beijingDate(ports.clock.now()))) throw noSuchPlacement();
  return { placement, listing, owner };
}

/** What commands on a placement are decided by. */
export function situationOf(
  ports: Pick<PlacementPorts, 'publishing'>,
  placement: Placement,
  listing: Listing,
  now: Instant,
): Situation {
  const round = listing.rounds.find(({ number }) => number === placement.round);
  const isHandedOver = round !== undefined && round.handedOver !== null;
  return { placement, publishing: publishingOf(ports, placement), isHandedOver, now };
}

function noSuchPlacement(): AppError {
  return new AppError('RESOURCE.NOT_FOUND', 'no such placement');
}

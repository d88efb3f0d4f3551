import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import type { ListingEvent } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import {
  EVENT_NAMES,
  isAllowed,
  type ListingEventType,
  mayHappen,
  STATE_NAMES,
} from '../../../domain/listing/transitions.ts';
import type { Actor } from '../../../domain/people/role.ts';
import { beijingDate, type Instant, type LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import { load } from '../../events/load.ts';
import { findOwner } from '../owner/read-owner.ts';
import { actorFor, maySeeListing, noSuchListing, type Part } from './authority.ts';
import { listingAggregate } from './listing-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';
import { partsOf } from './parts.ts';

/** What a command decides on: the listing as it is now, whose it is, and when. */
export interface Deciding {
  readonly listing: Listing;
  readonly owner: Owner;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly actor: Actor;
}

/** A command on a listing that exists. */
export interface ListingChange {
  /** The event it makes. */
  readonly type: ListingEventType;
  readonly event: (deciding: Deciding) => ListingEvent | Promise<ListingEvent>;
}

/**
 * Carries out a command on a listing: who may see it, who may do it, whether the state allows it, then the event.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for who may not see it, `ACCESS.DENIED`, `LISTING.STATE`, `COMMAND.CONFLICT`, and
 * what the command itself refuses
 */
export async function changeListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  change: ListingChange,
): Promise<Committed<Listing>> {
  const today = beijingDate(ports.clock.now());
  const { listing, owner } = await visibleListing(caller, ports, id, today);
  const actorIn = (now: Listing): Actor | undefined => {
    const actors = partsOf(change.type, now).map((part) => actorFor(caller, part, now, owner, today));
    return actors.find((actor) => actor !== undefined);
  };
  // A command sent again finds the listing further on, where its sender may have no part any more: the log decides that.
  const actor = actorIn(listing) ?? anyActor(caller, listing, owner, today);
  if (actor === undefined) throw denied(change.type);
  return commit(ports, listingAggregate, id, { caller, actor }, command, async (now, at) => {
    if (now === undefined) throw noSuchListing();
    if (!mayHappen(now.state, change.type)) throw wrongState(now, change.type);
    const entitled = actorIn(now);
    if (entitled === undefined) throw denied(change.type);
    if (entitled.role !== actor.role) throw wrongState(now, change.type);
    const event = await change.event({ listing: now, owner, at, today, actor });
    if (!isAllowed(now.state, event)) throw wrongState(now, change.type);
    return event;
  });
}

/** A listing the caller may know of, with its owner. */
export async function visibleListing(
  caller: Caller,
  ports: Pick<ListingPorts, 'records'>,
  id: string,
  today: LocalDate,
): Promise<{ readonly listing: Listing; readonly owner: Owner; readonly version: number }> {
  const loaded = await load(ports, listingAggregate, id);
  const owner = loaded === undefined ? undefined : await findOwner(ports, loaded.state.ownerId);
  if (loaded === undefined || owner === undefined) throw noSuchListing();
  if (!maySeeListing(caller, loaded.state, owner, today)) throw noSuchListing();
  return { listing: loaded.state, owner, version: loaded.version };
}

/** The state does not allow it. */
export function wrongState({ id, state }: Listing, type: ListingEventType): AppError {
  const details = { listing: id, state, stateName: STATE_NAMES[state], wanted: EVENT_NAMES[type] };
  return new AppError('LISTING.STATE', 'the state of the listing does not allow this', { details });
}

function anyActor(caller: Caller, listing: Listing, owner: Owner, today: LocalDate): Actor | undefined {
  const steps = listing.submissions.flatMap(({ steps: all }) => all).map((step) => ({ step }));
  const parts: readonly Part[] = ['clerk', 'office', 'platform', 'system', ...steps];
  return parts.map((part) => actorFor(caller, part, listing, owner, today)).find((actor) => actor !== undefined);
}

function denied(type: ListingEventType): AppError {
  return new AppError('ACCESS.DENIED', 'this is for somebody else to do', { details: { wanted: EVENT_NAMES[type] } });
}

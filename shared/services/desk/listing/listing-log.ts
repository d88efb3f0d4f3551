import type { Caller } from '../../../domain/caller.ts';
import type { LoggedEvent } from '../../../domain/events/event.ts';
import type { ListingEvent } from '../../../domain/listing/events.ts';
import { maySee } from '../../../domain/people/reach.ts';
import { beijingDate } from '../../../domain/time.ts';
import { foldLog, readLog } from '../../events/load.ts';
import { findOwner } from '../owner/read-owner.ts';
import { maySeeReserve, noSuchListing } from './authority.ts';
import { listingAggregate } from './listing-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';

/** An event without what its reserve price could be reckoned from: anybody can try every price against a hash. */
type OpenEvent = Omit<LoggedEvent<ListingEvent>, 'command' | 'previous' | 'hash'> & {
  readonly command: { readonly id: string };
};

/** A listing's log for one reader. */
export interface ListingLog {
  readonly listing: string;
  readonly version: number;
  /** Whether the reserve price is left out, and all hashes with it, until the listing is over. */
  readonly isReserveHidden: boolean;
  readonly events: readonly (LoggedEvent<ListingEvent> | OpenEvent)[];
}

/**
 * Everything that happened to a listing, chained by hashes as it lies in the log.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see, or sees only for his platform
 */
export async function readListingLog(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  id: string,
): Promise<ListingLog> {
  const log = await readLog<ListingEvent>(ports, { kind: 'listing', id });
  const folded = foldLog(listingAggregate, id, log);
  const owner = folded === undefined ? undefined : await findOwner(ports, folded.state.ownerId);
  if (folded === undefined || owner === undefined || !maySee(caller, owner)) throw noSuchListing();
  const isReserveHidden = !maySeeReserve(caller, folded.state, owner, beijingDate(ports.clock.now()));
  const events = isReserveHidden ? log.map(withoutReserve) : log;
  return { listing: id, version: folded.version, isReserveHidden, events };
}

function withoutReserve({ sequence, at, by, command, event }: LoggedEvent<ListingEvent>): OpenEvent {
  return { sequence, at, by, command: { id: command.id }, event: eventWithoutReserve(event) };
}

function eventWithoutReserve(event: ListingEvent): ListingEvent {
  switch (event.type) {
    case 'drafted':
      return { ...event, data: { ...event.data, terms: { ...event.data.terms, reserveFen: null } } };
    case 'edited':
      return { ...event, data: { ...event.data, terms: { ...event.data.terms, reserveFen: null } } };
    case 'amended':
      return { ...event, data: { ...event.data, terms: { ...event.data.terms, reserveFen: null } } };
    case 'round-opened':
      return { ...event, data: { ...event.data, terms: { ...event.data.terms, reserveFen: null } } };
    default:
      return event;
  }
}

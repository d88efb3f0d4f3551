import type { Caller } from '../../../domain/caller.ts';
import type { ListingEvent } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { type ListingTerms, NO_TERMS } from '../../../domain/listing/terms.ts';
import { filesOfTerms } from '../../../domain/listing/terms-files.ts';
import { maySee } from '../../../domain/people/reach.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import { createdId } from '../../events/load.ts';
import { usableFiles } from '../files/read-file.ts';
import { findOwner } from '../owner/read-owner.ts';
import { clerkActor, noSuchListing } from './authority.ts';
import { visibleListing } from './change-listing.ts';
import { listedAssets } from './listed-assets.ts';
import { listingAggregate } from './listing-aggregate.ts';
import type { ListingPorts } from './listing-ports.ts';

/** A new draft: from nothing but its terms, or as a copy of an earlier listing of the same owner. */
export interface DraftBody {
  readonly ownerId: string;
  /** What is known so far; `NO_TERMS` for nothing. Left aside when it copies. */
  readonly terms: ListingTerms;
  /** The listing to copy: all that does not belong to its own days, decisions and papers. */
  readonly copyOf: string | null;
}

/**
 * Opens a draft (新建挂牌). Its id follows from the caller and the command's id, so that a repeated command finds it.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for an owner or a listing the caller may not see, `ACCESS.DENIED` for who is not
 * a clerk of the owner, `REQUEST.INVALID` for an asset that is not the owner's, and as `usableFiles`
 */
export async function draftListing(
  caller: Caller,
  ports: ListingPorts,
  command: Command,
  { ownerId, terms, copyOf }: DraftBody,
): Promise<Committed<Listing>> {
  const today = beijingDate(ports.clock.now());
  const owner = await findOwner(ports, ownerId);
  if (owner === undefined || !maySee(caller, owner)) throw new AppError('RESOURCE.NOT_FOUND', 'no such owner');
  const actor = clerkActor(caller, owner, today);
  if (actor === undefined) throw new AppError('ACCESS.DENIED', 'only a clerk of the owner drafts its listings');
  const first = copyOf === null ? terms : await copiedTerms(caller, ports, ownerId, copyOf, today);
  await listedAssets(ports, ownerId, first.items);
  await usableFiles(caller, ports, ownerId, filesOfTerms(first));
  const id = createdId(ports.hash, 'listing', caller.id, command.id);
  return commit(ports, listingAggregate, id, { caller, actor }, command, (): ListingEvent => {
    return { type: 'drafted', data: { ownerId, terms: first, copyOf } };
  });
}

/** The terms of an earlier listing without what belonged to its own time: days, vote, notifications, papers. */
async function copiedTerms(
  caller: Caller,
  ports: ListingPorts,
  ownerId: string,
  copyOf: string,
  today: LocalDate,
): Promise<ListingTerms> {
  const { listing } = await visibleListing(caller, ports, copyOf, today);
  if (listing.ownerId !== ownerId) throw noSuchListing();
  const { terms } = listing;
  return {
    ...terms,
    lease: { ...terms.lease, startsOn: null },
    appraisal: NO_TERMS.appraisal,
    deposit: { ...terms.deposit, dueAt: null },
    windows: NO_TERMS.windows,
    resolution: NO_TERMS.resolution,
    papers: [],
    priority: terms.priority.map(({ holderId, name }) => ({
      holderId,
      name,
      notifiedOn: null,
      notifiedBy: null,
      answer: 'pending',
      file: null,
    })),
  };
}

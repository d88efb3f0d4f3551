import type { Caller } from '../../../domain/caller.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { ListingTerms } from '../../../domain/listing/terms.ts';
import { filesOfTerms } from '../../../domain/listing/terms-files.ts';
import { beijingDate } from '../../../domain/time.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { usableFiles } from '../files/read-file.ts';
import { actorFor } from './authority.ts';
import { changeListing, visibleListing } from './change-listing.ts';
import { listedAssets } from './listed-assets.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireSameOffer } from './open-round.ts';

/** The terms as they should stand: all of them, not only what changed. */
export interface EditBody {
  readonly terms: ListingTerms;
}

/**
 * Edits a draft (修改). Saving what already stands writes nothing and answers as a repeated command does, so that a page
 * may save by itself as often as it likes.
 *
 * @throws AppError as `changeListing`; `REQUEST.INVALID` for an asset that is not the owner's, `FORM.INVALID` for a
 * later round that would offer something else; as `usableFiles` for the files it adds
 */
export async function editListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { terms }: EditBody,
): Promise<Committed<Listing>> {
  const today = beijingDate(ports.clock.now());
  const { listing, owner, version } = await visibleListing(caller, ports, id, today);
  const isClerk = actorFor(caller, 'clerk', listing, owner, today) !== undefined;
  if (isClerk && listing.state === 'draft' && isSame(listing.terms, terms)) {
    return { state: listing, version, repeated: true };
  }
  return changeListing(caller, ports, id, command, {
    type: 'edited',
    event: async (now) => {
      if (!isSame(now.listing.terms.items, terms.items)) await listedAssets(ports, now.owner.id, terms.items);
      if (now.listing.rounds.length > 1) requireSameOffer(now.listing, terms);
      const known = filesOfTerms(now.listing.terms);
      const added = filesOfTerms(terms).filter((file) => !known.includes(file));
      await usableFiles(caller, ports, now.owner.id, added);
      return { type: 'edited', data: { terms } };
    },
  });
}

function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { failedRounds } from '../../../domain/listing/progress.ts';
import { LISTING_EVENT_TYPES, type ListingEventType, mayHappen } from '../../../domain/listing/transitions.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { actorFor } from './authority.ts';
import { partsOf } from './parts.ts';

/** What the caller may do to the listing as it stands; the command itself may still refuse for what it is given. */
export function allowedCommands(
  caller: Caller,
  listing: Listing,
  owner: Owner,
  today: LocalDate,
): readonly ListingEventType[] {
  const isReviewer = !listing.editors.includes(caller.id);
  return LISTING_EVENT_TYPES.filter((type) => {
    if (!mayHappen(listing.state, type)) return false;
    if ((type === 'step-passed' || type === 'returned') && !isReviewer) return false;
    if (type === 'draw-announced' && listing.drawAnnounced !== null) return false;
    if (type === 'let-by-agreement' && failedRounds(listing) === 0) return false;
    if (type === 'scan-returned' && listing.documents.length === 0) return false;
    return partsOf(type, listing).some((part) => actorFor(caller, part, listing, owner, today) !== undefined);
  });
}

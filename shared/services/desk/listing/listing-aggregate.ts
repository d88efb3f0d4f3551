import type { ListingEvent } from '../../../domain/listing/events.ts';
import { foldListing } from '../../../domain/listing/fold.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Aggregate } from '../../events/aggregate.ts';

/** A listing's log: `LISTING#id`. */
export const listingAggregate: Aggregate<Listing, ListingEvent> = { kind: 'listing', fold: foldListing };

import type { Listing } from '../../../domain/listing/listing.ts';
import { waitingStep } from '../../../domain/listing/progress.ts';
import type { ListingEventType } from '../../../domain/listing/transitions.ts';
import type { Part } from './authority.ts';

/** Who may do what to a listing as it stands; the first part that fits the caller is the one recorded. */
const PARTS: Readonly<Record<ListingEventType, (listing: Listing) => readonly Part[]>> = {
  drafted: () => ['clerk'],
  edited: () => ['clerk'],
  'platform-chosen': () => ['clerk'],
  'draw-announced': () => ['clerk', 'office'],
  submitted: () => ['clerk'],
  'step-passed': reviewer,
  returned: (listing) => (listing.state === 'approved' ? ['office'] : reviewer(listing)),
  'handed-over': () => ['office', 'clerk', 'platform', 'system'],
  placed: () => ['platform', 'clerk', 'office', 'system'],
  amended: () => ['office'],
  'round-ended': () => ['office', 'platform', 'system'],
  'round-opened': () => ['clerk'],
  'let-by-agreement': () => ['office'],
  // While a platform has it, only the office, after the platform took it down: else it could be on sale twice.
  withdrawn: ({ state }) =>
    state === 'handed-over' || state === 'placed' ? ['office', 'system'] : ['clerk', 'office'],
  'document-issued': () => ['office', 'clerk'],
  'scan-returned': () => ['office', 'clerk'],
};

/** The parts that may do this to the listing as it stands. */
export function partsOf(type: ListingEventType, listing: Listing): readonly Part[] {
  return PARTS[type](listing);
}

function reviewer(listing: Listing): readonly Part[] {
  const step = waitingStep(listing);
  return step === undefined ? [] : [{ step }];
}

import type { ChainStep } from '../../../domain/approval/chain.ts';
import type { Owner } from '../../../domain/asset/owner.ts';
import type { Caller } from '../../../domain/caller.ts';
import { changesSinceSubmission, type Difference } from '../../../domain/listing/differences.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { waitingStep } from '../../../domain/listing/progress.ts';
import { cutsOf, type PriceCut } from '../../../domain/listing/rounds.ts';
import type { ListingTerms } from '../../../domain/listing/terms.ts';
import type { ListingEventType } from '../../../domain/listing/transitions.ts';
import { beijingDate, type LocalDate } from '../../../domain/time.ts';
import { allowedCommands } from './allowed-commands.ts';
import { maySeeReserve } from './authority.ts';
import { visibleListing } from './change-listing.ts';
import { dueOnOf } from './listing-card.ts';
import type { ListingPorts } from './listing-ports.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

/** A listing as one caller may see it. */
export interface ListingView {
  readonly listing: Listing;
  readonly version: number;
  readonly owner: Owner;
  /** The reserve price is left out of `listing`, whether there is one or not. */
  readonly isReserveHidden: boolean;
  /** The step that waits, since when and until when. */
  readonly waiting: (ChainStep & { readonly dueOn: LocalDate | null }) | null;
  /** What changed since the submission before; `null` for the first. */
  readonly differences: readonly Difference[] | null;
  /** Prices from round to round. */
  readonly cuts: readonly PriceCut[];
  readonly timeline: readonly TimelineEntry[];
  /** What the caller may do now. */
  readonly allowed: readonly ListingEventType[];
}

/**
 * One listing.
 * @throws AppError `RESOURCE.NOT_FOUND` also for one the caller may not see
 */
export async function readListing(
  caller: Caller,
  ports: Pick<ListingPorts, 'records' | 'clock'>,
  id: string,
): Promise<ListingView> {
  const at = ports.clock.now();
  const today = beijingDate(at);
  const { listing: whole, owner, version } = await visibleListing(caller, ports, id, today);
  const isReserveHidden = !maySeeReserve(caller, whole, owner, today);
  const listing = isReserveHidden ? withoutReserve(whole) : whole;
  const step = waitingStep(listing);
  return {
    listing,
    version,
    owner,
    isReserveHidden,
    waiting: step === undefined ? null : { ...step, dueOn: dueOnOf(step, listing.since) },
    differences: changesSinceSubmission(listing) ?? null,
    cuts: cutsOf(listing),
    timeline: timelineOf(listing, at),
    allowed: allowedCommands(caller, listing, owner, today),
  };
}

/** The listing without its reserve price, wherever terms lie in it. */
function withoutReserve(listing: Listing): Listing {
  const hide = <T extends { readonly terms: ListingTerms }>(holder: T): T => ({
    ...holder,
    terms: { ...holder.terms, reserveFen: null },
  });
  const rounds = listing.rounds.map((round) => ({ ...hide(round), amendments: round.amendments.map(hide) }));
  return { ...hide(listing), submissions: listing.submissions.map(hide), rounds };
}

import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { waitingStep } from '../../../domain/listing/progress.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { changeListing, wrongState } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';
import { refuseOwnReview } from './review-rules.ts';

/** A return. */
export interface ReturnBody {
  /** The step that waits; the last step taken, where the office returns one that was approved already. */
  readonly step: string;
  readonly reason: string;
}

/**
 * Returns a listing to its owner for correction (退回): by whoever has the step that waits, or by the office while an
 * approved one is not handed over. It keeps its assets locked meanwhile.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` without a reason, `LISTING.OWN_REVIEW`, `LISTING.STATE` when
 * another step waits
 */
export async function returnListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { step, reason }: ReturnBody,
): Promise<Committed<Listing>> {
  requireText('/reason', reason, '请写明退回的原因。');
  return changeListing(caller, ports, id, command, {
    type: 'returned',
    event: ({ listing }) => {
      const expected = listing.state === 'approved' ? listing.steps[0]?.step : waitingStep(listing)?.id;
      if (expected !== step) throw wrongState(listing, 'returned');
      refuseOwnReview(caller, listing);
      return { type: 'returned', data: { step, reason } };
    },
  });
}

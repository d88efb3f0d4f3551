import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { waitingStep } from '../../../domain/listing/progress.ts';
import type { Paper } from '../../../domain/listing/terms.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { usableFiles } from '../files/read-file.ts';
import { changeListing, wrongState } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { refuseOwnReview, requirePapers } from './review-rules.ts';

/** An approval. */
export interface PassBody {
  /** The step the reviewer means: another one waiting by now refuses. */
  readonly step: string;
  readonly opinion: string | null;
  /** Papers the reviewer adds, such as the bureau's written reply (批复). */
  readonly papers: readonly Paper[];
}

/**
 * Passes the step that waits (审核通过); after the last one the listing is approved. Give `command.expected`: the version
 * the reviewer read.
 *
 * @throws AppError as `changeListing`; `LISTING.OWN_REVIEW` for who entered, edited or submitted it; `LISTING.INCOMPLETE`
 * naming the papers the step still needs; `LISTING.STATE` when another step waits; as
 * `usableFiles` for the papers added
 */
export async function passStep(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { step, opinion, papers }: PassBody,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'step-passed',
    event: async ({ listing, owner }) => {
      const waiting = waitingStep(listing);
      if (waiting?.id !== step) throw wrongState(listing, 'step-passed');
      refuseOwnReview(caller, listing);
      await usableFiles(
        caller,
        ports,
        owner.id,
        papers.map(({ file }) => file),
      );
      requirePapers(waiting, [...listing.terms.papers, ...papers]);
      return { type: 'step-passed', data: { step, opinion, papers } };
    },
  });
}

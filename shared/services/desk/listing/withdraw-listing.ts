import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { closeUnsent } from '../../placement/close-unsent.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';

/** A withdrawal. */
export interface WithdrawBody {
  readonly reason: string;
}

/**
 * Withdraws a listing for good (撤回), before the hammer; its assets become free. While a platform has it, only the
 * office does so, or our own functions, after the platform has taken it down: otherwise the same asset could be on sale
 * twice. What the system publishes itself is taken down on the status board first.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` without a reason; `PLACEMENT.AT_PLATFORM`
 */
export async function withdrawListing(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { reason }: WithdrawBody,
): Promise<Committed<Listing>> {
  requireText('/reason', reason, '请写明撤回的原因。');
  return changeListing(caller, ports, id, command, {
    type: 'withdrawn',
    event: async ({ listing, actor }) => {
      await closeUnsent({ caller, actor }, ports, listing, reason);
      return { type: 'withdrawn', data: { reason } };
    },
  });
}

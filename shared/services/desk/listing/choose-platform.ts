import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { requireAdmitted } from './admitted.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';

/** The platform the village wants, and why. */
export interface ChoiceBody {
  readonly platform: string;
  readonly reason: string;
}

/**
 * Chooses the platform (选择平台) in a draft, by the owner's clerk; it may be chosen anew until the draft is submitted.
 *
 * @throws AppError as `changeListing`; `LISTING.NOT_ADMITTED` for a platform that is not admitted today for every asset
 * of the listing and its kind of owner; `LISTING.DRAW` once a draw was announced in the round; `FORM.INVALID` without a
 * reason
 */
export async function choosePlatform(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { platform, reason }: ChoiceBody,
): Promise<Committed<Listing>> {
  requireText('/reason', reason, '请写明选择这个平台的理由。');
  return changeListing(caller, ports, id, command, {
    type: 'platform-chosen',
    event: async ({ listing, owner, today }) => {
      if (listing.drawAnnounced !== null) throw new AppError('LISTING.DRAW', 'a draw was announced: it decides');
      await requireAdmitted(ports, listing, owner, [platform], today);
      return { type: 'platform-chosen', data: { platform, reason, draw: null } };
    },
  });
}

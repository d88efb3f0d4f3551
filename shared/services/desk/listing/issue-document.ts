import type { Caller } from '../../../domain/caller.ts';
import type { IssuedDocument } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';

/**
 * Records a numbered document that was made of the listing (出具文书), by its owner's clerk or the office.
 *
 * @throws AppError as `changeListing`
 */
export async function issueDocument(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  document: IssuedDocument,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'document-issued',
    event: () => ({ type: 'document-issued', data: document }),
  });
}

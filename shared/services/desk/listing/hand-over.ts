import type { Caller } from '../../../domain/caller.ts';
import type { IssuedDocument } from '../../../domain/listing/events.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';

/** The package as it was given out. */
export interface HandOverBody {
  /** SHA-256 of the package file, lower-case hex. */
  readonly packageSha256: string;
  /** Numbered documents inside it. */
  readonly documents: readonly IssuedDocument[];
}

/**
 * Records that the complete package was handed over (移交): from here the platform's clock runs. By the owner's clerk, the
 * office, or the platform's operator who fetched it.
 *
 * @throws AppError as `changeListing`
 */
export async function handOver(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { packageSha256, documents }: HandOverBody,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'handed-over',
    event: () => ({ type: 'handed-over', data: { packageSha256, documents } }),
  });
}

import { type Caller, hasRole } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';
import { isAddressOf, isConnectedAddressOf } from './platform-address.ts';

/** Where the platform shows it. */
export interface PlacementBody {
  /** The lot's page on the chosen platform. */
  readonly url: string;
  /** Our id of the lot, where the platform's adapter reads it from the address. */
  readonly lotId: string | null;
  /** When it went live, as far as known. */
  readonly liveAt: Instant | null;
}

/**
 * Records the address a listing got on its platform (登记上架地址): pasted back by whoever listed it, or found by
 * collection. Only addresses on that platform's own hosts; from our own functions also on the host where it is connected.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` for any other address
 */
export async function recordPlacement(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { url, lotId, liveAt }: PlacementBody,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'placed',
    event: async ({ listing }) => {
      const platform = ports.platforms.find(({ id: known }) => known === listing.choice?.platform);
      const isOurs = hasRole(caller, 'system');
      const isThere =
        platform !== undefined &&
        (isAddressOf(platform, url) || (isOurs && (await isConnectedAddressOf(ports, platform, url))));
      if (!isThere) {
        const hosts = platform?.hosts.join('、') ?? '';
        refuseFaults([{ pointer: '/url', sentence: `请粘贴所选平台上的标的网址(${hosts})。` }]);
      }
      return { type: 'placed', data: { url, lotId, liveAt } };
    },
  });
}

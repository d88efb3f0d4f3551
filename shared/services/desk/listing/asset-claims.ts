import type { Claim } from '../../../domain/asset/lock.ts';
import { readClaims } from '../../events/asset-lock.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { standingOfListing } from './listing-lock.ts';

/**
 * Who holds what of an asset today, by the holders' own logs: a sale keeps its claim open in the lock until it can no longer
 * be defaulted on, and an effect may not have run yet.
 */
export async function standingClaims(ports: Pick<EventPorts, 'records'>, assetId: string): Promise<readonly Claim[]> {
  const found = await Promise.all(
    (await readClaims(ports, assetId)).map(async (claim): Promise<readonly Claim[]> => {
      if (claim.state === 'sold') return [claim];
      const standing = await standingOfListing(ports, claim.holder, assetId);
      return standing === 'released' ? [] : [{ ...claim, state: standing }];
    }),
  );
  return found.flat();
}

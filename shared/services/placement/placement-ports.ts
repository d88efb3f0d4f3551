import type { PlaceMessage } from '../../messages/place.ts';
import type { ListingPorts } from '../desk/listing/listing-ports.ts';

/**
 * Sends word that something may be due for a placement: to those who prepare offers, or to those who call one platform.
 * `delaySeconds`: nobody receives it before, 900 at most.
 */
export type Wake = (
  queue: 'preparations' | { readonly platform: string },
  message: PlaceMessage,
  delaySeconds: number,
) => Promise<void>;

/** What the services of placements are given. */
export interface PlacementPorts extends ListingPorts {
  readonly wake: Wake;
}

import { manifests } from '#adapters/manifests.ts';
import { publishing } from '#adapters/publishing.ts';
import { cardPerson } from '#shared/services/access/people.ts';
import { assetChanged } from '#shared/services/desk/asset/asset-cards.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { ownerChanged } from '#shared/services/desk/owner/owner-cards.ts';
import type { Effects } from '#shared/services/events/event-ports.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import { wake } from './placement-queues.ts';
import { objectStore, once, systemRandom } from './wiring.ts';

/**
 * What follows from a change of each kind: for whoever commits, and for the sweeper. Settings and numbers have nothing.
 * A function that runs them may put documents, and send word to those who prepare offers and call platforms.
 */
export const effects: Effects = {
  person: cardPerson,
  asset: assetChanged,
  owner: ownerChanged,
  listing: listingEffects({ documents: once(() => objectStore('DOCUMENTS_BUCKET')), publishing }),
  placement: placementEffects({ wake, publishing, platforms: manifests, random: systemRandom }),
};

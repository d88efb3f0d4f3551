import { manifests } from '#adapters/manifests.ts';
import { publishing } from '#adapters/publishing.ts';
import { cardPerson } from '#shared/services/access/people.ts';
import { contractChanged } from '#shared/services/contract/contract-cards.ts';
import { depositsChanged } from '#shared/services/deposits/deposits-cards.ts';
import { assetChanged } from '#shared/services/desk/asset/asset-cards.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import { ownerChanged } from '#shared/services/desk/owner/owner-cards.ts';
import type { Effects } from '#shared/services/events/event-ports.ts';
import { placementEffects } from '#shared/services/placement/placement-effects.ts';
import { cardReconciliation } from '#shared/services/reconciliation/reconciliation-log.ts';
import { sameAssetChanged } from '#shared/services/same-asset/decisions.ts';
import { offersChanged } from '#shared/services/same-asset/offers.ts';
import { settlementEffects } from '#shared/services/settlement/settlement-effects.ts';
import { wake } from './placement-queues.ts';
import { objectStore, once, systemRandom } from './wiring.ts';

const documents = once(() => objectStore('DOCUMENTS_BUCKET'));

const listingChanged = listingEffects({ documents, publishing });

/**
 * What follows from a change of each kind: for whoever commits, and for the sweeper. Settings and numbers have nothing.
 * A function that runs them may put documents, and send word to those who prepare offers and call platforms.
 */
export const effects: Effects = {
  person: cardPerson,
  asset: assetChanged,
  owner: ownerChanged,
  listing: async (ports, id) => {
    await listingChanged(ports, id);
    await offersChanged(ports, id);
  },
  placement: placementEffects({ wake, publishing, platforms: manifests, random: systemRandom }),
  settlement: settlementEffects({ documents }),
  contract: contractChanged,
  deposits: depositsChanged,
  reconciliation: cardReconciliation,
  'same-asset': sameAssetChanged,
};

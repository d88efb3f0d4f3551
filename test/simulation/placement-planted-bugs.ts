import { AppError } from '#shared/errors/app-error.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { parseEventItem } from '#shared/services/events/event-item.ts';
import { countingIds } from '#test/support/fixed-ambient.ts';
import type { PlacementPlant } from './placement-system.ts';

interface Planted extends PlacementPlant {
  /** The kind of platform on which it shows. */
  readonly makesSecond: boolean;
  /** How the complaint begins. */
  readonly shows: 'two lots' | 'forgotten';
}

/** Attempts are begun without a word in the log, so that nobody is kept from beginning another. */
function withoutLease(store: ItemStore): ItemStore {
  return {
    ...store,
    async put(item, condition) {
      const isAttempt = item['logged'] !== undefined && parseEventItem(item).event.type === 'attempted';
      return isAttempt ? 'written' : store.put(item, condition);
    },
  };
}

const references = countingIds('');

function withoutReference(session: PublisherSession): PublisherSession {
  return {
    ...session,
    publish: (offer) => session.publish({ ...offer, reference: `${offer.reference}.n${references.next()}` }),
  };
}

/** A lost answer is taken for a platform that did nothing. */
function carefree(session: PublisherSession): PublisherSession {
  return {
    ...session,
    publish: (offer) =>
      session.publish(offer).catch((error: unknown) => {
        throw new AppError('PLATFORM.UNAVAILABLE', 'nothing was done', { cause: error });
      }),
  };
}

/** What the simulation of placements must catch. */
export const PLANTED_PLACEMENT_BUGS = {
  'a lease that is not taken': { makesSecond: true, shows: 'two lots', client: withoutLease },
  'a reference that is another each time': { makesSecond: false, shows: 'two lots', session: withoutReference },
  'a second creation after a lost answer': { makesSecond: true, shows: 'two lots', believes: { onceBy: 'reference' } },
  'a lost answer taken for nothing done': { makesSecond: true, shows: 'two lots', session: carefree },
  'messages that nobody makes up for': { makesSecond: false, shows: 'forgotten', isNeverWoken: true },
  'an amendment that is not sent': {
    makesSecond: false,
    shows: 'forgotten',
    session: (session) => ({ ...session, amend: async (_, lot) => lot }),
  },
  'a withdrawal that is not sent': {
    makesSecond: false,
    shows: 'forgotten',
    session: (session) => ({ ...session, withdraw: async () => {} }),
  },
} as const satisfies Readonly<Record<string, Planted>>;

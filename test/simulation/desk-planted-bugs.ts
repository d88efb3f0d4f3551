import type { Item, ItemStore, PutCondition } from '#shared/ports/item-store.ts';
import { lockAssets, settleLock } from '#shared/services/events/asset-lock.ts';
import { load } from '#shared/services/events/load.ts';
import {
  doSmall,
  lockSmall,
  type SmallListing,
  smallEffects,
  smallListing,
  standingOfSmall,
} from '#test/support/small-listing.ts';
import type { DeskPlant } from './desk-system.ts';

type Act = typeof doSmall;

/** The store with another way to put. */
function putting(change: (item: Item, condition: PutCondition) => readonly [Item, PutCondition]) {
  return (store: ItemStore): ItemStore => ({
    get: (key) => store.get(key),
    query: (range) => store.query(range),
    put: (item, condition) => store.put(...change(item, condition)),
  });
}

function withoutCondition(isMeant: (item: Item) => boolean): DeskPlant {
  return { client: putting((item, condition) => [item, isMeant(item) ? 'any' : condition]) };
}

/** Submits with another way to lock. */
function locking(lock: (...given: Parameters<typeof lockSmall>) => Promise<void>): DeskPlant {
  const act: Act = (ports, id, command, asked, commander) =>
    doSmall(ports, id, command, asked, commander, (...given) => lock(...given));
  return { act };
}

/** Puts the event first and takes the lock after. */
const lockAfterCommit: Act = async (ports, id, command, asked, commander) => {
  const done = await doSmall(ports, id, command, asked, commander, async () => {});
  if (asked.does === 'submit') await lockSmall(ports, id, done.state);
  return done;
};

/** Frees the assets and then puts the event that says so. */
const releaseBeforeEvent: Act = async (ports, id, command, asked, commander) => {
  const listing = asked.does === 'withdraw' ? await load(ports, smallListing, id) : undefined;
  if (listing !== undefined) await settleLock(ports, id, listing.state.named, 'released');
  return doSmall(ports, id, command, asked, commander);
};

/** Frees the assets whenever a round failed, although the listing may be offered again. */
const releasesTooEarly: DeskPlant['effects'] = {
  async listing(ports, id) {
    await smallEffects(ports, id);
    const listing = await load(ports, smallListing, id);
    if (listing?.state.state === 'failed') await settleLock(ports, id, listing.state.named, 'released');
  },
};

/** Does not look for itself in the log. */
const forgetful: Act = (ports, id, command, asked, commander) => {
  const fresh = { ...command, id: `${command.id} ${ports.clock.now()}` };
  return doSmall(ports, id, fresh, asked, commander);
};

/** Takes for free what a draft holds, although a slow command may be about to offer it. */
const robsDrafts = async (ports: Parameters<typeof lockSmall>[0], id: string, { offer, version }: SmallListing) => {
  const standingOf = async (holder: string, assetId: string) => {
    const listing = await load(ports, smallListing, holder);
    return listing?.state.state === 'draft' ? ('released' as const) : standingOfSmall(ports, holder, assetId);
  };
  await lockAssets(ports, id, offer.items, { ...offer, version, standingOf });
};

/** Bugs in what the rules of logs and locks forbid. */
export const PLANTED_DESK_BUGS: Readonly<Record<string, DeskPlant>> = {
  'a lock taken after the event': { act: lockAfterCommit },
  'a release before the event': { act: releaseBeforeEvent },
  'a release while the listing may be offered again': { effects: releasesTooEarly },
  'a listing that takes no lock': locking(async () => {}),
  'a listing that takes the first asset of a package alone': locking((ports, id, listing) =>
    lockSmall(ports, id, { ...listing, offer: { ...listing.offer, items: listing.offer.items.slice(0, 1) } }),
  ),
  'a lock that is taken from drafts': locking(robsDrafts),
  'a lock put without condition': withoutCondition(({ pk }) => pk.startsWith('LOCK#')),
  'an event put over another': withoutCondition(({ sk }) => sk.startsWith('EVENT#')),
  'a card put without looking at versions': withoutCondition(({ pk }) => pk.startsWith('CARDS#')),
  'a day sealed again': withoutCondition(({ pk }) => pk === 'AUDIT'),
  'an event without a mark': {
    client: putting(({ duePartition: _, dueAt: __, ...item }, condition) => [item as Item, condition]),
  },
  'a command that does not look for itself': { act: forgetful },
  'a claim that an older command may replace': locking((ports, id, listing) =>
    lockSmall(ports, id, { ...listing, version: -listing.version }),
  ),
};

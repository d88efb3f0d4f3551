import type { LockedItem, Taking } from '#shared/domain/asset/lock.ts';
import type { Actor } from '#shared/domain/people/role.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Aggregate, Command, Commander, Committed } from '#shared/services/events/aggregate.ts';
import { lockAssets, type Standing, settleLock } from '#shared/services/events/asset-lock.ts';
import { putCard } from '#shared/services/events/cards.ts';
import { commit } from '#shared/services/events/commit.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { load } from '#shared/services/events/load.ts';

/** What a small listing offers. */
export interface Offer extends Taking {
  readonly items: readonly LockedItem[];
}

/** A listing cut down to what decides about locks: drafted, submitted (on sale), failed, offered again, sold, withdrawn. */
export interface SmallListing {
  readonly state: 'draft' | 'on-sale' | 'failed' | 'sold' | 'withdrawn';
  readonly offer: Offer;
  /** Assets it ever offered. */
  readonly named: readonly string[];
  readonly version: number;
}

export type SmallEvent =
  | { readonly type: 'drafted' | 'edited'; readonly data: { readonly offer: Offer } }
  | { readonly type: 'submitted' | 'failed' | 'sold' | 'withdrawn'; readonly data: object };

const AFTER = { submitted: 'on-sale', failed: 'failed', sold: 'sold', withdrawn: 'withdrawn' } as const;

export const smallListing: Aggregate<SmallListing, SmallEvent> = {
  kind: 'listing',
  fold(state, { event, sequence: version }) {
    if (event.type === 'drafted' || event.type === 'edited') {
      const { offer } = event.data;
      const named = [...(state?.named ?? []), ...offer.items.map(({ assetId }) => assetId)];
      return { state: state?.state ?? 'draft', offer, named: [...new Set(named)], version };
    }
    if (state === undefined) throw new Error(`${event.type} before the draft`);
    return { ...state, state: AFTER[event.type], version };
  },
};

/** What somebody does to a listing. */
export type SmallCommand =
  | { readonly does: 'draft' | 'edit'; readonly offer: Offer }
  | { readonly does: 'submit' | 'fail' | 'sell' | 'withdraw' };

/** From which states a command may go. */
const FROM: Readonly<Record<SmallCommand['does'], readonly (SmallListing['state'] | undefined)[]>> = {
  draft: [undefined],
  edit: ['draft', 'failed'],
  submit: ['draft', 'failed'],
  fail: ['on-sale'],
  sell: ['on-sale'],
  withdraw: ['draft', 'on-sale', 'failed'],
};

const PAST = { submit: 'submitted', fail: 'failed', sell: 'sold', withdraw: 'withdrawn' } as const;

export const CLERK: Actor = { id: 'person-1', name: '张三', role: 'village-clerk', scope: '330502', onBehalf: false };

export function aCommander(of: Partial<Actor> = {}): Commander {
  const actor = { ...CLERK, ...of };
  return { caller: { id: actor.id, roles: ['village-clerk'] }, actor };
}

/** What a listing's own log says of its claims. */
export async function standingOfSmall(
  ports: Pick<EventPorts, 'records'>,
  holder: string,
  assetId: string,
): Promise<Standing> {
  const listing = (await load(ports, smallListing, holder))?.state;
  if (listing === undefined) return 'open';
  if (listing.state === 'withdrawn' || !listing.offer.items.some((item) => item.assetId === assetId)) return 'released';
  return listing.state === 'sold' ? 'sold' : 'open';
}

/** What follows from a change of a listing: its card, and its claims once nothing can follow. */
export async function smallEffects(ports: EventPorts, id: string): Promise<void> {
  const listing = await load(ports, smallListing, id);
  if (listing === undefined) return;
  const { state, named } = listing.state;
  await putCard(ports, 'listing', 'all', id, listing.version, { state });
  if (state === 'withdrawn') await settleLock(ports, id, named, 'released');
  if (state === 'sold') await settleLock(ports, id, named, 'sold');
}

/** The real commit and the real lock under a small listing. */
export function doSmall(
  ports: EventPorts,
  id: string,
  command: Command,
  asked: SmallCommand,
  commander = aCommander(),
  lock = lockSmall,
): Promise<Committed<SmallListing>> {
  return commit(ports, smallListing, id, commander, command, async (state) => {
    if (!FROM[asked.does].includes(state?.state)) throw new AppError('LISTING.STATE', 'not now');
    if (asked.does === 'submit' && state !== undefined) await lock(ports, id, state);
    return eventOf(asked);
  });
}

function eventOf(asked: SmallCommand): SmallEvent {
  if (asked.does === 'draft') return { type: 'drafted', data: { offer: asked.offer } };
  if (asked.does === 'edit') return { type: 'edited', data: { offer: asked.offer } };
  return { type: PAST[asked.does], data: {} };
}

export function lockSmall(ports: EventPorts, id: string, { offer, version }: SmallListing): Promise<void> {
  const standingOf = (holder: string, assetId: string) => standingOfSmall(ports, holder, assetId);
  return lockAssets(ports, id, offer.items, { ...offer, version, standingOf });
}

import type { LocalDate } from '#shared/domain/time.ts';
import type { SeededRandom } from '#test/support/fixed-ambient.ts';
import type { Offer, SmallCommand } from '#test/support/small-listing.ts';

/** One request as it lies in the queue: redelivered, it is the same command. */
export interface DeskRequest {
  readonly listing: string;
  readonly key: string;
  readonly asked: object;
}

/** How much happens. */
export interface DeskSize {
  readonly listings: number;
  readonly requests: number;
}

/** Listings as they begin, and what people want of them. */
export interface DeskScript {
  readonly drafts: ReadonlyMap<string, Offer>;
  readonly requests: readonly DeskRequest[];
}

export const ASSETS = ['barn', 'pond'] as const;

const PARTS = [null, null, ['east'], ['west'], ['east', 'west']] as const;
const PERIODS = [
  ['2025-01-01', '2025-12-31'],
  ['2025-07-01', '2026-06-30'],
  ['2026-01-01', '2026-12-31'],
] as const;

function anOffer(random: SeededRandom): Offer {
  const assets = random.chance(0.4) ? ASSETS : [random.pick(ASSETS)];
  const items = assets.map((assetId) => ({ assetId, parts: random.pick(PARTS) }));
  const [from, until] = random.pick(PERIODS);
  if (random.chance(0.2)) return { items, takes: 'transfer', from: from as LocalDate, until: null };
  return { items, takes: 'use', from: from as LocalDate, until: until as LocalDate };
}

function aCommand(random: SeededRandom): SmallCommand {
  const does = random.pick(['submit', 'submit', 'submit', 'edit', 'fail', 'sell', 'withdraw', 'submit'] as const);
  return does === 'edit' ? { does, offer: anOffer(random) } : { does };
}

/** What people want, in an order that follows from the seed. */
export function deskScript(random: SeededRandom, { listings, requests }: DeskSize): DeskScript {
  const ids = Array.from({ length: listings }, (_, index) => `listing-${index + 1}`);
  return {
    drafts: new Map(ids.map((id) => [id, anOffer(random)])),
    requests: Array.from({ length: requests }, (_, index) => ({
      listing: random.pick(ids),
      key: `request-${index + 1}`,
      asked: aCommand(random),
    })),
  };
}

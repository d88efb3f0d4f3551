import type { LocalDate } from '../time.ts';
import type { LeaseState } from './asset.ts';
import type { Claim } from './lock.ts';

/**
 * How an asset stands on a day (资产状态), from what the listings hold of it and else from its lease: listed 挂牌中, sold 已转让,
 * let 已出租, let-later 已成交待起租, lease-over 合同已到期, vacant 空闲, occupied 被占用, unknown 未登记.
 */
export const STANDINGS = ['listed', 'sold', 'let', 'let-later', 'lease-over', 'vacant', 'occupied', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A standing, the day until which it holds where one is known, and the listing it comes from. */
export interface AssetStanding {
  readonly standing: Standing;
  readonly until: LocalDate | null;
  readonly listing: string | null;
}

/** How an asset stands on a day. An open listing is what people need to know first, then what was sold, then the register. */
export function standingOf(lease: LeaseState, claims: readonly Claim[], today: LocalDate): AssetStanding {
  const open = claims.find(({ state }) => state === 'open');
  if (open !== undefined) return { standing: 'listed', until: null, listing: open.holder };
  const sold = claims.filter(({ state }) => state === 'sold');
  const gone = sold.find(({ takes }) => takes === 'transfer');
  if (gone !== undefined) return { standing: 'sold', until: null, listing: gone.holder };
  const running = sold.find(({ from, until }) => from <= today && today <= (until ?? today));
  if (running !== undefined) return { standing: 'let', until: running.until, listing: running.holder };
  if (lease.state === 'leased' && (lease.until ?? today) >= today)
    return { standing: 'let', until: lease.until, listing: null };
  const later = sold.find(({ from }) => from > today);
  if (later !== undefined) return { standing: 'let-later', until: later.until, listing: later.holder };
  if (lease.state === 'leased') return { standing: 'lease-over', until: lease.until, listing: null };
  return { standing: lease.state, until: null, listing: null };
}

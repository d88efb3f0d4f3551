import { BID_STANDINGS, type BidObservation, type BidStanding } from './bid.ts';
import type { Fen } from './money.ts';
import { fromEpochMs, type Instant, toEpochMs } from './time.ts';

/**
 * One entry of a lot's bid log (竞买记录): a bid and how often the platform shows it.
 * Identity is the platform's own bid id where there is one, else (second, fen, bidder number).
 */
export interface BidEntry {
  readonly platformBidId?: string;
  readonly bidder: string;
  readonly price: Fen;
  /** Whole second: documents of one platform round differently below it. */
  readonly at: Instant;
  readonly count: number;
  readonly standing: BidStanding;
}

/** The text two sightings of one bid share. */
export function bidIdentity(bid: Pick<BidEntry, 'platformBidId' | 'bidder' | 'price' | 'at'>): string {
  return bid.platformBidId === undefined ? `${bid.at}|${bid.price}|${bid.bidder}` : `id|${bid.platformBidId}`;
}

function wholeSecond(at: Instant): Instant {
  return fromEpochMs(Math.floor(toEpochMs(at) / 1000) * 1000);
}

function betterStanding(a: BidStanding, b: BidStanding): BidStanding {
  return BID_STANDINGS.indexOf(a) >= BID_STANDINGS.indexOf(b) ? a : b;
}

/** The log one document shows. Equal rows are counted; rows with the platform's own id are one bid however often shown. */
export function toBidLog(bids: readonly BidObservation[]): readonly BidEntry[] {
  const log = new Map<string, BidEntry>();
  for (const bid of bids) {
    const entry: BidEntry = { ...bid, at: wholeSecond(bid.at), count: 1 };
    const identity = bidIdentity(entry);
    const known = log.get(identity);
    if (known === undefined) {
      log.set(identity, entry);
      continue;
    }
    const count = entry.platformBidId === undefined ? known.count + 1 : 1;
    log.set(identity, { ...known, count, standing: betterStanding(known.standing, entry.standing) });
  }
  return [...log.values()];
}

/**
 * The entries of `shown` that say more than the log: new bids, larger counts, better informed standings.
 * Merging takes the larger count and never the sum, so overlapping pages count right.
 */
export function newEntries(log: ReadonlyMap<string, BidEntry>, shown: readonly BidEntry[]): readonly BidEntry[] {
  const found: BidEntry[] = [];
  for (const entry of shown) {
    const known = log.get(bidIdentity(entry));
    const count = Math.max(known?.count ?? 0, entry.count);
    const standing = betterStanding(known?.standing ?? 'unknown', entry.standing);
    if (known === undefined || known.count !== count || known.standing !== standing) {
      found.push({ ...entry, count, standing });
    }
  }
  return found;
}

/** A log as a map by identity. */
export function indexBids(entries: readonly BidEntry[]): ReadonlyMap<string, BidEntry> {
  return new Map(entries.map((entry) => [bidIdentity(entry), entry]));
}

/** Entries in the order of bidding: time, then price, then bidder. */
export function inBiddingOrder(entries: Iterable<BidEntry>): readonly BidEntry[] {
  const order = (a: BidEntry, b: BidEntry) =>
    a.at === b.at ? a.price - b.price || (bidIdentity(a) < bidIdentity(b) ? -1 : 1) : a.at < b.at ? -1 : 1;
  return [...entries].sort(order);
}

/** How many bids the log holds. */
export function countBids(entries: Iterable<BidEntry>): number {
  let total = 0;
  for (const entry of entries) total += entry.count;
  return total;
}

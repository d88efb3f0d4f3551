import type { BidObservation } from '#shared/domain/bid.ts';
import { isOutcome, type LotStatus } from '#shared/domain/lot-status.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { type SeededRandom, START } from '#test/support/fixed-ambient.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** A bid so shortly before the end moves it. */
const EXTENSION_MS = 5 * MINUTE_MS;

/** One auction as it really goes; times are milliseconds since the start of the test's time, 10:00 in Beijing. */
export interface Auction {
  readonly externalId: string;
  readonly startsMs: number;
  readonly plannedEndMs: number;
  readonly bidsMs: readonly number[];
  /** After all extensions. */
  readonly endsMs: number;
  /** When the platform shows the outcome. */
  readonly shownMs: number;
}

/**
 * Auctions of 24 hours that begin between 10:00 and 11:00 on so many days, evenly many each: 62 % have bids, a few over the day
 * and more in the last ten minutes, each in the last five moves the end to five minutes later; the outcome is shown up to 30 s
 * after the end. The first day is the second of the test's time.
 */
export function drawAuctions(random: SeededRandom, count: number, days: number): readonly Auction[] {
  const auctions = Array.from({ length: count }, (_, index) => {
    const startsMs = (1 + (index % days)) * DAY_MS + random.below(HOUR_MS / SECOND_MS) * SECOND_MS;
    return drawAuction(random, `A${index + 1}`, startsMs, DAY_MS);
  });
  return auctions.toSorted((a, b) => a.startsMs - b.startsMs);
}

/** One such auction that begins then and lasts so long. */
export function drawAuction(random: SeededRandom, externalId: string, startsMs: number, lastsMs: number): Auction {
  const plannedEndMs = startsMs + lastsMs;
  const bidsMs = random.chance(0.62) ? drawBids(random, startsMs, plannedEndMs) : [];
  const endsMs = endAsOf({ plannedEndMs, bidsMs }, Number.POSITIVE_INFINITY);
  return { externalId, startsMs, plannedEndMs, bidsMs, endsMs, shownMs: endsMs + random.below(30 * SECOND_MS) };
}

function drawBids(random: SeededRandom, startsMs: number, plannedEndMs: number): readonly number[] {
  const within = (fromMs: number, lengthMs: number) => fromMs + random.below(lengthMs);
  const sparse = Array.from({ length: 1 + random.below(4) }, () => within(startsMs, plannedEndMs - startsMs));
  const burst = Array.from({ length: 1 + random.below(8) }, () =>
    within(plannedEndMs - 2 * EXTENSION_MS, 2 * EXTENSION_MS),
  );
  const bidsMs = [...sparse, ...burst].filter((at) => at >= startsMs).toSorted((a, b) => a - b);
  while (random.chance(0.5)) {
    const last = bidsMs.at(-1) ?? startsMs;
    const end = endAsOf({ plannedEndMs, bidsMs }, Number.POSITIVE_INFINITY);
    bidsMs.push(within(Math.max(last, end - EXTENSION_MS) + 1, EXTENSION_MS - 1));
    if ((bidsMs.at(-1) ?? 0) >= end) bidsMs.pop();
  }
  return bidsMs;
}

/** The end as it stands at that time. */
function endAsOf({ plannedEndMs, bidsMs }: Pick<Auction, 'plannedEndMs' | 'bidsMs'>, nowMs: number): number {
  return bidsMs.reduce(
    (end, at) => (at <= nowMs && at > end - EXTENSION_MS ? Math.max(end, at + EXTENSION_MS) : end),
    plannedEndMs,
  );
}

/** How the platform shows it at that time. */
function statusAsOf({ startsMs, endsMs, shownMs, bidsMs }: Auction, nowMs: number): LotStatus {
  if (nowMs < startsMs) return 'announced';
  if (nowMs < endsMs) return 'bidding';
  if (nowMs < shownMs) return 'ended';
  return bidsMs.length > 0 ? 'sold' : 'passed-in';
}

/** What a page shows of it at that time. */
export function sightOf(auction: Auction, nowMs: number): LotObservation {
  const status = statusAsOf(auction, nowMs);
  const bids = bidsAsOf(auction, nowMs);
  const price = bids[0]?.price;
  return {
    externalId: auction.externalId,
    status,
    facts: {
      title: `标的 ${auction.externalId}`,
      startPrice: fen(100_000_00),
      startsAt: instantAt(auction.startsMs),
      endsAt: instantAt(endAsOf(auction, nowMs)),
      bidCount: bids.length,
      ...(price === undefined ? {} : { currentPrice: price }),
      ...(price !== undefined && isOutcome(status) ? { hammerPrice: price } : {}),
    },
  };
}

/** Its bids so far, the newest first. */
export function bidsAsOf({ bidsMs, shownMs }: Auction, nowMs: number): readonly BidObservation[] {
  const shown = bidsMs.filter((at) => at <= nowMs);
  return shown
    .map((at, index) => ({
      bidder: `B${index % 5}`,
      price: fen((100_000 + index * 1_000) * 100),
      at: instantAt(at),
      standing:
        index < shown.length - 1 ? ('outbid' as const) : nowMs >= shownMs ? ('winning' as const) : ('leading' as const),
    }))
    .toReversed();
}

export function instantAt(ms: number): Instant {
  return addMs(START, ms);
}

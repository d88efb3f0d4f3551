import type { BidEntry } from '#shared/domain/bid-log.ts';
import type { LotCard } from '#shared/domain/lot-card.ts';
import { formatBeijing, type Instant } from '#shared/domain/time.ts';

function time(at: Instant | null): string | null {
  return at === null ? null : formatBeijing(at);
}

/** A lot as the API shows it: money in fen, times in Beijing with their offset, `null` for unknown. */
export function lotJson(card: LotCard) {
  return { ...card, startsAt: time(card.startsAt), endsAt: time(card.endsAt), asOf: time(card.asOf) };
}

/** A bid as the API shows it. */
export function bidJson(bid: BidEntry) {
  const { bidder, price, at, count, standing } = bid;
  return { bidder, priceFen: price, at: formatBeijing(at), count, standing };
}

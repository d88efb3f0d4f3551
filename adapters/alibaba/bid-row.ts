import type { BidObservation, BidStanding } from '#shared/domain/bid.ts';
import { type Fen, parseMoney } from '#shared/domain/money.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import { type Instant, parseBeijing } from '#shared/domain/time.ts';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { BadRow, need, quote } from '../kit/rows.ts';

/** Words of the table's first column (状态). */
export const STANDINGS: ReadonlyMap<string, BidStanding> = new Map([
  ['成交', 'winning'],
  ['出局', 'outbid'],
  ['领先', 'leading'],
]);

/** Codes of the reply's `status`; the one of a leading bid is not known. */
export const STANDING_CODES: ReadonlyMap<string, BidStanding> = new Map([
  ['99', 'winning'],
  ['-1', 'outbid'],
]);

/**
 * Takes a public bidder number (竞买号).
 * @throws BadRow for anything else: it may be a person's name, so that not even the reason repeats it
 */
export function readBidder(text: string, field: string): string {
  if (!/^[A-Z]?\d{3,8}$/.test(text)) throw new BadRow(field, 'not a public bidder number');
  return text;
}

/** @throws BadRow */
export function readBidPrice(text: string, field: string): Fen {
  const amount = parseMoney(text);
  if (amount.kind !== 'amount') throw new BadRow(field, `not an amount: ${quote(text)}`);
  return amount.fen;
}

/** @throws BadRow */
export function readBidTime(text: string, field: string): Instant {
  return need(parseBeijing(text), field, `not a time: ${quote(text)}`);
}

/** @throws BadRow */
export function readStanding(words: ReadonlyMap<string, BidStanding>, text: string, field: string): BidStanding {
  return need(words.get(text), field, `unknown status word ${quote(text)}`);
}

/**
 * What a list of bids says of its lot: sold, at the winning bid's price (成交价), and nothing without one.
 * A table may be partial, so that it never says how many bids there are. Bids that contradict each other are quarantined.
 */
export function readSale(
  externalId: string,
  bids: readonly BidObservation[],
): { readonly lots: readonly LotObservation[]; readonly quarantined: readonly QuarantinedRow[] } {
  const winning = new Set(bids.filter(({ standing }) => standing === 'winning').map(({ price }) => price));
  const [hammerPrice] = winning;
  if (hammerPrice === undefined) return { lots: [], quarantined: [] };
  const contradiction = (reason: string) => ({ lots: [], quarantined: [{ path: '/hammerPrice', reason }] });
  if (winning.size > 1) return contradiction('more than one winning price');
  if (bids.some(({ price }) => price > hammerPrice)) return contradiction('a bid above the winning one');
  return { lots: [{ externalId, status: 'sold', facts: { hammerPrice } }], quarantined: [] };
}

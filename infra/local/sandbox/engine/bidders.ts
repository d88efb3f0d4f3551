import { chance } from './chance.ts';
import type { Bid, Lot, Step } from './lot.ts';

const SECOND = 1_000;
const MOST_BIDDERS = 7;
/** Nobody bids more often: with small increments and long extensions an auction would not end in a year. */
const PATIENCE = 8;

/** Who will register, when, and what the lot is worth to each: from a tenth below the start price to 60 % above. */
export function registrations({ lotId, terms }: Pick<Lot, 'lotId' | 'terms'>, seed: string): readonly Step[] {
  const span = Math.max(1, terms.registersTo - terms.registersFrom);
  return Array.from({ length: chance(seed, `${lotId}/bidders`, MOST_BIDDERS) }, (_, index): Step => {
    const bidder = `A${String(index + 1).padStart(4, '0')}`;
    const percent = 90 + chance(seed, `${lotId}/limit/${bidder}`, 71);
    const limitFen = Math.floor((terms.startPriceFen * percent) / 100);
    const at = terms.registersFrom + chance(seed, `${lotId}/registers/${bidder}`, span);
    return { act: 'register', at, who: { bidder, limitFen } };
  });
}

/** The lowest price the next bid may have. */
function lowestNext({ bids, terms }: Lot): number {
  const top = bids.at(-1);
  return top === undefined ? terms.startPriceFen : top.priceFen + terms.incrementFen;
}

/** The bid somebody makes at this moment; undefined when the lot is worth more to nobody. */
export function nextBid(lot: Lot, at: number, seed: string): Bid | undefined {
  const { bids, terms, lotId } = lot;
  const lowest = lowestNext(lot);
  const leader = bids.at(-1)?.bidder;
  const isTired = (bidder: string) => bids.filter((bid) => bid.bidder === bidder).length >= PATIENCE;
  const willing = lot.bidders.filter(
    ({ bidder, limitFen }) => bidder !== leader && limitFen >= lowest && !isTired(bidder),
  );
  const number = bids.length + 1;
  const who = willing[chance(seed, `${lotId}/who/${number}`, willing.length)];
  if (who === undefined) return undefined;
  const jump = chance(seed, `${lotId}/jump/${number}`, 3) * terms.incrementFen;
  const ceiling = Math.min(who.limitFen, lowest - terms.incrementFen + (terms.maxIncrementFen ?? Infinity));
  const priceFen = bids.length > 0 && lowest + jump <= ceiling ? lowest + jump : lowest;
  return { bidId: `${lotId}-B${number}`, bidder: who.bidder, priceFen, at };
}

/** When the next bid comes. Whoever would come too late is there in the last half minute, one time in two. */
export function nextBidAt({ lotId, terms, bids, endsAt }: Lot, after: number, seed: string): number | undefined {
  const number = bids.length + 1;
  const span = Math.floor((terms.endsAt - terms.startsAt) / 8);
  const at = after + 5 * SECOND + chance(seed, `${lotId}/pause/${number}`, span);
  if (at < endsAt) return at;
  const late = endsAt - 30 * SECOND + chance(seed, `${lotId}/late/${number}`, 29 * SECOND);
  return late > after && chance(seed, `${lotId}/snipes/${number}`, 2) === 0 ? late : undefined;
}

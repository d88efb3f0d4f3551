import { canonicalJson } from '../canonical.ts';
import { type Fen, type Ppm, ppm } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { SubmissionScope } from './events.ts';
import type { Listing, ListingRound } from './listing.ts';
import { lastApproved } from './progress.ts';
import type { ListingTerms } from './terms.ts';

/** The price of a later round against the one before it and against the first (降价). */
export interface PriceCut {
  readonly round: number;
  readonly oldFen: Fen;
  readonly newFen: Fen;
  /** Of the old price, rounded half up; negative when it rises. */
  readonly cutPpm: Ppm;
  /** Of the first round's price. */
  readonly cumulativePpm: Ppm;
  readonly decided: { readonly by: string; readonly on: LocalDate } | null;
}

/** Every change of price from round to round; rounds whose price is not entered yet are left out. */
export function cutsOf({ rounds }: Pick<Listing, 'rounds'>): readonly PriceCut[] {
  const first = rounds[0]?.terms.startPriceFen ?? null;
  return rounds.slice(1).flatMap((round, index) => {
    const oldFen = rounds[index]?.terms.startPriceFen ?? null;
    const newFen = round.terms.startPriceFen;
    if (first === null || oldFen === null || newFen === null || first === 0 || oldFen === 0) return [];
    return [cut(round, oldFen, newFen, first)];
  });
}

function cut({ number, decided }: ListingRound, oldFen: Fen, newFen: Fen, firstFen: Fen): PriceCut {
  return {
    round: number,
    oldFen,
    newFen,
    cutPpm: cutRate(oldFen, newFen),
    cumulativePpm: cutRate(firstFen, newFen),
    decided,
  };
}

/** How far a price was cut, of the old one, rounded half up: 100 to 80 is 200,000 ppm (20%). */
export function cutRate(oldFen: Fen, newFen: Fen): Ppm {
  const doubled = 2_000_000n * (BigInt(oldFen) - BigInt(newFen)) + BigInt(oldFen);
  const divisor = 2n * BigInt(oldFen);
  const quotient = doubled / divisor;
  return ppm(Number(doubled % divisor < 0n ? quotient - 1n : quotient));
}

/** The lowest price that was decided on: the resolution's, else the approved start price itself. */
export function approvedFloor(listing: Listing): Fen | null {
  const approved = lastApproved(listing)?.terms;
  return approved === undefined ? null : (approved.resolution.floorFen ?? approved.startPriceFen);
}

/** The terms a next round begins with: a notice and a viewing of the round before say nothing of it. */
export function termsOfNextRound(terms: ListingTerms): ListingTerms {
  return { ...terms, windows: { ...terms.windows, noticeOn: null, viewingFrom: null, viewingUntil: null } };
}

/** What a later round may change within the resolution that was voted: its price, days, papers and who to call. */
function withoutRoundTerms(terms: ListingTerms): unknown {
  const { startPriceFen, reserveFen, deposit, incrementFen, extension, windows, priority, papers, ...rest } = terms;
  const { contact, remarks, title, ...fixed } = rest;
  return { ...fixed, lease: { ...fixed.lease, startsOn: null } };
}

/**
 * Whether a draft needs the whole chain or only the office's confirmation: the latter for a later round at or above the
 * approved floor that changes nothing the resolution decided.
 */
export function scopeOf(listing: Listing): SubmissionScope {
  const approved = lastApproved(listing);
  const floor = approvedFloor(listing);
  const price = listing.terms.startPriceFen;
  if (listing.rounds.length === 1 || approved === undefined || floor === null || price === null) return 'full';
  const isSame = canonicalJson(withoutRoundTerms(approved.terms)) === canonicalJson(withoutRoundTerms(listing.terms));
  return isSame && price >= floor ? 'within-resolution' : 'full';
}

/** What makes a round another listing, not another round: the property, the kind of trade, the basis of the price. */
export function isSameOffer(before: ListingTerms, after: ListingTerms): boolean {
  const offer = ({ items, tradeKind, priceBasis }: ListingTerms) => canonicalJson({ items, tradeKind, priceBasis });
  return offer(before) === offer(after);
}

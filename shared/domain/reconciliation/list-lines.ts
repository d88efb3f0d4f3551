import { endOfDay, startOfDay } from '../calendar/beijing-day.ts';
import type { LotIds } from '../comparison/figure.ts';
import { wasSold } from '../comparison/outcome-groups.ts';
import type { Period } from '../comparison/period.ts';
import { placedAt } from '../comparison/population.ts';
import type { RoundFacts } from '../comparison/round-facts.ts';
import type { LotStatus } from '../lot-status.ts';
import type { Fen } from '../money.ts';
import { beijingDate } from '../time.ts';

/** A lot as a platform's list of results has it. */
export interface ListedLot {
  readonly lotId: string;
  /** `null`: the list does not say. */
  readonly status: LotStatus | null;
  readonly hammerPriceFen: Fen | null;
}

/** A lot of which both sides say something else. */
export interface DifferingLot {
  readonly lotId: string;
  readonly theirs: ListedLot;
  readonly ours: Pick<RoundFacts, 'status' | 'hammerPriceFen'>;
}

/** A platform's list of results held against our lots, lot by lot (逐标的核对). */
export interface ListComparison {
  readonly listed: number;
  /** First and last day on which bidding for the lots of the list ended; `null` where we know none of them. */
  readonly period: Period | null;
  readonly missingWithUs: LotIds;
  /** Sold within that period by our record, and not in the list. */
  readonly missingWithThem: LotIds;
  readonly amountDiffers: readonly DifferingLot[];
  readonly outcomeDiffers: readonly DifferingLot[];
}

function periodOf(known: readonly RoundFacts[]): Period | null {
  const days = known.flatMap((lot) => placedAt(lot) ?? []).map(beijingDate);
  const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function isWithin(lot: RoundFacts, period: Period): boolean {
  const at = placedAt(lot);
  return at !== null && at >= startOfDay(period.from) && at < endOfDay(period.to);
}

/** A sale that was defaulted on since was sold all the same; a list that says less than we know does not contradict us. */
function saysOtherwise(theirs: ListedLot, ours: RoundFacts): boolean {
  if (theirs.status === null || theirs.status === 'unknown' || theirs.status === ours.status) return false;
  const [theySold, weSold] = [theirs.status === 'sold' || theirs.status === 'defaulted', wasSold(ours)];
  return theirs.status === 'ended' ? false : !(theySold && weSold);
}

/**
 * Holds a list of results against our lots of that platform.
 *
 * @param ours every lot of the platform, by id
 */
export function compareList(listed: readonly ListedLot[], ours: ReadonlyMap<string, RoundFacts>): ListComparison {
  const theirs = new Map(listed.map((lot) => [lot.lotId, lot]));
  const known = [...theirs.values()].flatMap((lot) => ours.get(lot.lotId) ?? []);
  const period = periodOf(known);
  const unlisted = [...ours.values()].filter(
    (lot) => period !== null && wasSold(lot) && !theirs.has(lot.lotId) && isWithin(lot, period),
  );
  const both = known.map((lot) => ({ lotId: lot.lotId, theirs: theirs.get(lot.lotId), ours: lot }));
  const pairs = both.flatMap((pair) => (pair.theirs === undefined ? [] : [{ ...pair, theirs: pair.theirs }]));
  const differing = pairs.map(({ lotId, theirs: said, ours: lot }) => ({
    otherwise: saysOtherwise(said, lot),
    lot: { lotId, theirs: said, ours: { status: lot.status, hammerPriceFen: lot.hammerPriceFen } },
  }));
  const amounts = differing.filter(({ otherwise, lot }) => {
    const [a, b] = [lot.theirs.hammerPriceFen, lot.ours.hammerPriceFen];
    return !otherwise && a !== null && a !== b;
  });
  return {
    listed: theirs.size,
    period,
    missingWithUs: [...theirs.keys()].filter((lotId) => !ours.has(lotId)).toSorted(),
    missingWithThem: unlisted.map(({ lotId }) => lotId).toSorted(),
    amountDiffers: amounts.map(({ lot }) => lot),
    outcomeDiffers: differing.filter(({ otherwise }) => otherwise).map(({ lot }) => lot),
  };
}

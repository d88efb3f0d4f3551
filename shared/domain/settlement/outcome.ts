import { placedAt } from '../comparison/population.ts';
import type { LotCard } from '../lot-card.ts';
import { isOutcome, type LotStatus } from '../lot-status.ts';
import { addMs, type Instant } from '../time.ts';
import type { Settlement } from './settlement.ts';

/** What became of a lot: the record's word, and what was recorded a moment ago and has not got there yet. */
export function outcomeOf({ status }: Pick<LotCard, 'status'>, { sales, defaulted }: Settlement): LotStatus {
  if (defaulted !== null) return 'defaulted';
  return isOutcome(status) ? status : (sales.at(-1)?.value.outcome ?? status);
}

/** When the hammer fell, as well as it is known; `null` where nothing says. */
export function soldAtOf(card: LotCard, { sales }: Settlement): Instant | null {
  return card.endsAt ?? sales.at(-1)?.value.endedAt ?? placedAt(card);
}

const DAY_MS = 86_400_000;

/**
 * A moment before any page that shows what follows the sale: a day before the hammer fell or the outcome was first seen,
 * whichever came first. A planned end may be later than the true one, and an end nobody states is that of a page.
 */
export function anchorOf({ outcomeSeenAt }: Pick<LotCard, 'outcomeSeenAt'>, soldAt: Instant): Instant {
  return addMs(outcomeSeenAt !== null && outcomeSeenAt < soldAt ? outcomeSeenAt : soldAt, -DAY_MS);
}

/** A day: reading platforms from time to time, their own word may take as long. */
const PATIENCE_MS = DAY_MS;

/** Whether bidding is over and nobody said how it ended: on site, or on a platform that reports nothing. */
export function awaitsResult(card: LotCard, settlement: Settlement, now: Instant): boolean {
  const status = outcomeOf(card, settlement);
  if (isOutcome(status) || status === 'suspended') return false;
  const end = card.endsAt ?? (card.venue === 'on-site' ? card.startsAt : null);
  if (end === null) return status === 'ended';
  return end < now && (card.venue === 'on-site' || addMs(end, PATIENCE_MS) < now);
}

/** Whether a person may say how bidding ended: nobody did, and it is over, or it was held on site. */
export function mayRecordResult(card: LotCard, settlement: Settlement, now: Instant): boolean {
  const status = outcomeOf(card, settlement);
  if (isOutcome(status) || status === 'suspended') return false;
  return card.venue === 'on-site' || status === 'ended' || (card.endsAt !== null && card.endsAt <= now);
}

import type { LotCard } from '../lot-card.ts';
import { isOutcome, type LotStatus } from '../lot-status.ts';
import type { LotObservation } from '../observation.ts';
import type { Instant } from '../time.ts';

/** What is known of a lot as far as reading it goes. */
export interface KnownLot {
  readonly externalId: string;
  readonly url: string | null;
  readonly status: LotStatus;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** When its outcome was first seen; `null` while there is none. */
  readonly finalAt: Instant | null;
  /** Whether a list that is read shows it. */
  readonly isOnList: boolean;
}

/** What the record knows of a lot. */
export function knownLot(card: LotCard, isOnList: boolean): KnownLot {
  const { externalId, url, status, startsAt, endsAt, outcomeSeenAt } = card;
  return { externalId, url, status, startsAt, endsAt, finalAt: outcomeSeenAt, isOnList };
}

/**
 * A lot after a page showed it: what the page does not say stays, and so does an outcome, which no page takes back by showing
 * less.
 */
export function afterSight(lot: KnownLot, { status, facts }: LotObservation, now: Instant): KnownLot {
  const stays = status === undefined || status === 'unknown' || (isOutcome(lot.status) && !isOutcome(status));
  const shown = stays ? lot.status : status;
  return {
    ...lot,
    status: shown,
    startsAt: facts.startsAt ?? lot.startsAt,
    endsAt: facts.endsAt ?? lot.endsAt,
    finalAt: lot.finalAt ?? (isOutcome(shown) ? now : null),
  };
}

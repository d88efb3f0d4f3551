import type { LotCard } from './lot-card.ts';
import { isOutcome } from './lot-status.ts';

/** An open round follows the closed ones; times decide among those, where the platform gives them, and then the numbers. */
function inOrder(a: LotCard, b: LotCard): number {
  const rank = (lot: LotCard) => `${isOutcome(lot.status) ? 0 : 1}|${lot.startsAt ?? lot.endsAt ?? ''}|${lot.lotId}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/**
 * Rounds (轮次) of one property in their order. The evidence that they are is the property key, which they share:
 * platforms give a relisted property a new number and seldom say which lot it follows.
 */
export function inRoundOrder(rounds: readonly LotCard[]): readonly LotCard[] {
  return rounds.toSorted(inOrder);
}

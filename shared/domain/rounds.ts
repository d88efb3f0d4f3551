import type { LotCard } from './lot-card.ts';
import { isOutcome } from './lot-status.ts';

/** An open round follows the closed ones; times decide among those, where the platform gives them, and then the numbers. */
function inOrder(a: LotCard, b: LotCard): number {
  const rank = (lot: LotCard) => `${isOutcome(lot.status) ? 0 : 1}|${lot.startsAt ?? lot.endsAt ?? ''}|${lot.lotId}`;
  return rank(a) < rank(b) ? -1 : 1;
}

/**
 * All rounds (轮次) of the property a lot belongs to, itself included, in their order. The evidence is the property
 * key, which they share: platforms give a relisted property a new number and seldom say which lot it follows.
 * Only the lot itself where nothing identifies the property.
 */
export function roundsOf(lot: LotCard, catalogue: readonly LotCard[]): readonly LotCard[] {
  if (lot.propertyKey === null) return [lot];
  const same = catalogue.filter(
    (other) => other.platform === lot.platform && other.propertyKey === lot.propertyKey && other.lotId !== lot.lotId,
  );
  return [...same, lot].sort(inOrder);
}

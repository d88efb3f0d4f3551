import type { LotCard } from './lot-card.ts';

/** Earlier first; rounds without a start come last. */
function byStart(a: LotCard, b: LotCard): number {
  if (a.startsAt === b.startsAt) return a.lotId < b.lotId ? -1 : 1;
  if (a.startsAt === null || b.startsAt === null) return a.startsAt === null ? 1 : -1;
  return a.startsAt < b.startsAt ? -1 : 1;
}

/**
 * All rounds (轮次) of the property a lot belongs to, itself included, in the order they began. The evidence is the property
 * key, which they share: platforms give a relisted property a new number and seldom say which lot it follows.
 * Only the lot itself where nothing identifies the property.
 */
export function roundsOf(lot: LotCard, catalogue: readonly LotCard[]): readonly LotCard[] {
  if (lot.propertyKey === null) return [lot];
  const same = catalogue.filter(
    (other) => other.platform === lot.platform && other.propertyKey === lot.propertyKey && other.lotId !== lot.lotId,
  );
  return [...same, lot].sort(byStart);
}

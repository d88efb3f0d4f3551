import type { LotCard } from '../../domain/lot-card.ts';

/** Which lots are rounds of one property: same platform, same property key. */
export interface PropertyChains {
  /** Says that the lot of a slot is new or another than before. */
  changed(slot: number, before: LotCard | undefined): void;
  /** Slots of the lots of that property, in no order. */
  slotsOf(platform: string, propertyKey: string): readonly number[];
}

/** One lot of most properties: its slot alone. */
type Slots = number | readonly number[];

function listed(slots: Slots | undefined): readonly number[] {
  if (slots === undefined) return [];
  return typeof slots === 'number' ? [slots] : slots;
}

/** Chains over cards that the caller adds to and replaces, saying so. */
export function propertyChains(cards: readonly LotCard[]): PropertyChains {
  const platforms = new Map<string, Map<string, Slots>>();
  const slotsOf = (platform: string, key: string) => listed(platforms.get(platform)?.get(key));
  const set = (platform: string, key: string, slots: readonly number[]) => {
    const properties = platforms.get(platform) ?? new Map<string, Slots>();
    platforms.set(platform, properties);
    const [first] = slots;
    if (first === undefined) properties.delete(key);
    else properties.set(key, slots.length === 1 ? first : slots);
  };
  return {
    changed(slot, before) {
      const card = cards[slot] as LotCard;
      if (before?.propertyKey === card.propertyKey) return;
      const was = before?.propertyKey ?? null;
      if (was !== null) {
        const others = slotsOf(card.platform, was).filter((other) => other !== slot);
        set(card.platform, was, others);
      }
      const is = card.propertyKey;
      if (is !== null) set(card.platform, is, [...slotsOf(card.platform, is), slot]);
    },
    slotsOf,
  };
}

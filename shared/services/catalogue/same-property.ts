import type { LotCard } from '../../domain/lot-card.ts';
import { listingIdIn } from '../settlement/known-lot.ts';

/** Which lots share something that makes them one asset, kept as the lots change. */
export interface LotChains {
  /** Says that the lot of a slot is new or another than before. */
  changed(slot: number, before: LotCard | undefined): void;
  /** Slots of the lots that have the key, in no order. */
  slotsOf(room: string, key: string): readonly number[];
}

/** What lots share: a key, and the room it means something in; `null`: nothing. */
type KeyOf = (card: LotCard) => { readonly room: string; readonly key: string } | null;

/** One lot under most keys: its slot alone. */
type Slots = number | readonly number[];

function listed(slots: Slots | undefined): readonly number[] {
  if (slots === undefined) return [];
  return typeof slots === 'number' ? [slots] : slots;
}

/** Chains over cards that the caller adds to and replaces, saying so. */
export function lotChains(cards: readonly LotCard[], keyOf: KeyOf): LotChains {
  const rooms = new Map<string, Map<string, Slots>>();
  const slotsOf = (room: string, key: string) => listed(rooms.get(room)?.get(key));
  const set = (room: string, key: string, slots: readonly number[]) => {
    const keys = rooms.get(room) ?? new Map<string, Slots>();
    rooms.set(room, keys);
    const [first] = slots;
    if (first === undefined) keys.delete(key);
    else keys.set(key, slots.length === 1 ? first : slots);
  };
  return {
    changed(slot, before) {
      const was = before === undefined ? null : keyOf(before);
      const is = keyOf(cards[slot] as LotCard);
      if (was?.room === is?.room && was?.key === is?.key) return;
      if (was !== null) {
        const others = slotsOf(was.room, was.key).filter((other) => other !== slot);
        set(was.room, was.key, others);
      }
      if (is !== null) set(is.room, is.key, [...slotsOf(is.room, is.key), slot]);
    },
    slotsOf,
  };
}

/** Rounds of one property: same platform, same property key. */
export function propertyOf({ platform, propertyKey }: LotCard): ReturnType<KeyOf> {
  return propertyKey === null ? null : { room: platform, key: propertyKey };
}

/** Our listing's id in a lot's reference: that id itself, or with the round behind it; `null` where it is none of ours. */
export function listingOf({ reference }: Pick<LotCard, 'reference'>): string | null {
  return listingIdIn(reference) ?? null;
}

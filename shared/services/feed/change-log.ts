import type { JsonValue } from '../../domain/json.ts';
import { type LotCard, NOTHING_KNOWN } from '../../domain/lot-card.ts';
import type { Instant } from '../../domain/time.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import { CHANGES_PER_PARTITION, keys } from '../records/keys.ts';

/** One change of the feed (变更流): a lot as it stood when the change was written. */
export interface ChangeEntry {
  /** From 0, without gaps. */
  readonly sequence: number;
  /** When it was written. */
  readonly at: Instant;
  /** Document or replay that caused it. */
  readonly causedBy: string;
  readonly card: LotCard;
}

/** What is not known is not stored. */
function storedCard(card: LotCard): JsonValue {
  const known = Object.entries(card).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as unknown as JsonValue;
}

/** Lays a change out as an item. */
export function toChangeItem({ sequence, at, causedBy, card }: ChangeEntry): Item {
  return { ...keys.change(sequence), schema: 1, at, causedBy, card: storedCard(card) };
}

function parseChangeItem(item: Item): ChangeEntry {
  const card = { ...NOTHING_KNOWN, ...(item['card'] as unknown as Partial<LotCard>) };
  return { sequence: Number(item.sk), at: item['at'] as Instant, causedBy: item['causedBy'] as string, card };
}

/** The changes after a sequence, oldest first: all up to the end of the feed, or the first `limit`. */
export async function changesAfter(
  records: ItemStore,
  sequence: number,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly ChangeEntry[]> {
  const found: ChangeEntry[] = [];
  for (let next = sequence + 1; found.length < limit; ) {
    const { pk, sk } = keys.change(next);
    const rest = limit - found.length;
    const items = await records.query({ pk, from: sk, ...(Number.isFinite(rest) ? { limit: rest } : {}) });
    found.push(...items.map(parseChangeItem));
    next += items.length;
    const partitionIsFull = items.length > 0 && next % CHANGES_PER_PARTITION === 0;
    if (!partitionIsFull) break;
  }
  return found;
}

import type { JsonValue } from '../domain/json.ts';

/** Where an item lies: partition and sort key, already encoded. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** One stored item: its key and JSON attributes. `v`, where present, is the version a conditional write names. */
export type Item = ItemKey & { readonly [attribute: string]: JsonValue };

/** `absent`: only when no item has the key; `{ version }`: only when the stored `v` is that; `any`: always. */
export type PutCondition = 'absent' | 'any' | { readonly version: number };

/** A slice of one partition in sort-key order; both ends inclusive. */
export interface ItemRange {
  readonly pk: string;
  readonly from?: string;
  readonly to?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/**
 * The record's store. Every read is strongly consistent; every commit is one conditional put of one item.
 * There are no transactions and no streams: nothing here may need them.
 */
export interface ItemStore {
  get(key: ItemKey): Promise<Item | undefined>;
  /** Writes the whole item. `refused` when the condition did not hold; nothing changed then. */
  put(item: Item, condition: PutCondition): Promise<'written' | 'refused'>;
  /** All items of the range; pages are followed until the range or the limit is exhausted. */
  query(range: ItemRange): Promise<readonly Item[]>;
}

/** A slice of the index of what is to be done: items that carry `duePartition` and `dueAt`. */
export interface DueRange {
  readonly duePartition: string;
  /** Inclusive. */
  readonly until: string;
  readonly limit: number;
}

/**
 * The index of what is to be done. Unlike everything else it is read with a lag: what was put a moment ago may be missing or
 * still show what it was before. So nothing may rest on it but the time at which something is looked at again.
 */
export interface DueItems {
  /** By `dueAt`, the earliest first. */
  due(range: DueRange): Promise<readonly Item[]>;
}

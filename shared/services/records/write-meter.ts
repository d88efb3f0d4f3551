import { canonicalJson } from '../../domain/canonical.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';

/** A secondary index projecting every attribute; an item is in it while it has both key attributes. */
export interface MeteredIndex {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** Puts into the partitions whose key starts so, and what they cost. */
export interface MeteredPuts {
  readonly written: number;
  readonly refused: number;
  readonly writeUnits: number;
}

/** What a store was used for, in DynamoDB's request units. */
export interface StoreUsage {
  /** All write units: written and refused, table and indexes. */
  readonly writeUnits: number;
  /** Those of them that refused puts cost. */
  readonly refusedWriteUnits: number;
  readonly readUnits: number;
  /** By partition-key prefix, the text before `#`. */
  readonly puts: Readonly<Record<string, MeteredPuts>>;
}

export interface MeteredStore {
  readonly store: ItemStore;
  usage(): StoreUsage;
  reset(): void;
}

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;
const NONE: MeteredPuts = { written: 0, refused: 0, writeUnits: 0 };
const utf8 = new TextEncoder();

function utf8Size(text: string): number {
  return utf8.encode(text).length;
}

/** Half a byte for each significant digit, rounded up, and one; leading and trailing zeros do not count. */
function numberSize(value: number): number {
  const digits = String(Math.abs(value)).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1;
}

function valueSize(value: JsonValue): number {
  if (typeof value === 'string') return utf8Size(value);
  if (typeof value === 'number') return numberSize(value);
  if (value === null || typeof value === 'boolean') return 1;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, entry: JsonValue) => sum + ELEMENT_BYTES + valueSize(entry), CONTAINER_BYTES);
  }
  return Object.entries(value).reduce(
    (sum, [name, entry]) => (entry === undefined ? sum : sum + ELEMENT_BYTES + utf8Size(name) + valueSize(entry)),
    CONTAINER_BYTES,
  );
}

/**
 * Bytes of an item by the rules of AWS, "DynamoDB item sizes and formats": names and texts in UTF-8; a number one byte per
 * two significant digits and one more; true, false and null one; a list or map three, and one per element.
 */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8Size(name) + valueSize(value), 0);
}

function writeUnits(bytes: number): number {
  return Math.ceil(bytes / WRITE_UNIT_BYTES);
}

function readUnits(items: readonly Item[]): number {
  const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
  return Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));
}

function indexKey(item: Item | undefined, index: MeteredIndex): string | undefined {
  const [partition, sort] = [item?.[index.partitionKey], item?.[index.sortKey]];
  return partition === undefined || sort === undefined ? undefined : canonicalJson([partition, sort]);
}

/** What one index costs when `before` becomes `after`. */
function indexUnits(index: MeteredIndex, before: Item | undefined, after: Item): number {
  const [from, to] = [indexKey(before, index), indexKey(after, index)];
  const removal = before === undefined || from === undefined ? 0 : writeUnits(itemSize(before));
  const arrival = to === undefined ? 0 : writeUnits(itemSize(after));
  if (from !== to) return removal + arrival;
  if (from === undefined || canonicalJson(before) === canonicalJson(after)) return 0;
  return Math.max(removal, arrival);
}

/**
 * Counts what a store's use would cost, by AWS's published rules: a put costs the larger of the item before and after
 * per started KB, refused or not ("DynamoDB read and write operations"); a consistent read costs per started 4 KB, a query
 * by the sum of its items, nothing found costs one; an index is written once when an item enters, leaves or changes in it
 * and twice when its key in the index changes ("Using Global Secondary Indexes"). Charges nothing for reading the old item.
 */
export function meteredStore(
  inner: ItemStore,
  options: { readonly indexes: readonly MeteredIndex[] } = { indexes: [] },
): MeteredStore {
  let read = 0;
  let puts: Record<string, MeteredPuts> = {};
  let refusedWriteUnits = 0;
  const count = (prefix: string, answer: 'written' | 'refused', units: number) => {
    const known = puts[prefix] ?? NONE;
    puts[prefix] = { ...known, [answer]: known[answer] + 1, writeUnits: known.writeUnits + units };
    if (answer === 'refused') refusedWriteUnits += units;
  };
  const store: ItemStore = {
    async get(key) {
      const item = await inner.get(key);
      read += readUnits(item === undefined ? [] : [item]);
      return item;
    },
    async query(range) {
      const items = await inner.query(range);
      read += readUnits(items);
      return items;
    },
    async put(item, condition) {
      const before = await inner.get(item);
      const answer = await inner.put(item, condition);
      const table = writeUnits(Math.max(before === undefined ? 0 : itemSize(before), itemSize(item)));
      const indexed = options.indexes.map((index) => indexUnits(index, before, item));
      const units = answer === 'refused' ? table : indexed.reduce((sum, part) => sum + part, table);
      count(item.pk.split('#')[0] ?? '', answer, units);
      return answer;
    },
  };
  const usage = (): StoreUsage => {
    const total = Object.values(puts).reduce((sum, one) => sum + one.writeUnits, 0);
    return { writeUnits: total, refusedWriteUnits, readUnits: read, puts: { ...puts } };
  };
  const reset = () => {
    read = 0;
    puts = {};
    refusedWriteUnits = 0;
  };
  return { store, usage, reset };
}

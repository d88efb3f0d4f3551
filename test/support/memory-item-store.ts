import type {
  DueItems,
  DueRange,
  Item,
  ItemKey,
  ItemRange,
  ItemStore,
  PutCondition,
} from '#shared/ports/item-store.ts';

/** The item store in memory, which can also be looked at from outside. */
export interface MemoryItemStore extends ItemStore, DueItems {
  /** Every item whose partition key starts so, in key order. */
  items(partitionPrefix?: string): readonly Item[];
}

interface Stored {
  readonly text: string;
  readonly version: unknown;
}

interface Partition {
  readonly keys: string[];
  readonly stored: Map<string, Stored>;
}

const SURROGATE = /[\ud800-\udfff]/;

/** The order of DynamoDB sort keys: by UTF-8 bytes, which is not the order of UTF-16 units beyond U+FFFF. */
export function compareUtf8(a: string, b: string): number {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

/** Index of the first key not before `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(keys[middle] as string, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holds(condition: PutCondition, stored: Stored | undefined): boolean {
  if (condition === 'any') return true;
  if (condition === 'absent') return stored === undefined;
  return stored !== undefined && stored.version === condition.version;
}

function slice(partition: Partition, range: ItemRange): readonly string[] {
  const { keys } = partition;
  const start = range.from === undefined ? 0 : lowerBound(keys, range.from);
  let end = keys.length;
  if (range.to !== undefined) {
    end = lowerBound(keys, range.to);
    if (keys[end] === range.to) end += 1;
  }
  const found = keys.slice(start, end);
  if (range.reverse) found.reverse();
  return found.slice(0, range.limit);
}

function byDueAt(a: Item, b: Item): number {
  return compareUtf8(String(a['dueAt']), String(b['dueAt'])) || compareUtf8(a.pk + a.sk, b.pk + b.sk);
}

/** An item store that keeps nothing longer than the process. Each call takes effect before its promise settles. */
export function memoryItemStore(): MemoryItemStore {
  const partitions = new Map<string, Partition>();
  const read = (partition: Partition | undefined, sk: string): Item | undefined => {
    const stored = partition?.stored.get(sk);
    return stored === undefined ? undefined : (JSON.parse(stored.text) as Item);
  };
  const all = (prefix: string): readonly Item[] => {
    const names = [...partitions.keys()].filter((pk) => pk.startsWith(prefix)).sort(compareUtf8);
    return names.flatMap((pk) => {
      const partition = partitions.get(pk) as Partition;
      return partition.keys.map((sk) => read(partition, sk) as Item);
    });
  };
  return {
    async get(key: ItemKey) {
      return read(partitions.get(key.pk), key.sk);
    },
    async put(item: Item, condition: PutCondition) {
      const partition = partitions.get(item.pk) ?? { keys: [], stored: new Map() };
      const known = partition.stored.get(item.sk);
      if (!holds(condition, known)) return 'refused';
      partitions.set(item.pk, partition);
      if (known === undefined) partition.keys.splice(lowerBound(partition.keys, item.sk), 0, item.sk);
      partition.stored.set(item.sk, { text: JSON.stringify(item), version: item['v'] });
      return 'written';
    },
    async query(range: ItemRange) {
      const partition = partitions.get(range.pk);
      if (partition === undefined) return [];
      return slice(partition, range).map((sk) => read(partition, sk) as Item);
    },
    async due({ duePartition, until, limit }: DueRange) {
      const marked = all('').filter((item) => item['duePartition'] === duePartition && String(item['dueAt']) <= until);
      return marked.toSorted(byDueAt).slice(0, limit);
    },
    items: (partitionPrefix = '') => all(partitionPrefix),
  };
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/domain/json.ts';
import { itemSize, type MeteredStore, meteredStore } from '#shared/services/records/write-meter.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const KEY = { pk: 'P#1', sk: 's' };
const KEY_BYTES = 8;

/** An item of exactly so many bytes. */
function sized(bytes: number, more: Readonly<Record<string, JsonValue>> = {}) {
  const item = { ...KEY, ...more, pad: '' };
  return { ...item, pad: 'x'.repeat(bytes - itemSize(item)) };
}

describe('itemSize', () => {
  it.each<[string, JsonValue, number]>([
    ['text in UTF-8', '中a😀', 8],
    ['true', true, 1],
    ['null', null, 1],
    ['zero', 0, 1],
    ['one digit', 7, 2],
    ['two digits', 42, 2],
    ['three digits', 421, 3],
    ['trailing zeros', 1_200_000, 2],
    ['a decimal', 0.0125, 3],
    ['a negative number', -42, 2],
    ['the empty list', [], 3],
    ['a list', [1, 'ab'], 3 + (1 + 2) + (1 + 2)],
    ['a map', { ab: 1 }, 3 + 1 + 2 + 2],
    ['nested containers', [{ a: [] }], 3 + 1 + (3 + 1 + 1 + 3)],
    ['a map with a missing value', { gone: undefined }, 3],
  ])('counts %s', (_, value, bytes) => {
    expect(itemSize({ ...KEY, n: value })).toBe(KEY_BYTES + 1 + bytes);
  });
});

describe('meteredStore', () => {
  let meter: MeteredStore;

  beforeEach(() => {
    meter = meteredStore(memoryItemStore());
  });

  it('charges a put one unit per started kilobyte', async () => {
    await meter.store.put(sized(1024), 'any');
    await meter.store.put({ ...sized(1025), sk: 't' }, 'any');

    expect(meter.usage()).toMatchObject({ writeUnits: 3, refusedWriteUnits: 0, readUnits: 0 });
  });

  it('charges the larger of the item before and after', async () => {
    await meter.store.put(sized(3000), 'any');
    meter.reset();

    await meter.store.put(sized(100), 'any');

    expect(meter.usage().writeUnits).toBe(3);
  });

  it('charges a refused put too, and leaves the item as it was', async () => {
    await meter.store.put(sized(2000), 'absent');
    meter.reset();

    const answer = await meter.store.put(sized(100), 'absent');

    expect(answer).toBe('refused');
    expect(meter.usage()).toMatchObject({ writeUnits: 2, refusedWriteUnits: 2 });
    expect(await meter.store.get(KEY)).toEqual(sized(2000));
  });

  it('charges reads one unit per started 4 KB, at least one', async () => {
    await meter.store.put(sized(4096), 'any');
    await meter.store.put({ ...sized(4097), sk: 't' }, 'any');
    meter.reset();

    await meter.store.get(KEY);
    await meter.store.get({ pk: 'P#1', sk: 't' });
    await meter.store.get({ pk: 'P#1', sk: 'nothing' });

    expect(meter.usage()).toMatchObject({ writeUnits: 0, readUnits: 1 + 2 + 1 });
  });

  it('charges a query by the sum of its items, rounded once', async () => {
    for (const sk of ['a', 'b', 'c']) await meter.store.put({ ...sized(2000), sk }, 'any');
    meter.reset();

    await meter.store.query({ pk: 'P#1' });
    await meter.store.query({ pk: 'empty' });

    expect(meter.usage().readUnits).toBe(2 + 1);
  });

  it('tells the puts of each kind of partition apart', async () => {
    await meter.store.put(sized(1500), 'absent');
    await meter.store.put(sized(1500), 'absent');
    await meter.store.put({ pk: 'Q', sk: 's' }, 'any');

    expect(meter.usage().puts).toEqual({
      P: { written: 1, refused: 1, writeUnits: 4 },
      Q: { written: 1, refused: 0, writeUnits: 1 },
    });
  });
});

describe('meteredStore with an index', () => {
  const due = { due: 'd', dueAt: '2024' };
  let meter: MeteredStore;

  beforeEach(() => {
    meter = meteredStore(memoryItemStore(), { indexes: [{ partitionKey: 'due', sortKey: 'dueAt' }] });
  });

  it.each<[string, Readonly<Record<string, JsonValue>>, Readonly<Record<string, JsonValue>>, number]>([
    ['an item that stays out', {}, { n: 1 }, 2],
    ['an item with half of the key', {}, { due: 'd' }, 2],
    ['an item that enters', {}, due, 2 + 2],
    ['an item that leaves', due, {}, 2 + 2],
    ['a changed index key', due, { ...due, dueAt: '2025' }, 2 + 2 + 2],
    ['another changed attribute', due, { ...due, n: 1 }, 2 + 2],
    ['an untouched item', due, due, 2],
  ])('charges %s', async (_, before, after, units) => {
    await meter.store.put(sized(2000, before), 'any');
    meter.reset();

    await meter.store.put(sized(2000, after), 'any');

    expect(meter.usage().writeUnits).toBe(units);
  });

  it('charges a new item for the table and the index', async () => {
    await meter.store.put(sized(1000, due), 'absent');

    expect(meter.usage().writeUnits).toBe(2);
  });

  it('charges no index for a refused put', async () => {
    await meter.store.put(sized(1000, due), 'absent');
    meter.reset();

    await meter.store.put(sized(1000, { ...due, dueAt: '2025' }), 'absent');

    expect(meter.usage()).toMatchObject({ writeUnits: 1, refusedWriteUnits: 1 });
  });
});

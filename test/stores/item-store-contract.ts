import { describe, expect, it } from 'vitest';
import type { DueItems, Item, ItemStore } from '#shared/ports/item-store.ts';

const SORT_KEYS = ['', 'A', 'a', 'a#', 'a~', 'b', 'é', '中', '\uffee', '😀'];

async function filled(create: () => Promise<ItemStore>): Promise<ItemStore> {
  const store = await create();
  for (const sk of SORT_KEYS.toReversed()) await store.put({ pk: 'range', sk: `k${sk}` }, 'absent');
  await store.put({ pk: 'range2', sk: 'kb' }, 'absent');
  return store;
}

function sortKeys(items: readonly Item[]): readonly string[] {
  return items.map(({ sk }) => sk);
}

function conditions(create: () => Promise<ItemStore>): void {
  it('finds nothing where nothing was put', async () => {
    const store = await create();

    expect(await store.get({ pk: 'p', sk: 's' })).toBeUndefined();
    expect(await store.query({ pk: 'p' })).toEqual([]);
  });

  it('puts under `absent` once and keeps what was first', async () => {
    const store = await create();

    const first = await store.put({ pk: 'p', sk: 's', text: 'first' }, 'absent');
    const second = await store.put({ pk: 'p', sk: 's', text: 'second' }, 'absent');

    expect([first, second]).toEqual(['written', 'refused']);
    expect(await store.get({ pk: 'p', sk: 's' })).toEqual({ pk: 'p', sk: 's', text: 'first' });
  });

  it('puts over a version only while that version is stored', async () => {
    const store = await create();
    await store.put({ pk: 'p', sk: 's', v: 1 }, 'absent');

    const next = await store.put({ pk: 'p', sk: 's', v: 2 }, { version: 1 });
    const late = await store.put({ pk: 'p', sk: 's', v: 2, late: true }, { version: 1 });

    expect([next, late]).toEqual(['written', 'refused']);
    expect(await store.get({ pk: 'p', sk: 's' })).toEqual({ pk: 'p', sk: 's', v: 2 });
  });

  it('refuses a version where there is no item, and where the item has none', async () => {
    const store = await create();
    await store.put({ pk: 'p', sk: 'unversioned' }, 'any');

    expect(await store.put({ pk: 'p', sk: 'nothing', v: 1 }, { version: 0 })).toBe('refused');
    expect(await store.put({ pk: 'p', sk: 'unversioned', v: 1 }, { version: 0 })).toBe('refused');
  });

  it('replaces the whole item under `any`', async () => {
    const store = await create();
    await store.put({ pk: 'p', sk: 's', old: 1 }, 'any');

    await store.put({ pk: 'p', sk: 's', fresh: 2 }, 'any');

    expect(await store.get({ pk: 'p', sk: 's' })).toEqual({ pk: 'p', sk: 's', fresh: 2 });
  });

  it('lets exactly one of many simultaneous writers win', async () => {
    const store = await create();
    const writers = Array.from({ length: 12 }, (_, writer) => writer);

    const absent = await Promise.all(writers.map((by) => store.put({ pk: 'p', sk: 's', v: 1, by }, 'absent')));
    const next = await Promise.all(writers.map((by) => store.put({ pk: 'p', sk: 's', v: 2, by }, { version: 1 })));

    expect(absent.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(next.filter((answer) => answer === 'written')).toHaveLength(1);
  });
}

function values(create: () => Promise<ItemStore>): void {
  it('gives JSON back unchanged', async () => {
    const store = await create();
    const item = {
      pk: 'p',
      sk: 's',
      text: '梧桐村 "厂房"\n😀',
      empty: '',
      whole: Number.MAX_SAFE_INTEGER,
      negative: -12.5,
      zero: 0,
      yes: true,
      none: null,
      list: [1, 'two', [], [null, { deep: [] }]],
      map: { a: { b: {} }, 'odd.name#': 1 },
    };

    await store.put(item, 'absent');

    expect(await store.get({ pk: 'p', sk: 's' })).toEqual(item);
  });

  it('drops attributes without a value', async () => {
    const store = await create();

    await store.put({ pk: 'p', sk: 's', map: { gone: undefined, here: 1 } }, 'absent');

    expect(await store.get({ pk: 'p', sk: 's' })).toStrictEqual({ pk: 'p', sk: 's', map: { here: 1 } });
  });

  it('keeps its own copy', async () => {
    const store = await create();
    const list = [1];
    await store.put({ pk: 'p', sk: 's', list }, 'absent');

    list.push(2);
    const [read] = await store.query({ pk: 'p' });
    (read as unknown as { readonly list: number[] }).list.push(3);

    expect((await store.get({ pk: 'p', sk: 's' }))?.['list']).toEqual([1]);
  });
}

function ranges(create: () => Promise<ItemStore>): void {
  it('lists a partition in the byte order of its sort keys', async () => {
    const store = await filled(create);

    expect(sortKeys(await store.query({ pk: 'range' }))).toEqual(SORT_KEYS.map((sk) => `k${sk}`));
  });

  it('includes both ends of a range, whether or not they are stored', async () => {
    const store = await filled(create);

    expect(sortKeys(await store.query({ pk: 'range', from: 'ka', to: 'kb' }))).toEqual(['ka', 'ka#', 'ka~', 'kb']);
    expect(sortKeys(await store.query({ pk: 'range', from: 'ka!', to: 'kaz' }))).toEqual(['ka#']);
    expect(sortKeys(await store.query({ pk: 'range', from: 'k中' }))).toEqual(['k中', 'k\uffee', 'k😀']);
    expect(sortKeys(await store.query({ pk: 'range', to: 'kA' }))).toEqual(['k', 'kA']);
  });

  it('lists backwards and stops at the limit', async () => {
    const store = await filled(create);

    expect(sortKeys(await store.query({ pk: 'range', reverse: true, limit: 2 }))).toEqual(['k😀', 'k\uffee']);
    expect(sortKeys(await store.query({ pk: 'range', from: 'ka', limit: 3 }))).toEqual(['ka', 'ka#', 'ka~']);
    expect(sortKeys(await store.query({ pk: 'range', from: 'ka', to: 'kb', reverse: true }))).toEqual([
      'kb',
      'ka~',
      'ka#',
      'ka',
    ]);
  });

  it('follows pages until a large range is exhausted', async () => {
    const store = await create();
    const names = Array.from({ length: 30 }, (_, index) => `s${String(index).padStart(2, '0')}`);
    for (const sk of names) await store.put({ pk: 'large', sk, text: 'x'.repeat(60_000) }, 'absent');

    expect(sortKeys(await store.query({ pk: 'large' }))).toEqual(names);
    expect(sortKeys(await store.query({ pk: 'large', limit: 25 }))).toEqual(names.slice(0, 25));
  });
}

function dueItems(create: () => Promise<ItemStore & DueItems>): void {
  const marked = (sk: string, dueAt: string, duePartition = 'EVENTS') => ({
    pk: `p${sk}`,
    sk,
    v: 1,
    duePartition,
    dueAt,
  });

  it('lists what is due, the earliest first, up to the limit', async () => {
    const store = await create();
    for (const [sk, dueAt] of [
      ['c', '3'],
      ['a', '1'],
      ['d', '4'],
      ['b', '2'],
    ] as const) {
      await store.put(marked(sk, dueAt), 'absent');
    }
    await store.put(marked('e', '1', 'OTHERS'), 'absent');
    await store.put({ pk: 'p', sk: 'unmarked' }, 'absent');

    expect(await store.due({ duePartition: 'EVENTS', until: '3', limit: 10 })).toEqual([
      marked('a', '1'),
      marked('b', '2'),
      marked('c', '3'),
    ]);
    expect(sortKeys(await store.due({ duePartition: 'EVENTS', until: '4', limit: 2 }))).toEqual(['a', 'b']);
  });

  it('forgets what was put again without the mark', async () => {
    const store = await create();
    await store.put(marked('a', '1'), 'absent');

    await store.put({ pk: 'pa', sk: 'a', v: 2 }, { version: 1 });

    expect(await store.due({ duePartition: 'EVENTS', until: '9', limit: 10 })).toEqual([]);
  });
}

/** What every item store must do, whatever it is made of. `create` gives an empty one. */
export function itemStoreContract(name: string, create: () => Promise<ItemStore & DueItems>): void {
  describe(`${name}: conditions`, () => conditions(create));
  describe(`${name}: values`, () => values(create));
  describe(`${name}: ranges`, () => ranges(create));
  describe(`${name}: what is due`, () => dueItems(create));
}

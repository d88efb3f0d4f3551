import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { Item, ItemStore } from '#shared/ports/item-store.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { aDesk, aLotSaying, aPage } from '#test/support/builders.ts';

const LOT = 'virtual.1024';

/** The store, with something else happening right after the first call that is `it`. */
function interrupted(
  store: ItemStore,
  it: 'query' | ((put: Item) => boolean),
  meanwhile: () => Promise<unknown>,
): ItemStore {
  let pending = true;
  const interrupt = async (here: boolean) => {
    if (!here || !pending) return;
    pending = false;
    await meanwhile();
  };
  return {
    get: (key) => store.get(key),
    async put(item, condition) {
      const answer = await store.put(item, condition);
      await interrupt(it !== 'query' && it(item));
      return answer;
    },
    async query(range) {
      const items = await store.query(range);
      await interrupt(it === 'query');
      return items;
    },
  };
}

/** The store as a worker sees it that dies after so many commits of a lot. */
function dyingAfter(commits: number, store: ItemStore): ItemStore {
  let left = commits;
  const living = async <T>(call: () => Promise<T>): Promise<T> => {
    if (left === 0) throw new Error('the worker died');
    return call();
  };
  return {
    get: (key) => living(() => store.get(key)),
    query: (range) => living(() => store.query(range)),
    put: (item, condition) =>
      living(async () => {
        const answer = await store.put(item, condition);
        if (item.sk === 'STATE') left -= 1;
        return answer;
      }),
  };
}

function isEntry(item: Item): boolean {
  return item.pk.startsWith('SIGHTINGS#');
}

/** A desk where minute 0 and minute 2 said one title, minute 1 (late) and minute 3 (new) say another. */
async function aDeskWithLateWord() {
  const desk = aDesk();
  const bringTitle = (title: string, minutes: number) => desk.bring(aPage({ lots: [aLotSaying({ title })] }), minutes);
  await desk.map(await bringTitle('one', 0));
  await desk.map(await bringTitle('one', 2));
  const late = await bringTitle('other', 1);
  const newest = await bringTitle('other', 3);
  const title = async () => (await readLot(PUBLIC_CALLER, desk, LOT)).card.title;
  return { ...desk, late, newest, title };
}

describe('a late document', () => {
  it('lets the documents later than it have their say again', async () => {
    const desk = await aDeskWithLateWord();

    await desk.map(desk.late);

    expect(await desk.title()).toBe('one');
  });

  it('leaves the newest word to a document that came while the record was half way', async () => {
    const desk = await aDeskWithLateWord();

    await desk.map(desk.late, { records: interrupted(desk.records, 'query', () => desk.map(desk.newest)) });

    expect(await desk.title()).toBe('other');
  });

  it('is finished when delivered again after a crash half way', async () => {
    const desk = await aDeskWithLateWord();
    const records = interrupted(dyingAfter(2, desk.records), 'query', () => desk.map(desk.newest));
    await expect(desk.map(desk.late, { records })).rejects.toThrow('the worker died');
    expect(await desk.title()).toBe('one');

    await desk.map(desk.late);

    expect(await desk.title()).toBe('other');
  });

  it('is finished by a second delivery that began before the first died half way', async () => {
    const desk = await aDeskWithLateWord();
    const dying = interrupted(dyingAfter(2, desk.records), 'query', () => desk.map(desk.newest));
    const first = () => desk.map(desk.late, { records: dying }).catch(() => undefined);

    await desk.map(desk.late, { records: interrupted(desk.records, isEntry, first) });

    expect(await desk.title()).toBe('other');
  });

  it('leaves a document it merged first to announce itself', async () => {
    const desk = await aDeskWithLateWord();
    const deaf = { send: () => Promise.reject(new Error('the queue is away')) };
    const dying = () => desk.map(desk.late, { changes: deaf }).catch(() => undefined);
    const before = desk.changes.sent.length;

    await desk.map(desk.newest, { records: interrupted(desk.records, isEntry, dying) });

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    const sent = desk.changes.sent.slice(before).map(({ body }) => body);
    expect(sent).toMatchObject([{ causedBy: desk.newest, lots: [{ lotId: LOT, version: card.version }] }]);
  });
});

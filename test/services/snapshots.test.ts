import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { CATALOGUE_SCHEMA, cardsOf, FACTS_SCHEMA, factsOf } from '#shared/services/feed/snapshot-tables.ts';
import { CATALOGUE, FACTS_INDEX, loadSnapshot, readHead, readHeads } from '#shared/services/feed/snapshots.ts';
import { catalogueReader } from '#shared/services/read-catalogue.ts';
import { aFeed, changed } from '#test/support/feed.ts';

const FEED = systemCaller('feed');
const at = (text: string) => text as Instant;

describe('snapshots', () => {
  it('hold every lot, and the facts of each year by the year the lot ends in Beijing', async () => {
    const { records, ports, commit, writer } = aFeed();
    const lots = [
      await commit('a', 1, { endsAt: at('2022-12-31T15:59:59.000Z') }),
      await commit('b', 1, { endsAt: at('2022-12-31T16:00:00.000Z') }, 'sold'),
    ];
    const feed = writer();
    await feed.append(FEED, changed(...lots));

    await feed.publish(FEED, 'due');

    const heads = await readHeads(records);
    expect(heads).toMatchObject([
      { name: CATALOGUE, upToSeq: 1, lots: 2 },
      { name: FACTS_INDEX, upToSeq: 1, lots: 2 },
      { name: 'facts-2022', upToSeq: 1, lots: 1 },
      { name: 'facts-2023', upToSeq: 1, lots: 1 },
    ]);
    const [whole, , , facts] = heads;
    expect(whole && cardsOf(await loadSnapshot(ports, whole, CATALOGUE_SCHEMA))).toMatchObject([
      { lotId: 'virtual.a' },
      { lotId: 'virtual.b', status: 'sold' },
    ]);
    expect(facts && factsOf(await loadSnapshot(ports, facts, FACTS_SCHEMA))).toMatchObject([
      { lotId: 'virtual.b', status: 'sold', hammerPriceFen: null },
    ]);
  });

  it('follow a lot that moves to another year', async () => {
    const { records, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1, { endsAt: at('2022-06-01T00:00:00.000Z') })));
    await feed.publish(FEED, 'any-news');
    await feed.append(FEED, changed(await commit('a', 2, { endsAt: at('2023-06-01T00:00:00.000Z') })));

    await feed.publish(FEED, 'any-news');

    expect(await readHead(records, 'facts-2022')).toMatchObject({ upToSeq: 1, lots: 0 });
    expect(await readHead(records, 'facts-2023')).toMatchObject({ upToSeq: 1, lots: 1 });
  });

  it('keep their name while their content stays, though the feed goes on', async () => {
    const { records, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1, { endsAt: at('2022-06-01T00:00:00.000Z') })));
    await feed.publish(FEED, 'any-news');
    const before = await readHead(records, 'facts-2022');
    await feed.append(FEED, changed(await commit('b', 1, { endsAt: at('2023-06-01T00:00:00.000Z') })));

    await feed.publish(FEED, 'any-news');

    expect(await readHead(records, 'facts-2022')).toMatchObject({ etag: before?.etag, upToSeq: 1, version: 2 });
  });

  it('are not published again while there is no news', async () => {
    const { records, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1)));
    await feed.publish(FEED, 'due');
    const heads = await readHeads(records);

    await writer().publish(FEED, 'any-news');

    expect(await readHeads(records)).toEqual(heads);
    expect(heads).toMatchObject([{ version: 1, upToSeq: 0 }, { version: 1 }, { version: 1 }]);
  });

  it('wait until the tail is an eighth of the catalogue, unless any news will do', async () => {
    const { records, commit, writer } = aFeed();
    const feed = writer();
    const lots = await Promise.all([...Array(80).keys()].map((number) => commit(`lot-${number}`, 1)));
    await feed.append(FEED, changed(...lots));
    await feed.publish(FEED, 'due');
    await feed.append(FEED, changed(await commit('lot-0', 2)));

    await feed.publish(FEED, 'due');
    const waiting = await readHead(records, CATALOGUE);
    await feed.publish(FEED, 'any-news');

    expect(waiting?.upToSeq).toBe(79);
    expect((await readHead(records, CATALOGUE))?.upToSeq).toBe(80);
  });

  it('are published again when an earlier program wrote other columns', async () => {
    const { records, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1)));
    await feed.publish(FEED, 'any-news');
    for (const item of records.items('SNAPSHOTS')) await records.put({ ...item, shape: 'earlier' }, 'any');

    await writer().publish(FEED, 'any-news');

    expect(await readHeads(records)).toMatchObject(Array(3).fill({ upToSeq: 0, version: 2, isCurrent: true }));
  });

  it('never give way to an older one', async () => {
    const { records, ports, commit, writer } = aFeed();
    const { changeFeedWriter } = await import('#shared/services/feed/change-feed-writer.ts');
    let overtaken = false;
    const slow = changeFeedWriter({
      ...ports,
      snapshots: {
        ...ports.snapshots,
        putIfAbsent: async (object) => {
          if (!overtaken) {
            overtaken = true;
            const quick = writer();
            await quick.append(FEED, changed(await commit('b', 1)));
            await quick.publish(FEED, 'any-news');
          }
          return ports.snapshots.putIfAbsent(object);
        },
      },
    });
    await slow.append(FEED, changed(await commit('a', 1)));

    await slow.publish(FEED, 'any-news');

    expect((await readHeads(records)).map(({ upToSeq }) => upToSeq)).toEqual([1, 1, 1]);
  });
});

describe('catalogueReader', () => {
  it('sees a change as soon as the feed has it, snapshot or none', async () => {
    const { ports, commit, writer } = aFeed();
    const read = catalogueReader(ports);
    const feed = writer();
    const empty = await read(PUBLIC_CALLER);
    await feed.append(FEED, changed(await commit('a', 1)));

    const view = await read(PUBLIC_CALLER);

    expect(empty).toMatchObject({ etag: 'empty', upToSeq: -1 });
    expect(view).toMatchObject({ upToSeq: 0, staleSince: null });
    expect(view.index.get('virtual.a')?.title).toBe('version 1');
  });

  it('sees the same from a snapshot as from the feed, under the same tag', async () => {
    const { ports, commit, writer } = aFeed();
    const feed = writer();
    await feed.append(FEED, changed(await commit('a', 1), await commit('b', 1)));
    const fromFeed = await catalogueReader(ports)(PUBLIC_CALLER);
    await feed.publish(FEED, 'any-news');

    const fromSnapshot = await catalogueReader(ports)(PUBLIC_CALLER);

    expect(fromSnapshot.etag).toBe(fromFeed.etag);
    expect(fromSnapshot.index.get('virtual.b')).toEqual(fromFeed.index.get('virtual.b'));
  });

  it('keeps the last good view while the store does not answer, and says since when', async () => {
    const { ports, commit, writer } = aFeed();
    let down = false;
    const query: typeof ports.records.query = async (range) => {
      if (down) throw new AppError('STORE.UNAVAILABLE', 'down');
      return ports.records.query(range);
    };
    const read = catalogueReader({ ...ports, records: { ...ports.records, query } });
    await writer().append(FEED, changed(await commit('a', 1)));
    await read(PUBLIC_CALLER);
    down = true;

    const stale = await read(PUBLIC_CALLER);
    down = false;
    const fresh = await read(PUBLIC_CALLER);

    expect(stale).toMatchObject({ upToSeq: 0, staleSince: ports.clock.now() });
    expect(fresh.staleSince).toBeNull();
  });

  it('fails while it has no view to stand on', async () => {
    const { ports } = aFeed();
    const get = async () => {
      throw new AppError('STORE.UNAVAILABLE', 'down');
    };

    const reading = catalogueReader({ ...ports, records: { ...ports.records, get } })(PUBLIC_CALLER);

    await expect(reading).rejects.toMatchObject({ code: 'STORE.UNAVAILABLE' });
  });
});

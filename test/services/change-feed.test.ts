import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { changesAfter } from '#shared/services/feed/change-log.ts';
import { readChanges } from '#shared/services/read-changes.ts';
import { aFeed, changed } from '#test/support/feed.ts';

const FEED = systemCaller('feed');

describe('changeFeedWriter', () => {
  it('appends each lot as its record stands', async () => {
    const { commit, feed, writer } = aFeed();
    const lots = [await commit('a', 3), await commit('b', 1)];

    await writer().append(FEED, changed(...lots));

    expect(feed()).toMatchObject([
      { sequence: 0, card: { lotId: 'virtual.a', version: 3 } },
      { sequence: 1, card: { lotId: 'virtual.b', version: 1 } },
    ]);
  });

  it('stores what is known of a lot and reads the rest back as unknown', async () => {
    const { records, commit, feed, writer } = aFeed();
    await writer().append(FEED, changed(await commit('a', 1)));

    const [change] = await changesAfter(records, -1);

    expect(Object.values(feed()[0]?.card ?? {})).not.toContain(null);
    expect(change?.card).toMatchObject({ title: 'version 1', hammerPriceFen: null, paidAt: null, contradictions: [] });
  });

  it('appends no version twice, nor a lot there is no record of', async () => {
    const { commit, feed, writer } = aFeed();
    const lot = await commit('a', 1);
    await writer().append(FEED, changed(lot));

    await writer().append(FEED, changed(lot, lot, toLotId('virtual', 'nowhere')));

    expect(feed()).toHaveLength(1);
  });

  it('catches up with what another writer appended', async () => {
    const { commit, feed, writer } = aFeed();
    const [one, other] = [writer(), writer()];
    await one.append(FEED, changed(await commit('a', 1)));
    await other.append(FEED, changed(await commit('b', 1)));

    await one.append(FEED, changed(await commit('a', 2)));

    expect(feed()).toMatchObject([{ sequence: 0 }, { sequence: 1 }, { sequence: 2, card: { version: 2 } }]);
  });

  it('goes on over the end of a partition, also after a restart', async () => {
    const { commit, feed, writer } = aFeed();
    let current = writer();
    for (let version = 1; version <= 2003; version++) {
      if (version === 1000 || version === 1001 || version === 2001) current = writer();
      await current.append(FEED, changed(await commit('a', version)));
    }

    expect(feed().map(({ sequence }) => sequence)).toEqual([...Array(2003).keys()]);
  });

  it('works for the system only', async () => {
    const { writer } = aFeed();

    await expect(writer().append(PUBLIC_CALLER, changed())).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(writer().publish(PUBLIC_CALLER, 'due')).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('readChanges', () => {
  async function aFeedOf(changes: number) {
    const { records, commit, writer } = aFeed();
    const current = writer();
    for (let version = 1; version <= changes; version++) {
      await current.append(FEED, changed(await commit('a', version)));
    }
    return { records };
  }

  it('answers oldest first and says where to go on, over the end of a partition', async () => {
    const ports = await aFeedOf(1005);

    const page = await readChanges(PUBLIC_CALLER, ports, { since: 996, limit: 6 });

    expect(page.changes.map(({ sequence }) => sequence)).toEqual([997, 998, 999, 1000, 1001, 1002]);
    expect(page.nextSince).toBe(1002);
  });

  it('answers with the question itself at the end of the feed', async () => {
    const ports = await aFeedOf(3);

    expect(await readChanges(PUBLIC_CALLER, ports, { since: 2, limit: 50 })).toEqual({ changes: [], nextSince: 2 });
  });

  it('answers all of a feed that ends with its partition', async () => {
    const ports = await aFeedOf(1000);

    const { changes } = await readChanges(PUBLIC_CALLER, ports, { since: -1, limit: 5000 });

    expect(changes).toHaveLength(1000);
  });
});

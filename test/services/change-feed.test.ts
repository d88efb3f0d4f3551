import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { type LotId, toLotId } from '#shared/domain/lot-id.ts';
import { mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import { parseLotsChanged } from '#shared/messages/lots-changed.ts';
import { readHead } from '#shared/services/catalogue-snapshot.ts';
import { changeFeedWriter } from '#shared/services/change-feed.ts';
import { catalogueReader } from '#shared/services/read-catalogue.ts';
import { toLotItem } from '#shared/services/records/lot-record.ts';
import { aLotSaying, aStamp } from '#test/support/builders.ts';
import { sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

const FEED = systemCaller('feed');

function aFeed() {
  const records = memoryItemStore();
  const snapshots = memoryObjectStore();
  const ports = { records, snapshots, hash: sha256, clock: steppedClock() };
  /** Commits a lot's next version, as a document would. */
  const commit = async (externalId: string, version: number): Promise<LotId> => {
    const lotId = toLotId('virtual', externalId);
    const lot = { ...aLotSaying({ title: `version ${version}` }), externalId };
    const state = mergeLot(unknownLot('virtual', externalId), lot, aStamp(1));
    const record = { lotId, version, generation: 1, state, chunks: [], bidCount: 0, lastDocument: 'document' };
    await records.put(toLotItem(record), 'any');
    return lotId;
  };
  const feed = () => records.items('CHANGES#').map(({ sk, card }) => ({ sequence: Number(sk), card }));
  const catalogue = () => catalogueReader(ports)(PUBLIC_CALLER);
  return { records, ports, commit, feed, catalogue };
}

function changed(...lotIds: readonly LotId[]) {
  const lots = lotIds.map((lotId) => ({ lotId, version: 1 }));
  return parseLotsChanged({ schema: 'lots-changed.v1', causedBy: 'document', correlationId: 'c', lots });
}

describe('changeFeedWriter', () => {
  it('appends each lot as its record stands and publishes the catalogue', async () => {
    const { ports, commit, feed, catalogue } = aFeed();
    const writer = changeFeedWriter(ports);
    const lots = [await commit('a', 3), await commit('b', 1)];

    await writer.append(FEED, changed(...lots));
    await writer.publish(FEED);

    expect(feed()).toMatchObject([
      { sequence: 0, card: { lotId: 'virtual.a', version: 3 } },
      { sequence: 1, card: { lotId: 'virtual.b', version: 1 } },
    ]);
    expect(await catalogue()).toMatchObject({ upToSeq: 1, lots: [{ lotId: 'virtual.a' }, { lotId: 'virtual.b' }] });
  });

  it('appends no version twice, nor a lot there is no record of', async () => {
    const { ports, commit, feed } = aFeed();
    const lot = await commit('a', 1);
    await changeFeedWriter(ports).append(FEED, changed(lot));

    await changeFeedWriter(ports).append(FEED, changed(lot, lot, toLotId('virtual', 'nowhere')));

    expect(feed()).toHaveLength(1);
  });

  it('catches up with what another writer appended', async () => {
    const { ports, commit, feed } = aFeed();
    const [one, other] = [changeFeedWriter(ports), changeFeedWriter(ports)];
    await one.append(FEED, changed(await commit('a', 1)));
    await other.append(FEED, changed(await commit('b', 1)));

    await one.append(FEED, changed(await commit('a', 2)));

    expect(feed()).toMatchObject([{ sequence: 0 }, { sequence: 1 }, { sequence: 2, card: { version: 2 } }]);
  });

  it('goes on over the end of a partition, also after a restart', async () => {
    const { ports, commit, feed, catalogue } = aFeed();
    let writer = changeFeedWriter(ports);
    for (let version = 1; version <= 2003; version++) {
      if (version === 1000 || version === 1001 || version === 2001) {
        await writer.publish(FEED);
        writer = changeFeedWriter(ports);
      }
      await writer.append(FEED, changed(await commit('a', version)));
    }
    await changeFeedWriter(ports).publish(FEED);

    expect(feed().map(({ sequence }) => sequence)).toEqual([...Array(2003).keys()]);
    expect(await catalogue()).toMatchObject({ upToSeq: 2002, lots: [{ version: 2003 }] });
  });

  it('publishes the same catalogue under the same tag and does not publish it again', async () => {
    const { records, ports, commit } = aFeed();
    const writer = changeFeedWriter(ports);
    await writer.append(FEED, changed(await commit('a', 1)));
    await writer.publish(FEED);
    const head = await readHead(records);

    await changeFeedWriter(ports).publish(FEED);

    expect(await readHead(records)).toEqual(head);
    expect(head).toMatchObject({ version: 1, upToSeq: 0 });
  });

  it('publishes nothing while nothing was ever appended', async () => {
    const { records, ports, catalogue } = aFeed();

    await changeFeedWriter(ports).publish(FEED);

    expect(await readHead(records)).toBeUndefined();
    expect(await catalogue()).toEqual({ etag: 'empty', upToSeq: -1, lots: [] });
  });

  it('never puts an older catalogue over a newer one', async () => {
    const { records, ports, commit } = aFeed();
    const slow = changeFeedWriter({
      ...ports,
      snapshots: {
        ...ports.snapshots,
        putIfAbsent: async (object) => {
          const quick = changeFeedWriter(ports);
          await quick.append(FEED, changed(await commit('b', 1)));
          await quick.publish(FEED);
          return ports.snapshots.putIfAbsent(object);
        },
      },
    });
    await slow.append(FEED, changed(await commit('a', 1)));

    await slow.publish(FEED);

    expect(await readHead(records)).toMatchObject({ version: 1, upToSeq: 1 });
  });

  it('works for the system only', async () => {
    const { ports } = aFeed();
    const writer = changeFeedWriter(ports);

    await expect(writer.append(PUBLIC_CALLER, changed())).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(writer.publish(PUBLIC_CALLER)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

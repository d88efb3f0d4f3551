import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_STANDINGS } from '#shared/domain/bid.ts';
import { type BidEntry, countBids, indexBids, newEntries, toBidLog } from '#shared/domain/bid-log.ts';
import { MAX_EXTERNAL_ID, toLotId } from '#shared/domain/lot-id.ts';
import { unknownLot } from '#shared/domain/lot-state.ts';
import { planChunks, readBids } from '#shared/services/records/bid-chunks.ts';
import { keys } from '#shared/services/records/keys.ts';
import type { ChunkName, LotRecord } from '#shared/services/records/lot-record.ts';
import { itemSize } from '#shared/services/records/write-meter.ts';
import { aBid } from '#test/support/builders.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const KILOBYTE = 1024;

function aRecord(externalId: string, chunks: readonly ChunkName[]): LotRecord {
  const state = unknownLot('virtual', externalId);
  const lotId = toLotId('virtual', externalId);
  return { lotId, version: 1, generation: 1, state, chunks, bidCount: 0, lastDocument: 'document' };
}

/** Stores pages of bids one after another, as commits do, and says what is stored in the end. */
async function storedAfter(externalId: string, pages: readonly (readonly BidEntry[])[]) {
  const store = memoryItemStore();
  let record = aRecord(externalId, []);
  let bidCount = 0;
  for (const page of pages) {
    const stored = await readBids(store, record);
    const added = newEntries(stored.log, page);
    if (added.length === 0) continue;
    const plan = planChunks(sha256, record, stored, added);
    for (const item of plan.items) await store.put(item, 'any');
    record = { ...record, chunks: plan.chunks };
    ({ bidCount } = plan);
  }
  return { items: store.items(), record, bidCount, ...(await readBids(store, record)) };
}

const hostileBids = fc.array(
  fc
    .record({
      second: fc.nat(400),
      bidder: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
      standing: fc.constantFrom(...BID_STANDINGS),
      platformBidId: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { nil: undefined }),
    })
    .map(({ second, platformBidId, ...of }) => aBid(second, { ...of, ...(platformBidId && { platformBidId }) })),
  { maxLength: 60 },
);

describe('bid chunks', () => {
  it('hold every bid, each in an item of at most one kilobyte', async () => {
    const externalIds = fc.constantFrom('1024', '标的物编号'.repeat(4), '长'.repeat(MAX_EXTERNAL_ID));
    await fc.assert(
      fc.asyncProperty(externalIds, fc.array(hostileBids, { maxLength: 4 }), async (externalId, pages) => {
        const logs = pages.map(toBidLog);

        const { items, log, bidCount } = await storedAfter(externalId, logs);

        const whole = logs.reduce(
          (known, page) => indexBids([...known.values(), ...newEntries(known, page)]),
          indexBids([]),
        );
        expect(new Map(log)).toEqual(new Map(whole));
        expect(bidCount).toBe(countBids(whole.values()));
        expect(Math.max(0, ...items.map(itemSize))).toBeLessThanOrEqual(KILOBYTE);
      }),
      { numRuns: 60 },
    );
  });

  it('rewrite a short tail together with new bids', async () => {
    const pages = Array.from({ length: 10 }, (_, second) => toBidLog([aBid(second)]));

    const { record } = await storedAfter('1024', pages);

    expect(record.chunks).toHaveLength(1);
    expect(record.chunks[0]?.entries).toBe(10);
  });

  it('leave full chunks as they are', async () => {
    const bids = toBidLog(Array.from({ length: 100 }, (_, second) => aBid(second)));

    const before = await storedAfter('1024', [bids.slice(0, 60)]);
    const after = await storedAfter('1024', [bids.slice(0, 60), bids.slice(60)]);

    const full = before.record.chunks.slice(0, -1);
    expect(full.length).toBeGreaterThan(1);
    expect(after.record.chunks.slice(0, full.length)).toEqual(full);
  });

  it('complain when a named chunk is not there', async () => {
    const record = aRecord('1024', [{ id: 'missing', entries: 1 }]);

    await expect(readBids(memoryItemStore(), record)).rejects.toMatchObject({ code: 'STORE.CONTENTION' });
  });

  it('are read only under the names and the generation the record gives', async () => {
    const { record } = await storedAfter('1024', [toBidLog([aBid(1)])]);
    const store = memoryItemStore();
    const bids = [[1_714_960_000, 5, 'A', 1, 'outbid']];
    for (const generation of [1, 2]) {
      await store.put(
        { ...keys.bidChunk(record.lotId, generation, 'named'), bids: generation === 2 ? bids : [] },
        'any',
      );
    }
    await store.put({ ...keys.bidChunk(record.lotId, 2, 'orphan'), bids }, 'any');

    const { log } = await readBids(store, { ...record, generation: 2, chunks: [{ id: 'named', entries: 1 }] });

    expect([...log.values()]).toMatchObject([{ bidder: 'A', price: 5, count: 1 }]);
  });
});

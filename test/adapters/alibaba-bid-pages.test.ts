import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { type BidEntry, countBids, indexBids, newEntries, toBidLog } from '#shared/domain/bid-log.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { aDocumentAbout } from './alibaba-pairs.ts';

const LOT = '1012345679000';
const OPENED = Date.UTC(2026, 4, 19, 1, 59);

/** The nth bid of a lot, from 0; from the eighth second on two bidders bid at once. */
interface Bid {
  readonly alias: string;
  readonly yuan: number;
  readonly atMs: number;
}

const BIDS: readonly Bid[] = Array.from({ length: 23 }, (_, index) => ({
  alias: ['H2515', 'E4004', 'I3350'][index % 3] ?? '',
  yuan: 100_000 + index * 500,
  atMs: OPENED + Math.floor(index / 2) * 1000,
}));

/** A page of 20, newest first, as the platform cuts it once it has so many bids. */
function pageOf(soFar: number, page: number): readonly Bid[] {
  return BIDS.slice(0, soFar)
    .toReversed()
    .slice((page - 1) * 20, page * 20);
}

function beijing(atMs: number): string {
  return new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function aReply(bids: readonly Bid[]): RawDocument {
  const records = bids.map(({ alias, yuan, atMs }) => {
    return `{alias:"${alias}",date:"${beijing(atMs).replaceAll('-', '')}",price:"${yuan.toLocaleString('en')}",status:-1}`;
  });
  return aDocumentAbout(LOT, 'bid-records', `jsonp1({currentPage:1,records:[${records.join(',')}]})`);
}

function aTable(bids: readonly Bid[]): RawDocument {
  const lines = bids.map(({ alias, yuan, atMs }) => `出局,${alias},"${yuan.toLocaleString('en')}",${beijing(atMs)}`);
  return aDocumentAbout(LOT, 'bid-records', ['状态,竞买号,价格,时间', ...lines].join('\n'));
}

function anOpenPage(bids: readonly Bid[]): RawDocument {
  const rows = bids.map(({ alias, yuan, atMs }) => {
    return { item_id: Number(LOT), alias_name: alias, bid_price: yuan * 100, bid_time: beijing(atMs) };
  });
  const result = { success: true, total_item: 23, value: { bidder_info_list: rows } };
  return aDocumentAbout('', 'open-platform', JSON.stringify({ auction_zc_bidderinfo_pagequery_response: { result } }));
}

/** The log after each document in turn. */
function merged(documents: readonly RawDocument[]): ReadonlyMap<string, BidEntry> {
  let log: ReadonlyMap<string, BidEntry> = new Map();
  for (const document of documents) {
    const shown = alibaba.map(document).bids.flatMap(({ externalId, bids }) => (externalId === LOT ? bids : []));
    const entries = newEntries(log, toBidLog(shown));
    log = new Map([...log, ...indexBids(entries)]);
  }
  return log;
}

describe('bid pages of one lot', () => {
  it('read as 20 + 20 + 23 are 23 bids', () => {
    const documents = [aReply(pageOf(20, 1)), aReply(pageOf(23, 1)), aTable(BIDS)];

    const counts = documents.map((_, index) => countBids(merged(documents.slice(0, index + 1)).values()));

    expect(counts).toEqual([20, 23, 23]);
  });

  it('that new bids shifted between two reads are counted once', () => {
    const documents = [aReply(pageOf(21, 1)), aReply(pageOf(23, 2)), aReply(pageOf(23, 1))];

    expect(documents.map((document) => countBids(merged([document]).values()))).toEqual([20, 3, 20]);
    expect(countBids(merged(documents.slice(0, 2)).values())).toBe(21);
    expect(countBids(merged(documents).values())).toBe(23);
  });

  it('are the same bids in a reply, a pasted table and the open platform', () => {
    const page = pageOf(23, 1);

    const logs = [aReply(page), aTable(page), anOpenPage(page)].map((document) => [...merged([document]).keys()]);

    expect(logs[0]).toHaveLength(20);
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).toEqual(logs[0]);
  });

  it('count two equal rows of one page as two bids, on however many pages they come back', () => {
    const twice = [...pageOf(2, 1), ...pageOf(1, 1)];

    expect(countBids(merged([aTable(twice)]).values())).toBe(3);
    expect(countBids(merged([aTable(twice), aReply(twice), aReply(pageOf(2, 1))]).values())).toBe(3);
  });

  it('add up to the same log in any order, read in any way and as often as one likes', () => {
    const reads = [20, 21, 22, 23].flatMap((soFar) => [pageOf(soFar, 1), pageOf(soFar, 2)]);
    const way = fc.constantFrom(aReply, aTable, anOpenPage);

    fc.assert(
      fc.property(
        fc.shuffledSubarray(reads, { minLength: 8 }),
        fc.array(way, { minLength: 16, maxLength: 16 }),
        (order, ways) => {
          const documents = [...order, ...order.toReversed()].map((page, index) => (ways[index] ?? aReply)(page));

          const log = merged(documents);

          expect(countBids(log.values())).toBe(23);
          expect([...log.keys()].toSorted()).toEqual([...merged([aTable(BIDS)]).keys()].toSorted());
        },
      ),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_STANDINGS, type BidObservation } from '#shared/domain/bid.ts';
import {
  type BidEntry,
  bidIdentity,
  countBids,
  inBiddingOrder,
  indexBids,
  newEntries,
  toBidLog,
} from '#shared/domain/bid-log.ts';
import { addMs } from '#shared/domain/time.ts';
import { aBid } from '#test/support/builders.ts';

type Log = ReadonlyMap<string, BidEntry>;

function merged(log: Log, shown: readonly BidObservation[]): Log {
  return indexBids([...log.values(), ...newEntries(log, toBidLog(shown))]);
}

function logOf(...pages: readonly (readonly BidObservation[])[]): Log {
  return pages.reduce(merged, new Map<string, BidEntry>());
}

function asText(log: Log): readonly string[] {
  return [...log].map(([identity, { count, standing }]) => `${identity} x${count} ${standing}`).sort();
}

function seconds(from: number, to: number): readonly BidObservation[] {
  return Array.from({ length: to - from + 1 }, (_, index) => aBid(from + index));
}

/** Bids of few bidders in few seconds, so that many are equal; some with the platform's own id. */
const bids = fc.array(
  fc
    .record({
      second: fc.nat(4),
      standing: fc.constantFrom(...BID_STANDINGS),
      id: fc.option(fc.constantFrom('1', '2')),
    })
    .map(({ second, standing, id }) => aBid(second, { standing, ...(id === null ? {} : { platformBidId: id }) })),
  { maxLength: 8 },
);

describe('a bid log', () => {
  it('counts 23 bids read as 20, 20 and 23 as 23', () => {
    const log = logOf(seconds(1, 20), seconds(4, 23), seconds(1, 23));

    expect(countBids(log.values())).toBe(23);
  });

  it('counts each bid once however its pages overlap and shift', () => {
    const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(40)), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, (pages) => {
        const sweep = [seconds(1, 20), seconds(15, 34), seconds(30, 49), seconds(41, 60)];
        const overlapping = pages.map(([from, length]) => seconds(from, Math.min(60, from + length)));

        expect(countBids(logOf(...overlapping, ...sweep).values())).toBe(60);
      }),
    );
  });

  it('is the same in any order of pages', () => {
    fc.assert(
      fc.property(fc.array(bids, { maxLength: 5 }), (pages) => {
        expect(asText(logOf(...pages.toReversed()))).toEqual(asText(logOf(...pages)));
      }),
    );
  });

  it('is not changed by a page read again', () => {
    fc.assert(
      fc.property(fc.array(bids, { minLength: 1, maxLength: 5 }), fc.nat(4), (pages, index) => {
        const log = logOf(...pages);

        expect(newEntries(log, toBidLog(pages[index % pages.length] ?? []))).toEqual([]);
      }),
    );
  });

  it('never shows a bid less often than some page did', () => {
    fc.assert(
      fc.property(fc.array(bids, { maxLength: 5 }), (pages) => {
        const log = logOf(...pages);

        for (const entry of pages.flatMap((page) => toBidLog(page))) {
          expect(log.get(bidIdentity(entry))?.count).toBeGreaterThanOrEqual(entry.count);
        }
      }),
    );
  });

  it('keeps the most informed standing, whichever came last', () => {
    for (const [index, standing] of BID_STANDINGS.entries()) {
      const others = BID_STANDINGS.slice(0, index).map((lesser) => [aBid(1, { standing: lesser })]);

      expect([...logOf([aBid(1, { standing })], ...others).values()]).toMatchObject([{ standing, count: 1 }]);
    }
  });
});

describe('toBidLog', () => {
  it('takes equal rows of one page for as many bids', () => {
    expect(toBidLog([aBid(1), aBid(1), aBid(2)]).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('takes rows with the same platform id for one bid', () => {
    const own = { platformBidId: '77' };

    expect(toBidLog([aBid(1, own), aBid(1, own)])).toMatchObject([{ platformBidId: '77', count: 1 }]);
  });

  it('takes times that differ below the second for one time', () => {
    const bid = aBid(1);

    const log = toBidLog([bid, { ...bid, at: addMs(bid.at, 999) }]);

    expect(log).toMatchObject([{ at: bid.at, count: 2 }]);
  });

  it('does not mistake a platform id for a bid without one', () => {
    const plain = aBid(1);
    const hostile = aBid(2, { platformBidId: bidIdentity({ ...plain }) });

    expect(toBidLog([plain, hostile])).toHaveLength(2);
  });
});

describe('inBiddingOrder', () => {
  it('orders by time, then price, then bidder, whatever the order before', () => {
    const ordered = [
      aBid(1, { bidder: 'A' }),
      aBid(1, { bidder: 'B' }),
      { ...aBid(2, { bidder: 'A' }), at: aBid(1).at },
      aBid(3),
    ];
    const entries = toBidLog(ordered);

    expect(inBiddingOrder(entries.toReversed())).toEqual(entries);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BidEntry } from '#shared/domain/bid-log.ts';
import { fen } from '#shared/domain/money.ts';
import { checkLot, type LotAndBids } from '#shared/domain/reconciliation/check-lot.ts';
import type { FindingCode } from '#shared/domain/reconciliation/finding.ts';
import { topBid, validBids } from '#shared/domain/reconciliation/valid-bids.ts';
import { addMs } from '#shared/domain/time.ts';
import { altered, bidOf, sales, secondsOf } from './a-sale.ts';

function codesOf(sale: LotAndBids): readonly FindingCode[] {
  return checkLot(sale).findings.map(({ code }) => code);
}

function lastOf(sale: LotAndBids): BidEntry {
  const last = validBids(sale.bids).at(-1);
  if (last === undefined) throw new RangeError('a sale without bids');
  return last;
}

function withBids(sale: LotAndBids, bids: readonly BidEntry[]): LotAndBids {
  return altered({ ...sale, bids }, { bidCount: bids.length });
}

/** Ways in which a record that agreed comes to contradict itself, and what must be found then. */
const PLANTED: readonly (readonly [FindingCode, (sale: LotAndBids) => LotAndBids])[] = [
  ['hammer-not-top', (sale) => altered(sale, { hammerPrice: fen(lastOf(sale).price + 1) })],
  ['winner-not-in-log', (sale) => ({ ...sale, winner: 'nobody' })],
  [
    'sold-without-bids',
    (sale) =>
      withBids(
        sale,
        sale.bids.filter(({ standing }) => standing === 'taken-back'),
      ),
  ],
  ['passed-in-with-bids', (sale) => altered(sale, { reserve: 'none' }, 'passed-in')],
  ['count-differs', (sale) => altered(sale, { bidCount: sale.bids.length + 1 })],
  ['bid-after-end', (sale) => altered(sale, { endsAt: addMs(lastOf(sale).at, -1000) })],
  ['extension-not-honoured', (sale) => altered(sale, { endsAt: addMs(lastOf(sale).at, 1000) })],
  ['bid-below-start', (sale) => altered(sale, { startPrice: fen((validBids(sale.bids)[0]?.price ?? 0) + 1) })],
  ['result-after-seen', (sale) => altered(sale, { resultKnownAt: addMs(lastOf(sale).at, 48 * 3_600_000) })],
  [
    'winning-not-top',
    (sale) => withBids(sale, [...sale.bids, { ...lastOf(sale), bidder: 'low', price: fen(1), standing: 'winning' }]),
  ],
  [
    'bid-below-step',
    (sale) => {
      const { at, price } = lastOf(sale);
      const short = bidOf(secondsOf(at) + 1, 0, { price: fen(price + 1), bidder: 'short' });
      return withBids(sale, [...sale.bids, short]);
    },
  ],
  [
    'winner-not-top',
    (sale) => {
      const early = bidOf(0, -1, { bidder: 'early' });
      return { ...withBids(sale, [early, ...sale.bids]), winner: 'early' };
    },
  ],
];

describe('a lot held against its bids', () => {
  it('shows nothing where result and bids agree', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        expect(checkLot(sale)).toEqual({ unchecked: null, findings: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(PLANTED)('shows %s wherever it was planted', (code, plant) => {
    fc.assert(
      fc.property(sales, (sale) => {
        expect(codesOf(plant(sale))).toContain(code);
      }),
      { numRuns: 300 },
    );
  });

  it('never counts a bid that was taken back, however high', () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 1_000 }), (sale, steps) => {
        const struck = bidOf(10, 1_000 + steps, { bidder: 'struck', standing: 'taken-back' });
        const more = withBids(sale, [...sale.bids, struck]);

        expect(topBid(more.bids)).toEqual(lastOf(sale));
        expect(codesOf(more)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

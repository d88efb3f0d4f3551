import { describe, expect, it } from 'vitest';
import { mergeLot } from '#shared/domain/lot-state.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { checkLot, type LotAndBids } from '#shared/domain/reconciliation/check-lot.ts';
import { topBid } from '#shared/domain/reconciliation/valid-bids.ts';
import { addMs } from '#shared/domain/time.ts';
import { aStamp, minute } from '#test/support/builders.ts';
import { altered, aSaleOf, bidOf, stateOf } from './a-sale.ts';

const SALE = aSaleOf([bidOf(10, 0), bidOf(20, 1), bidOf(30, 4)]);

function withoutBids(facts: Partial<LotFacts>, of: Partial<LotAndBids> = {}): LotAndBids {
  return { state: stateOf(facts), bids: [], winner: null, showsBids: true, ...of };
}

describe('a lot that is not held against bids', () => {
  it.each([
    ['a sale on site', 'on-site', withoutBids({ venue: 'on-site' })],
    ['a platform that shows no bids', 'bids-not-shown', withoutBids({ venue: 'online' }, { showsBids: false })],
    ['a venue nobody named', 'venue-unknown', withoutBids({})],
    ['an agreement', 'not-bid-for', withoutBids({ saleMode: 'agreement' })],
    ['bidding that goes on', 'not-over', { ...SALE, state: stateOf({}, 'bidding') }],
    ['a lot withdrawn', 'not-over', { ...SALE, state: stateOf({}, 'withdrawn') }],
  ] as const)('%s: %s', (_, unchecked, lot) => {
    expect(checkLot(lot)).toEqual({ unchecked, findings: [] });
  });

  it('is held against bids that came all the same', () => {
    const onSite = altered({ ...SALE, showsBids: false }, { venue: 'on-site', hammerPrice: fen(1) });

    expect(checkLot(onSite).findings).toMatchObject([{ code: 'hammer-not-top' }]);
  });
});

describe('a lot sold online without a bid', () => {
  it('is found, with nothing to show for it', () => {
    const { findings } = checkLot(withoutBids({ venue: 'online', hammerPrice: fen(100) }));

    expect(findings).toEqual([{ code: 'sold-without-bids', words: '平台公布出价记录,我们没有收到一条', bids: [] }]);
  });
});

describe('equal bids', () => {
  const first = bidOf(10, 3, { bidder: 'first' });
  const later = bidOf(20, 3, { bidder: 'later' });

  it('count for the earlier', () => {
    expect(topBid([later, first])).toBe(first);
  });

  it('show whose bid the platform marks as winning, and that priority may explain it', () => {
    const { findings } = checkLot(aSaleOf([first, later]));

    expect(findings.map(({ code }) => code)).toEqual(['winner-not-top', 'winning-not-top']);
    expect(findings[1]).toMatchObject({ bids: [{ bidder: 'first' }, { bidder: 'later' }] });
    expect(findings[1]?.words).toContain('优先购买权人');
  });
});

describe('the number of bids', () => {
  it('may leave out or count what was taken back', () => {
    const struck = bidOf(15, 90, { bidder: 'struck' });
    const sale = aSaleOf([bidOf(10, 0), bidOf(20, 1)], [struck]);

    expect([2, 3, 4].map((bidCount) => checkLot(altered(sale, { bidCount })).findings.length)).toEqual([0, 0, 1]);
  });

  it('says nothing where it was read before the last bid', () => {
    const { bidCount: _, ...facts } = SALE.state.facts;
    const read = mergeLot({ ...SALE.state, facts }, { externalId: '1024', facts: { bidCount: 2 } }, aStamp(0));

    expect(checkLot({ ...SALE, state: read }).findings).toEqual([]);
  });
});

describe('what is not known', () => {
  it('is not found wrong', () => {
    const bare = { ...SALE, state: stateOf({ venue: 'online' }), winner: null };

    expect(checkLot(bare)).toEqual({ unchecked: null, findings: [] });
  });

  it('leaves a lot passed in with bids below a reserve that may be there', () => {
    expect(checkLot(altered(SALE, {}, 'passed-in')).findings).toEqual([]);
    expect(checkLot(altered(SALE, { reserve: 'hidden' }, 'passed-in')).findings).toEqual([]);
  });
});

describe('bids after the end', () => {
  it('are shown themselves, and not as an extension that was missed', () => {
    const { findings } = checkLot(altered(SALE, { endsAt: addMs(minute(0), 15_000) }));

    expect(findings).toMatchObject([
      { code: 'bid-after-end', bids: [{ price: bidOf(20, 1).price }, { price: bidOf(30, 4).price }] },
    ]);
  });
});

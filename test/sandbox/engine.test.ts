import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceLot, amendLot, listLot, withdrawLot } from '#infra/local/sandbox/engine/auction.ts';
import { isOver, type Lot } from '#infra/local/sandbox/engine/lot.ts';
import { anySeed, anyTerms, DAY, HOUR, START } from './terms.ts';

const LAST = START + 60 * DAY;
const RUNS = { numRuns: 300 };

function history(lot: Lot, seed: string, stepMs: number): readonly Lot[] {
  const lots: Lot[] = [lot];
  for (let now = START; now <= LAST; now += stepMs) lots.push(advanceLot(lots.at(-1) ?? lot, now, seed).lot);
  return lots;
}

describe('the auction engine', () => {
  it('makes the same history whether time leaps or crawls', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const lot = listLot('L1', terms, START, seed);

        const leap = advanceLot(lot, LAST, seed).lot;
        const crawl = history(lot, seed, 5 * HOUR).at(-1);

        expect(crawl).toEqual(leap);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no bid below the start price or the increment, nor above the largest step, nor two in a row of one bidder', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, fc.integer({ min: 1, max: 3 }), (some, seed, largest) => {
        const terms = { ...some, maxIncrementFen: some.incrementFen * largest };

        const { bids } = advanceLot(listLot('L1', terms, START, seed), LAST, seed).lot;

        expect(bids.every(({ priceFen }) => priceFen >= terms.startPriceFen)).toBe(true);
        for (const [index, bid] of bids.entries()) {
          const before = bids[index - 1];
          if (before === undefined) continue;
          expect(bid.priceFen - before.priceFen).toBeGreaterThanOrEqual(terms.incrementFen);
          expect(bid.priceFen - before.priceFen).toBeLessThanOrEqual(terms.maxIncrementFen);
          expect(bid.bidder).not.toBe(before.bidder);
        }
        expect(new Set(bids.map(({ bidId }) => bidId)).size).toBe(bids.length);
      }),
      RUNS,
    );
  });

  it('moves the end only later, and takes no bid after it', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const lots = history(listLot('L1', terms, START, seed), seed, 2 * HOUR);

        for (const [index, lot] of lots.entries()) {
          expect(lot.endsAt).toBeGreaterThanOrEqual(lots[index - 1]?.endsAt ?? terms.endsAt);
        }
        const last = lots.at(-1);
        expect(last?.bids.every(({ at }) => at < (last.milestones.endedAt ?? 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the lot to the top bid that reaches the reserve, and to nobody else', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const lot = advanceLot(listLot('L1', terms, START, seed), LAST, seed).lot;
        const top = lot.bids.at(-1);
        const reached = top !== undefined && top.priceFen >= (terms.reserveFen ?? 0);

        expect(['sold', 'defaulted'].includes(lot.status)).toBe(reached);
        if (lot.status === 'sold') expect([lot.winner, lot.hammerPriceFen]).toEqual([top?.bidder, top?.priceFen]);
        else expect(lot.hammerPriceFen).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('reopens nothing: only a default follows a sale', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const ends = history(listLot('L1', terms, START, seed), seed, 6 * HOUR).filter(isOver);
        const outcomes = [...new Set(ends.map(({ status }) => status))];

        expect([['sold'], ['passed-in'], ['sold', 'defaulted']]).toContainEqual(outcomes);
      }),
      { numRuns: 100 },
    );
  });

  it('ends with every deposit in one place and none held', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const { deposits, status, bidders } = advanceLot(listLot('L1', terms, START, seed), LAST, seed).lot;
        const kept = deposits.filter(({ state }) => state !== 'refunded').map(({ state }) => state);
        const converted = terms.isLease ? 'bond' : 'price';
        const wanted = { sold: [converted], defaulted: ['forfeited'] }[String(status)] ?? [];

        expect(kept).toEqual(terms.depositFen === 0 ? [] : wanted);
        expect(deposits).toHaveLength(terms.depositFen === 0 ? 0 : bidders.length);
      }),
      RUNS,
    );
  });

  it('gives back every deposit of a lot withdrawn at any time before the hammer', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, fc.integer({ min: 0, max: 24 }), (terms, seed, hours) => {
        const at = START + hours * HOUR;
        const running = advanceLot(listLot('L1', terms, START, seed), at, seed).lot;

        const withdrawn = withdrawLot(running, '产权有争议', at, seed);
        const last = withdrawn && advanceLot(withdrawn, LAST, seed).lot;

        expect(last?.status).toBe('withdrawn');
        expect(last?.deposits.every(({ state }) => state === 'refunded')).toBe(true);
        expect(last?.deposits).toHaveLength(running.deposits.length);
      }),
      RUNS,
    );
  });

  it('lets nobody amend once bids may be made, nor withdraw once it is over', () => {
    fc.assert(
      fc.property(anyTerms, anySeed, (terms, seed) => {
        const open = advanceLot(listLot('L1', terms, START, seed), terms.startsAt, seed).lot;
        const over = advanceLot(open, LAST, seed).lot;

        expect(amendLot(open, terms, seed)).toBeUndefined();
        expect(withdrawLot(over, '产权有争议', LAST, seed)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('has extensions, defaults, unsold and unreached reserves in its repertoire', () => {
    const lots = Array.from({ length: 400 }, (_, index) => {
      const [terms] = fc.sample(anyTerms, { numRuns: 1, seed: index });
      if (terms === undefined) throw new Error('no terms');
      return advanceLot(listLot(`L${index}`, terms, START, 'repertoire'), LAST, 'repertoire').lot;
    });

    expect(new Set(lots.map(({ status }) => status))).toEqual(new Set(['sold', 'passed-in', 'defaulted']));
    expect(lots.some(({ extensionCount }) => extensionCount > 0)).toBe(true);
    expect(lots.some(({ reason }) => reason === '最高出价未达到保留价')).toBe(true);
    expect(lots.some(({ reason }) => reason === '无人出价')).toBe(true);
  });
});

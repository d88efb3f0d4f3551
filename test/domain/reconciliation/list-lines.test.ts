import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { compareList, type ListedLot } from '#shared/domain/reconciliation/list-lines.ts';
import { aRound, aSoldRound, beijing } from '#test/support/round-facts.ts';

function listed(number: number, of: Partial<ListedLot> = {}): ListedLot {
  return { lotId: `virtual.${number}`, status: 'sold', hammerPriceFen: fen(110_00), ...of };
}

function ours(...lots: readonly ReturnType<typeof aRound>[]) {
  return new Map(lots.map((lot) => [lot.lotId, lot]));
}

const SOLD = aSoldRound({ lotId: 'virtual.1' });
const LATER = aSoldRound({ lotId: 'virtual.2', endsAt: beijing('2023-06-20 10:00') });

describe("a platform's list of results held against ours", () => {
  it('agrees where every lot does', () => {
    expect(compareList([listed(1), listed(2)], ours(SOLD, LATER))).toEqual({
      listed: 2,
      period: { from: '2023-06-15', to: '2023-06-20' },
      missingWithUs: [],
      missingWithThem: [],
      amountDiffers: [],
      outcomeDiffers: [],
    });
  });

  it('names lots that are missing on either side', () => {
    const between = aSoldRound({ lotId: 'virtual.5', endsAt: beijing('2023-06-18 10:00') });
    const after = aSoldRound({ lotId: 'virtual.6', endsAt: beijing('2023-06-21 10:00') });
    const passedIn = aRound({ lotId: 'virtual.7', status: 'passed-in' });

    const found = compareList([listed(1), listed(2), listed(9)], ours(SOLD, LATER, between, after, passedIn));

    expect(found).toMatchObject({ missingWithUs: ['virtual.9'], missingWithThem: ['virtual.5'] });
  });

  it('names lots whose price or outcome is another', () => {
    const found = compareList(
      [listed(1, { hammerPriceFen: fen(111_00) }), listed(2, { status: 'passed-in', hammerPriceFen: null })],
      ours(SOLD, LATER),
    );

    expect(found.amountDiffers).toMatchObject([{ lotId: 'virtual.1', ours: { hammerPriceFen: 110_00 } }]);
    expect(found.outcomeDiffers).toMatchObject([{ lotId: 'virtual.2', ours: { status: 'sold' } }]);
  });

  it('takes a sale for one though it was defaulted on since, and what a list leaves open for nothing', () => {
    const defaulted = aSoldRound({ lotId: 'virtual.1', status: 'defaulted' });
    const unsaid = listed(2, { status: null, hammerPriceFen: null });

    const found = compareList([listed(1), unsaid], ours(defaulted, LATER));

    expect(found).toMatchObject({ amountDiffers: [], outcomeDiffers: [] });
  });

  it('counts a lot once however often it is listed, and has no period of lots nobody knows', () => {
    expect(compareList([listed(8), listed(8)], ours(SOLD))).toMatchObject({
      ...{ listed: 1, period: null },
      ...{ missingWithUs: ['virtual.8'], missingWithThem: [] },
    });
  });
});

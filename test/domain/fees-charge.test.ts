import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Charge, chargeBy } from '#shared/domain/fees/charge.ts';
import { FREE, marginal, percent } from '#shared/domain/fees/declare.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeComponent, FeeFormula, FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { aFee, allForms, aSale, aSchedule, fees, marginals, risingForms, schedules, slabs } from './fees-builders.ts';
import { roundedFee } from './fees-oracle.ts';

const LARGE = 1_000_000_000_000;
const PRICE = fc.integer({ min: 0, max: LARGE });

function charged(schedule: FeeSchedule, sale: Sale = aSale()): Charge {
  const charge = chargeBy(schedule, sale);
  if (!('components' in charge)) throw new RangeError(charge.join());
  return charge;
}

/** What one component costs at a hammer price. */
function feeAt(of: Partial<FeeComponent>, hammer: number): number {
  return charged(aSchedule({ components: [aFee(of)] }), aSale({ hammerFen: fen(hammer) })).components[0]?.feeFen ?? -1;
}

describe('a charge', () => {
  it('is rounded once, half up, after minimum, maximum and discount', () => {
    fc.assert(
      fc.property(fees(LARGE, allForms(LARGE)), PRICE, (fee, hammer) => {
        expect(feeAt(fee, hammer)).toBe(roundedFee(fee, hammer));
      }),
      { seed: 3 },
    );
  });

  it('discounts the minimum too, and rounds to the unit', () => {
    const discounted = { minFen: fen(500_00), discountPpm: ppm(500_000) };

    expect(feeAt(discounted, 1_00)).toBe(250_00);
    expect([149, 150].map((fee) => feeAt({ formula: percent(1_000_000), unitFen: fen(100) }, fee))).toEqual([100, 200]);
  });

  it.each([
    ['a free component', { formula: FREE }, {}],
    ['a component of another kind of trade', { when: { tradeKinds: ['lease'] } }, {}],
    ['a lot that was not sold', {}, { outcome: 'passed-in' }],
    ['a lot that was withdrawn', {}, { outcome: 'withdrawn' }],
    ['a rent where there is none', { base: 'first_year_rent' }, {}],
  ] as const)('of %s is nothing, and no minimum revives it', (_, of, sale) => {
    const component = aFee({ minFen: fen(500_00), ...of });
    const lotMinimum = { fen: fen(3_600_00), shortfallPayer: 'buyer' } as const;

    const charge = charged(aSchedule({ components: [component], lotMinimum }), aSale(sale));

    expect(charge.components[0]).toMatchObject({ applied: false, feeFen: 0 });
    expect(charge.total.fen).toBe(0);
  });

  it('adds what the lot is short of to one side only', () => {
    const seller = aFee({ code: 'seller', payer: 'seller', formula: percent(1_000) });
    const lotMinimum = { fen: fen(3_600_00), shortfallPayer: 'buyer' } as const;

    const charge = charged(aSchedule({ components: [aFee(), seller], lotMinimum }));

    expect(charge).toMatchObject({ topUp: { payer: 'buyer', fen: 2_500_00 }, seller: { fen: 100_00 } });
    expect([charge.buyer.fen, charge.total.fen]).toEqual([3_500_00, 3_600_00]);
  });

  it('adds up: components to sides, sides to the whole', () => {
    fc.assert(
      fc.property(schedules(LARGE, allForms(LARGE)), PRICE, (schedule, hammer) => {
        const { components, topUp, buyer, seller, total } = charged(schedule, aSale({ hammerFen: fen(hammer) }));

        const parts = components.reduce((sum, { feeFen, vatFen }) => sum + feeFen + vatFen, topUp?.fen ?? 0);
        expect(total.fen).toBe(parts);
        expect(buyer.fen + seller.fen).toBe(total.fen);
        expect(buyer.openVatFen + seller.openVatFen).toBe(total.openVatFen);
      }),
      { seed: 4 },
    );
  });

  it('never falls as the price rises, unless a slab says so', () => {
    fc.assert(
      fc.property(schedules(LARGE, risingForms(LARGE)), PRICE, PRICE, (schedule, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((hammer) =>
          charged(schedule, aSale({ hammerFen: fen(hammer) })),
        );

        expect(high?.total.fen).toBeGreaterThanOrEqual(low?.total.fen ?? Number.NaN);
      }),
      { seed: 5 },
    );
  });

  it('does not depend on the order of its components', () => {
    fc.assert(
      fc.property(schedules(LARGE, allForms(LARGE)), PRICE, (schedule, hammer) => {
        const sale = aSale({ hammerFen: fen(hammer) });
        const turned = { ...schedule, components: schedule.components.toReversed() };

        const [a, b] = [charged(schedule, sale), charged(turned, sale)];

        expect([b.buyer, b.seller, b.topUp]).toEqual([a.buyer, a.seller, a.topUp]);
      }),
      { seed: 6 },
    );
  });
});

describe('a slab', () => {
  it('takes the whole base at the band it falls in, and jumps one fen past the edge', () => {
    const formula: FeeFormula = {
      type: 'slab',
      bands: [
        { upToFen: fen(100_000_00), ratePpm: ppm(50_000) },
        { upToFen: null, ratePpm: ppm(100_000) },
      ],
    };

    const around = [99_999_99, 100_000_00, 100_000_01].map((hammer) => feeAt({ formula }, hammer));

    expect(around).toEqual([5_000_00, 5_000_00, 10_000_00]);
  });

  it('has its edges exactly where they are written', () => {
    fc.assert(
      fc.property(slabs(1_000_000), (formula) => {
        for (const [index, band] of formula.bands.entries()) {
          const next = formula.bands[index + 1];
          if (band.upToFen === null || next === undefined) continue;
          const alone = (one: typeof band): FeeFormula => ({ type: 'slab', bands: [{ ...one, upToFen: null }] });

          expect(feeAt({ formula }, band.upToFen)).toBe(feeAt({ formula: alone(band) }, band.upToFen));
          expect(feeAt({ formula }, band.upToFen + 1)).toBe(feeAt({ formula: alone(next) }, band.upToFen + 1));
        }
      }),
      { seed: 7 },
    );
  });
});

describe('a marginal formula', () => {
  it('never moves by more than a fen per fen', () => {
    fc.assert(
      fc.property(marginals(LARGE), PRICE, (formula, hammer) => {
        const step = feeAt({ formula }, hammer + 1) - feeAt({ formula }, hammer);

        expect([0, 1]).toContain(step);
      }),
      { seed: 8 },
    );
  });

  it('keeps the end of a band in the band', () => {
    const formula = marginal([100_00, 100_000], [null, 0]);

    expect([99_00, 100_00, 100_01].map((hammer) => feeAt({ formula }, hammer))).toEqual([9_90, 10_00, 10_00]);
  });
});

describe('a fee on the premium', () => {
  it.each([
    [130_00, 100_00, 30_00],
    [90_00, 100_00, 0],
    [90_00, null, 'startPriceFen'],
  ])('of a price of %d fen over a start of %j is %j', (hammer, start, expected) => {
    const schedule = aSchedule({ components: [aFee({ base: 'premium', formula: percent(1_000_000) })] });
    const startPriceFen = start === null ? null : fen(start);

    const charge = chargeBy(schedule, aSale({ hammerFen: fen(hammer), startPriceFen }));

    expect('components' in charge ? charge.total.fen : charge.join()).toBe(expected);
  });
});

describe('VAT', () => {
  const at = (inclusive: boolean | 'unknown') =>
    charged(
      aSchedule({ components: [aFee({ vat: { inclusive, ratePpm: ppm(60_000) } })] }),
      aSale({ hammerFen: fen(680_819_41) }),
    ).buyer;

  it('comes on top, rounded half up, where the schedule excludes it', () => {
    expect(at(false)).toEqual({ fen: 7_216_68, openVatFen: 0 });
  });

  it('is within the fee where the schedule includes it', () => {
    expect(at(true)).toEqual({ fen: 6_808_19, openVatFen: 0 });
  });

  it('stays open, with its size, where the schedule does not say', () => {
    expect(at('unknown')).toEqual({ fen: 6_808_19, openVatFen: 408_49 });
  });
});

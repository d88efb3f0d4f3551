import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeSchedules } from '#adapters/fees.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { type Breakeven, type BreakevenQuestion, breakeven } from '#shared/domain/fees/breakeven.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { aFee, aLease, allForms, aSale, aSchedule, schedules } from './fees-builders.ts';
import { exactPart } from './fees-oracle.ts';

const WHOLE: BreakevenQuestion = { fromFen: fen(0), toFen: fen(100_000_000_00), side: 'total', points: 5 };

type Found = Extract<Breakeven, { readonly kind: 'breakeven' }>;

function found(a: FeeSchedule, b: FeeSchedule, of: Partial<BreakevenQuestion> = {}, sale: Sale = aSale()): Found {
  const book = feeBook([a, { ...b, id: 'second', platform: 'second' }]);
  const answer = breakeven(a.platform, 'second', sale, book, { ...WHOLE, ...of });
  if (answer.kind !== 'breakeven') throw new RangeError(answer.kind);
  return answer;
}

const slab = aSchedule({
  components: [
    aFee({
      formula: {
        type: 'slab',
        bands: [
          { upToFen: fen(10_000_00), flatFen: fen(500_00) },
          { upToFen: fen(30_000_00), flatFen: fen(1_000_00) },
          { upToFen: fen(50_000_00), flatFen: fen(2_000_00) },
          { upToFen: null, ratePpm: ppm(50_000) },
        ],
      },
    }),
  ],
});
const fourPercent = aSchedule({ components: [aFee({ formula: percent(40_000) })] });

describe('the breakeven of two platforms', () => {
  it('lies where the lines cross and where a slab jumps, to the fen', () => {
    const { segments, turningPoints } = found(slab, fourPercent);

    expect(segments).toEqual([
      { fromFen: 0, toFen: 24_999_99, cheaper: 'second' },
      { fromFen: 25_000_00, toFen: 25_000_00, cheaper: 'equal' },
      { fromFen: 25_000_01, toFen: 30_000_00, cheaper: 'first' },
      { fromFen: 30_000_01, toFen: 49_999_99, cheaper: 'second' },
      { fromFen: 50_000_00, toFen: 50_000_00, cheaper: 'equal' },
      { fromFen: 50_000_01, toFen: 100_000_000_00, cheaper: 'second' },
    ]);
    expect(turningPoints).toEqual([25_000_00, 25_000_01, 30_000_01, 50_000_00, 50_000_01]);
  });

  it('knows minima and maxima', () => {
    const limited = aSchedule({ components: [aFee({ minFen: fen(300_00), maxFen: fen(10_000_00) })] });

    expect(found(limited, aSchedule()).segments).toEqual([
      { fromFen: 0, toFen: 29_999_99, cheaper: 'second' },
      { fromFen: 30_000_00, toFen: 1_000_000_00, cheaper: 'equal' },
      { fromFen: 1_000_000_01, toFen: 100_000_000_00, cheaper: 'first' },
    ]);
  });

  it('tells at every fen what slice-by-slice arithmetic tells, on each side', () => {
    const SMALL = 400;
    const compare = (a: bigint, b: bigint) => (a < b ? 'first' : a > b ? 'second' : 'equal');

    fc.assert(
      fc.property(
        schedules(SMALL, allForms(SMALL)),
        schedules(SMALL, allForms(SMALL)),
        fc.constantFrom('buyer', 'seller', 'total'),
        fc.integer({ min: 0, max: 50 }),
        (a, b, side, from) => {
          const { segments } = found(a, b, { fromFen: fen(from), toFen: fen(SMALL + 50), side });

          const part = (schedule: FeeSchedule, hammer: number) =>
            (side === 'total' ? (['buyer', 'seller'] as const) : [side])
              .map((payer) => exactPart(schedule, payer, hammer))
              .reduce((sum, fee) => sum + fee, 0n);
          const told = segments.flatMap(({ fromFen, toFen, cheaper }) =>
            Array.from({ length: toFen - fromFen + 1 }, () => cheaper),
          );
          const reckoned = Array.from({ length: SMALL + 51 - from }, (_, index) =>
            compare(part(a, from + index), part(b, from + index)),
          );
          expect(told).toEqual(reckoned);
          const neighbours = segments.slice(1).map(({ cheaper }, index) => cheaper !== segments[index]?.cheaper);
          expect(neighbours).not.toContain(false);
        },
      ),
      { seed: 1 },
    );
  });

  it('is never contradicted by what is payable, each side paying one fee rounded to the fen', () => {
    const rates = fc.integer({ min: 0, max: 1_000_000 });

    fc.assert(
      fc.property(rates, rates, fc.integer({ min: 0, max: 100_000 }), (rateA, rateB, minimum) => {
        const a = aSchedule({ components: [aFee({ formula: percent(rateA), minFen: fen(minimum) })] });
        const b = aSchedule({ components: [aFee({ formula: percent(rateB) })] });

        const { segments, curve } = found(a, b, { toFen: fen(1_000_000), points: 50 });

        for (const { hammerFen, firstFen, secondFen } of curve) {
          const at = segments.find(({ fromFen, toFen }) => fromFen <= hammerFen && hammerFen <= toFen);
          if (at?.cheaper !== 'second') expect(firstFen).toBeLessThanOrEqual(secondFen);
          if (at?.cheaper !== 'first') expect(secondFen).toBeLessThanOrEqual(firstFen);
        }
      }),
      { seed: 2 },
    );
  });

  it('draws both sides of every jump beside the even points', () => {
    const { curve } = found(slab, fourPercent, { toFen: fen(100_000_00), points: 3 });

    const drawn = curve.map(({ hammerFen, firstFen }) => [hammerFen, firstFen]);
    expect(drawn).toContainEqual([30_000_00, 1_000_00]);
    expect(drawn).toContainEqual([30_000_01, 2_000_00]);
    expect(drawn.at(0)).toEqual([0, 500_00]);
    expect(drawn.at(-1)).toEqual([100_000_00, 5_000_00]);
    expect(curve.map(({ hammerFen }) => hammerFen)).toContain(50_000_00);
  });

  it('of a lease follows each schedule to its own rent', () => {
    const firstYear = aSchedule({ components: [aFee({ base: 'first_year_rent', formula: percent(30_000) })] });
    const wholeTerm = aSchedule({ components: [aFee({ base: 'total_term_rent', maxFen: fen(3_000_00) })] });

    const { turningPoints, curve } = found(firstYear, wholeTerm, { fromFen: fen(1) }, aLease({ termRentFen: fen(1) }));

    expect(turningPoints).toEqual([100_000_01]);
    expect(curve).toContainEqual({ hammerFen: 100_000_01, firstFen: 3_000_00, secondFen: 3_000_00 });
    expect(curve.at(-1)?.secondFen).toBe(3_000_00);
  });

  it('follows a premium from the start price on', () => {
    const premium = aSchedule({ components: [aFee({ base: 'premium', formula: percent(50_000) })] });

    expect(found(premium, aSchedule()).turningPoints).toEqual([1, 100_000_00, 100_000_01]);
  });

  it('is not sought where one of the two cannot be compared', () => {
    const book = feeBook([slab]);

    const answer = breakeven('east', 'nowhere', aSale(), book, WHOLE);

    expect(answer).toMatchObject({
      kind: 'not-comparable',
      first: { kind: 'fees' },
      second: { kind: 'no-agreed-schedule' },
    });
  });

  it('refuses prices that run downwards', () => {
    expect(() => found(slab, fourPercent, { fromFen: fen(2), toFen: fen(1) })).toThrow(RangeError);
  });
});

describe('the schedules of the demo', () => {
  it('turn at ten thousand yuan between one percent and half a percent with a minimum of a hundred', () => {
    const answer = breakeven('alibaba', 'wuxing', aSale(), feeBook(feeSchedules), { ...WHOLE, demo: true });

    expect(answer).toMatchObject({ turningPoints: [10_000_00, 10_000_01] });
  });
});

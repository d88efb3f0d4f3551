import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeBook } from '#shared/domain/fees/book.ts';
import { compareFees } from '#shared/domain/fees/compare.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import { LEGAL_MAXIMA } from '#shared/domain/fees/legal-maxima.ts';
import { feesOnSale, type PlatformFees } from '#shared/domain/fees/on-sale.ts';
import { aFee, aLease, aSale, aSchedule } from './fees-builders.ts';

const east = aSchedule();
const west = aSchedule({
  id: 'west',
  platform: 'west',
  confidence: 'agreement',
  agreementNumber: '吴资协〔2023〕1号',
  components: [aFee({ formula: percent(4_000) }), aFee({ code: 'seller', payer: 'seller', formula: percent(8_000) })],
});
const made = aSchedule({ id: 'made-up', platform: 'made-up', confidence: 'illustrative' });

function kinds(platforms: readonly PlatformFees[]) {
  return platforms.map(({ platform, kind }) => [platform, kind]);
}

describe('a comparison of fees', () => {
  it('says for every platform what it would charge, or why it cannot be compared', () => {
    const book = feeBook([east, west, made, ...LEGAL_MAXIMA]);

    const { platforms } = compareFees(aSale(), ['west', 'nowhere', 'made-up', 'east', 'west'], book);

    expect(kinds(platforms)).toEqual([
      ['east', 'fees'],
      ['made-up', 'illustrative'],
      ['nowhere', 'no-agreed-schedule'],
      ['west', 'fees'],
    ]);
  });

  it('keeps the sides apart: who is cheaper differs by side', () => {
    const { range } = compareFees(aSale(), ['east', 'west'], feeBook([east, west]));

    expect(range.buyer).toEqual({ cheapest: ['west'], cheapestFen: 400_00, dearest: ['east'], dearestFen: 1_000_00 });
    expect(range.seller).toEqual({ cheapest: ['east'], cheapestFen: 0, dearest: ['west'], dearestFen: 800_00 });
    expect(range.total).toEqual({ cheapest: ['east'], cheapestFen: 1_000_00, dearest: ['west'], dearestFen: 1_200_00 });
  });

  it('names all who are level', () => {
    const twin = aSchedule({ id: 'twin', platform: 'twin' });

    const { range } = compareFees(aSale(), ['twin', 'east'], feeBook([east, twin]));

    expect(range.total).toMatchObject({ cheapest: ['east', 'twin'], dearest: ['east', 'twin'] });
  });

  it('has no range of one platform', () => {
    expect(compareFees(aSale(), ['east', 'made-up'], feeBook([east, made])).range.total).toBeNull();
  });

  it('reckons with illustrative schedules in the demo only, and shows that they are', () => {
    const { platforms, range } = compareFees(aSale(), ['east', 'made-up'], feeBook([east, made]), { demo: true });

    const confidences = platforms.map((entry) => entry.kind === 'fees' && entry.schedule.confidence);
    expect(confidences).toEqual(['documented', 'illustrative']);
    expect(range.total).not.toBeNull();
  });

  it('lets no illustrative promotion shadow a real schedule outside the demo', () => {
    const promotion = aSchedule({ id: 'promotion', confidence: 'illustrative', priority: 200 });
    const book = feeBook([east, promotion]);

    const ids = [false, true].map((demo) => {
      const fees = feesOnSale(aSale(), 'east', book, { demo });
      return fees.kind === 'fees' && fees.schedule.id;
    });

    expect(ids).toEqual(['east-2020', 'promotion']);
  });

  it('names the fact a schedule lacks instead of taking one', () => {
    const rent = aSchedule({ components: [aFee({ base: 'total_term_rent' })] });

    const fees = feesOnSale(aLease({ termMonths: null }), 'east', feeBook([rent]));

    expect(fees).toEqual({ kind: 'facts-missing', platform: 'east', missing: ['termMonths'] });
  });

  it('never takes a legal maximum for a price', () => {
    const platforms = [...new Set(LEGAL_MAXIMA.map(({ platform }) => platform))];

    const { platforms: entries } = compareFees(aSale(), platforms, feeBook(LEGAL_MAXIMA), { demo: true });

    expect(entries.map(({ kind }) => kind)).toEqual(platforms.map(() => 'no-agreed-schedule'));
  });

  it('does not depend on the order of schedules and platforms', () => {
    const all = [east, west, made, ...LEGAL_MAXIMA];
    const admitted = ['east', 'west', 'made-up', 'nowhere'];
    const expected = compareFees(aSale(), admitted, feeBook(all));

    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(admitted, { minLength: admitted.length }),
        (schedules, platforms) => {
          expect(compareFees(aSale(), platforms, feeBook(schedules))).toEqual(expected);
        },
      ),
      { seed: 9 },
    );
  });
});

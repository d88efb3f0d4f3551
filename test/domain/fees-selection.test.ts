import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeBook } from '#shared/domain/fees/book.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import { feesOnSale } from '#shared/domain/fees/on-sale.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { selectSchedule } from '#shared/domain/fees/select.ts';
import { refusalOf } from '#test/adapters/documents.ts';
import { aDay, aFee, aSale, aSchedule } from './fees-builders.ts';

function chosen(schedules: readonly FeeSchedule[], sale: Sale = aSale()) {
  const selection = selectSchedule(schedules, sale);
  if (selection.kind === 'schedule') return selection.schedule.id;
  return selection.kind === 'none' ? 'none' : selection.missing;
}

const usual = aSchedule();
const state = aSchedule({ id: 'east-state', when: { ownerKinds: ['state'] } });
const promotion = aSchedule({
  id: 'east-promotion',
  priority: 200,
  effectiveFrom: aDay('2023-07-01'),
  effectiveTo: aDay('2023-12-31'),
});

describe('the choice of a schedule', () => {
  it.each([
    ['2023-06-30', 'east-2020'],
    ['2023-07-01', 'east-promotion'],
    ['2023-12-31', 'east-promotion'],
    ['2024-01-01', 'east-2020'],
  ])('follows the deal date: on %s %s holds', (dealDate, id) => {
    expect(chosen([usual, promotion], aSale({ dealDate: aDay(dealDate) }))).toBe(id);
  });

  it('goes by priority, then by number of conditions, then by the later beginning', () => {
    const collective = aSchedule({ id: 'collective', when: { ownerKinds: ['collective'] } });
    const later = aSchedule({ id: 'later', effectiveFrom: aDay('2023-01-01') });
    const first = aSchedule({ id: 'first', priority: 101 });

    expect(chosen([usual, later])).toBe('later');
    expect(chosen([usual, later, collective])).toBe('collective');
    expect(chosen([usual, later, collective, first])).toBe('first');
  });

  it('finds none where none holds', () => {
    expect(chosen([state])).toBe('none');
    expect(chosen([])).toBe('none');
  });

  it('stays open where an unknown fact could decide otherwise', () => {
    const unknown = aSale({ tradeCategory: null });

    expect(chosen([usual, state], unknown)).toEqual(['tradeCategory']);
    expect(chosen([state], unknown)).toEqual(['tradeCategory']);
  });

  it('does not wait for a fact that could not change it', () => {
    const first = aSchedule({ id: 'first', priority: 300 });

    expect(chosen([first, state], aSale({ tradeCategory: null }))).toBe('first');
  });

  it('refuses a tie, in whatever order the two come', () => {
    const other = aSchedule({ id: 'east-other' });
    const refusal = { code: 'FEES.TIED', details: { schedules: ['east-2020', 'east-other'] } };

    expect(refusalOf(() => chosen([usual, other]))).toEqual(refusal);
    expect(refusalOf(() => chosen([other, usual]))).toEqual(refusal);
  });

  it('does not depend on the order of the schedules', () => {
    const all = [usual, state, promotion, aSchedule({ id: 'later', effectiveFrom: aDay('2023-01-01') })];

    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.constantFrom('2022-12-31', '2023-06-30', '2023-07-01', '2024-01-01'),
        fc.constantFrom('collective', 'state', null),
        (shuffled, date, tradeCategory) => {
          const sale = aSale({ dealDate: aDay(date), tradeCategory });

          expect(chosen(shuffled, sale)).toEqual(chosen(all, sale));
        },
      ),
      { seed: 10 },
    );
  });

  it('moves only the sales from the day a changed schedule begins', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const days = fc
      .tuple(month, fc.integer({ min: 1, max: 28 }))
      .map(([m, d]) => aDay(`2023-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`));

    fc.assert(
      fc.property(days, fc.array(days, { minLength: 1 }), (begins, dates) => {
        const dearer = aSchedule({
          id: 'dearer',
          effectiveFrom: begins,
          components: [aFee({ formula: percent(20_000) })],
        });
        const [before, after] = [feeBook([usual]), feeBook([usual, dearer])];
        const total = (book: typeof before, dealDate: Sale['dealDate']) => {
          const fees = feesOnSale(aSale({ dealDate }), 'east', book);
          return fees.kind === 'fees' ? fees.charge.total.fen : fees.kind;
        };

        const moved = dates.filter((date) => total(before, date) !== total(after, date));

        expect(moved).toEqual(dates.filter((date) => date >= begins));
      }),
      { seed: 11 },
    );
  });
});

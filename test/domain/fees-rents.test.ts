import { describe, expect, it } from 'vitest';
import { type Charge, chargeBy } from '#shared/domain/fees/charge.ts';
import { percent } from '#shared/domain/fees/declare.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';
import { aFee, aLease, aSale, aSchedule } from './fees-builders.ts';

function charged(schedule: FeeSchedule, sale: Sale = aSale()): Charge {
  const charge = chargeBy(schedule, sale);
  if (!('components' in charge)) throw new RangeError(charge.join());
  return charge;
}

describe('a charge of a lease', () => {
  const rents = (of: Partial<Sale>) =>
    (['hammer', 'first_year_rent', 'rent_12_months', 'total_term_rent'] as const).map((base) => {
      const formula = percent(1_000_000);
      const charge = chargeBy(aSchedule({ components: [aFee({ base, formula })] }), aLease(of));
      return 'components' in charge ? charge.total.fen : charge.join();
    });

  it.each([
    ['a rent per year', { hammerFen: fen(12_000) }, [12_000, 12_000, 12_000, 36_000]],
    ['a rent per month', { hammerFen: fen(1_000), priceBasis: 'per_month' }, [1_000, 12_000, 12_000, 36_000]],
    ['a total', { hammerFen: fen(36_000), priceBasis: 'total' }, [36_000, 12_000, 12_000, 36_000]],
    ['half a year', { hammerFen: fen(12_000), termMonths: 6 }, [12_000, 6_000, 12_000, 6_000]],
    [
      'a term rent with escalation',
      { hammerFen: fen(12_000), termRentFen: fen(37_800) },
      [12_000, 12_000, 12_000, 37_800],
    ],
    [
      'a rent per mu and year',
      { hammerFen: fen(800), priceBasis: 'per_mu_year', area: { thousandths: 2_500, unit: 'mu' } },
      ['priceBasis', 2_000, 2_000, 6_000],
    ],
    ['no term', { hammerFen: fen(12_000), termMonths: null }, [12_000, 12_000, 12_000, 'termMonths']],
    [
      'months without term',
      { hammerFen: fen(1_000), priceBasis: 'per_month', termMonths: null },
      [1_000, 'termMonths', 12_000, 'termMonths'],
    ],
    [
      'an unsaid basis',
      { hammerFen: fen(12_000), priceBasis: null },
      [12_000, 'priceBasis', 'priceBasis', 'priceBasis'],
    ],
    ['a share of turnover', { priceBasis: 'percent' }, ['priceBasis', 'priceBasis', 'priceBasis', 'priceBasis']],
  ] as const satisfies readonly (readonly [string, Partial<Sale>, readonly unknown[]])[])(
    'with %s is reckoned on the rent its schedule names, or names the missing fact',
    (_, of, expected) => {
      expect(rents(of)).toEqual(expected);
    },
  );

  it('rounds a rent that is no whole fen only with the fee', () => {
    const halfMonth = aFee({ base: 'none', formula: { type: 'months_of_rent', milliMonths: 500 } });

    expect(charged(aSchedule({ components: [halfMonth] }), aLease({ hammerFen: fen(13) })).total.fen).toBe(1);
    expect(charged(aSchedule({ components: [halfMonth] }), aLease({ hammerFen: fen(11) })).total.fen).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/beijing-day.ts';
import { endOfTerm, monthsOf, rentsOf, totalRent } from '#shared/domain/contract/rents.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import { day } from '#test/support/desk-terms.ts';

const LEASE = {
  startsOn: day('2024-03-01'),
  endsOn: day('2027-02-28'),
  yearlyRentFen: fen(18_600_00),
  escalationPpm: ppm(50_000),
};

describe('the rents of a lease', () => {
  it('rise from the second year, compounding, each rounded once', () => {
    expect(rentsOf(LEASE)).toEqual([
      { year: 1, from: '2024-03-01', to: '2025-02-28', rentFen: 18_600_00, isPart: false },
      { year: 2, from: '2025-03-01', to: '2026-02-28', rentFen: 19_530_00, isPart: false },
      { year: 3, from: '2026-03-01', to: '2027-02-28', rentFen: 20_506_50, isPart: false },
    ]);
  });

  it('take the share of days of a last year that is not whole', () => {
    const years = rentsOf({ ...LEASE, escalationPpm: ppm(0), endsOn: day('2025-03-31') });

    expect(years.at(-1)).toEqual({
      ...{ year: 2, from: '2025-03-01', to: '2025-03-31', isPart: true },
      // 18,600.00 × 31 / 365
      rentFen: 1_579_73,
    });
  });

  it('cover every day of the term once, never fall, and are level without a rise', () => {
    const leases = fc.record({
      start: fc.integer({ min: 0, max: 20_000 }),
      length: fc.integer({ min: 1, max: 9_000 }),
      rent: fc.integer({ min: 0, max: 10_000_000_00 }),
      rise: fc.integer({ min: 0, max: 200_000 }),
    });
    fc.assert(
      fc.property(leases, ({ start, length, rent, rise }) => {
        const startsOn = addDays(day('2000-01-01'), start);
        const endsOn = addDays(startsOn, length - 1);
        const years = rentsOf({ startsOn, endsOn, yearlyRentFen: fen(rent), escalationPpm: ppm(rise) });

        expect([years[0]?.from, years.at(-1)?.to]).toEqual([startsOn, endsOn]);
        for (const [index, year] of years.entries()) {
          const before = years[index - 1];
          if (before !== undefined) expect(year.from).toBe(addDays(before.to, 1));
          if (before !== undefined && !year.isPart) expect(year.rentFen).toBeGreaterThanOrEqual(before.rentFen);
          if (rise === 0 && !year.isPart) expect(year.rentFen).toBe(rent);
        }
        expect(totalRent(years)).toBe(years.reduce((sum, { rentFen }) => sum + rentFen, 0));
      }),
    );
  });
});

describe('the term of a lease', () => {
  it.each([
    ['2024-03-01', 36, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-28'],
    ['2024-02-29', 12, '2025-02-27'],
  ])('from %s for %i months ends on %s', (from, months, until) => {
    expect(endOfTerm(day(from), months)).toBe(until);
  });

  it('is in whole months only where it is', () => {
    expect(monthsOf(LEASE)).toBe(36);
    expect(monthsOf({ ...LEASE, endsOn: day('2027-02-27') })).toBeNull();
  });
});

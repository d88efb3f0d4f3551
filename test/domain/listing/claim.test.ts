import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/beijing-day.ts';
import { claimOf, lastDayOfTerm } from '#shared/domain/listing/claim.ts';
import { NO_TERMS } from '#shared/domain/listing/terms.ts';
import { aLease, aSale, day } from '#test/support/desk-terms.ts';

describe('what a listing takes of its assets', () => {
  it('is their use over the term for a lease', () => {
    expect(claimOf(aLease('a'))).toEqual({
      items: [{ assetId: 'a', parts: null }],
      takes: 'use',
      from: '2025-01-01',
      until: '2027-12-31',
    });
  });

  it('is the property for good from the notice for a transfer', () => {
    expect(claimOf(aSale('a'))).toMatchObject({ takes: 'transfer', from: '2024-06-03', until: null });
  });

  it.each([
    ['nothing said', NO_TERMS],
    ['no assets', aLease('a', { items: [] })],
    ['no start', aLease('a', { lease: { ...aLease('a').lease, startsOn: null } })],
    ['no months', aLease('a', { lease: { ...aLease('a').lease, months: null } })],
    ['a transfer without its notice', aSale('a', { windows: NO_TERMS.windows })],
  ])('is unknown with %s', (_, terms) => {
    expect(claimOf(terms)).toBeUndefined();
  });
});

describe('the last day of a term', () => {
  it.each([
    ['2025-01-01', 36, '2027-12-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-01', 12, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-14'],
  ])('that begins on %s for %i months is %s', (startsOn, months, last) => {
    expect(lastDayOfTerm(day(startsOn), months)).toBe(last);
  });

  it('leaves no gap before the next term that begins on the first of a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 240 }), (start, months) => {
        const first = monthText(2020 * 12 + start);

        expect(addDays(lastDayOfTerm(day(first), months), 1)).toBe(monthText(2020 * 12 + start + months));
      }),
      { seed: 20240506 },
    );
  });
});

function monthText(count: number): string {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

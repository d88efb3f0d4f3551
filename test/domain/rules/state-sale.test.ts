import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, toDayNumber } from '#shared/domain/calendar/beijing-day.ts';
import { STATE_CALENDAR } from '#shared/domain/calendar/working-days.ts';
import { type Fen, fen } from '#shared/domain/money.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { addMs } from '#shared/domain/time.ts';
import { aCheck, anAsset, day, pondTerms, STATE_UNIT, verdictOf } from './a-listing.ts';

function sale(price: Fen, noticeOn: LocalDate, endsOn: LocalDate) {
  const { windows, ...terms } = pondTerms();
  const registrationEndsAt = addMs(endOfDay(endsOn), -1);
  return aCheck({
    terms: {
      ...terms,
      tradeKind: 'transfer',
      priceBasis: 'total',
      startPriceFen: price,
      windows: { ...windows, noticeOn, registrationEndsAt, biddingStartsAt: null, biddingEndsAt: null },
    },
    assets: [anAsset({ assetClass: 'real_estate' })],
    owner: STATE_UNIT,
    platform: 'public-platform',
  });
}

const IDS = ['o32-50-10', 'o32-50-20', 'o32-50-10m'] as const;

describe('the notice of a state-owned asset by its start price', () => {
  it.each([
    [fen(1_000_000_00), 'not-applicable', 'not-applicable', 'not-applicable'],
    [fen(1_000_000_01), 'breach', 'not-applicable', 'not-applicable'],
    [fen(9_999_999_99), 'breach', 'not-applicable', 'not-applicable'],
    [fen(10_000_000_00), 'not-applicable', 'not-applicable', 'warning'],
    [fen(10_000_000_01), 'not-applicable', 'breach', 'not-applicable'],
  ])('of %i fen', (price, ...kinds) => {
    const check = sale(price, day('2026-08-03'), day('2026-08-04'));

    expect(IDS.map((rule) => verdictOf(rule, check).kind)).toEqual(kinds);
  });

  it('counts make-up days of Spring Festival 2024 and not the days off', () => {
    const check = sale(fen(5_000_000_00), day('2024-02-02'), day('2024-02-22'));

    // 4 Feb (a Sunday) and 18 Feb (a Sunday) were worked, 10 to 17 Feb were off: 4,5,6,7,8,9,18,19,20,21.
    expect(verdictOf('o32-50-10', check).kind).toBe('ok');
    expect(verdictOf('o32-50-10', sale(fen(5_000_000_00), day('2024-02-02'), day('2024-02-21'))).kind).toBe('ok');
    expect(verdictOf('o32-50-10', sale(fen(5_000_000_00), day('2024-02-02'), day('2024-02-20')))).toMatchObject({
      kind: 'breach',
      earliest: '2024-02-21',
      pointer: '/windows/registrationEndsAt',
    });
  });

  it('is undetermined where the holidays of the year are not published', () => {
    const verdict = verdictOf('o32-50-10', sale(fen(5_000_000_00), day('2026-12-21'), day('2027-01-20')));

    expect(verdict.kind).toBe('undetermined');
    expect(verdict.sentence).toContain('2026年的节假日安排(含与下一年衔接的调休)尚未公布');
  });

  it('is kept on the earliest day it names and not the day before', () => {
    const first = toDayNumber(day('2023-01-01'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (offset) => {
        const noticeOn = addDays(day('2023-01-01'), offset);
        const { earliest } = verdictOf('o32-50-20', sale(fen(20_000_000_00), noticeOn, noticeOn));
        if (earliest === null) throw new Error(`no earliest day after ${noticeOn}, ${first + offset}`);

        expect(STATE_CALENDAR.dayKind(earliest)).toBe('working');
        expect(verdictOf('o32-50-20', sale(fen(20_000_000_00), noticeOn, earliest)).kind).toBe('ok');
        expect(verdictOf('o32-50-20', sale(fen(20_000_000_00), noticeOn, addDays(earliest, -1))).kind).toBe('breach');
      }),
      { numRuns: 50 },
    );
  });
});

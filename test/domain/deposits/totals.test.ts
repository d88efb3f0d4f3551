import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_PAID } from '#shared/domain/deposits/columns.ts';
import type { RefundDue } from '#shared/domain/deposits/refund-clock.ts';
import { refundPeriods } from '#shared/domain/deposits/refund-periods.ts';
import { type DepositLine, totalsOf } from '#shared/domain/deposits/totals.ts';
import { NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { fen } from '#shared/domain/money.ts';
import { effectiveRules } from '#shared/domain/rules/effective.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { beijing } from '#test/support/round-facts.ts';

const NOW = beijing('2024-05-10 09:00');
const RULES = effectiveRules([], '2024-05-06' as LocalDate);
const [PERIOD] = refundPeriods({ ...NOTHING_KNOWN, township: '330502100' }, RULES, null).periods;
if (PERIOD === undefined) throw new Error('no period');

const LATE: RefundDue = { kind: 'due', until: NOW, day: '2024-05-09' as LocalDate, period: PERIOD };
const OPEN: RefundDue = { ...LATE, until: beijing('2024-05-11 00:00') };

function aLine(refunded: number, held: number, due: RefundDue, bidder = 'A1'): DepositLine {
  const counted = { ...NOTHING_PAID, paid: fen(refunded + held), refunded: fen(refunded), held: fen(held) };
  const account = { bidder, holder: 'platform', counted, stated: counted, entered: null, differences: [] } as const;
  return { lotId: 'a.1', platform: 'a', title: null, township: null, endedOn: null, account, due };
}

describe('totals of deposits', () => {
  it('are the sums of their rows, however the rows are parted', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    const line = fc
      .tuple(amount, amount, fc.constantFrom<RefundDue>(LATE, OPEN, { kind: 'winner' }), fc.constantFrom('A1', 'A2'))
      .map((parts) => aLine(...parts));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, others) => {
        const [a, b, all] = [totalsOf(some, NOW), totalsOf(others, NOW), totalsOf([...some, ...others], NOW)];
        expect(all.count).toBe(a.count + b.count);
        expect(all.columns.held).toBe(a.columns.held + b.columns.held);
        expect(all.late.fen).toBe(a.late.fen + b.late.fen);
        expect(all.owed).toBe(a.owed + b.owed);
        expect(all.columns.paid).toBe([...some, ...others].reduce((sum, { account }) => sum + account.counted.paid, 0));
        const isWhole = all.refundRate === 1_000_000;
        expect(isWhole).toBe(all.owed > 0 && all.late.fen === 0);
      }),
      { seed: 20_240_510 },
    );
  });

  it('never round a rate up to whole while something is late', () => {
    expect(totalsOf([aLine(999_999_99, 1, LATE)], NOW).refundRate).toBe(999_999);
  });

  it('count as owed only what went back and what should have', () => {
    const totals = totalsOf([aLine(300, 0, LATE), aLine(0, 100, LATE, 'A2'), aLine(0, 600, OPEN, 'A3')], NOW);

    expect(totals).toMatchObject({ owed: 400, refundRate: 750_000, late: { count: 1, fen: 100 } });
  });

  it('say no rate where nothing was owed, and show what nobody can judge apart', () => {
    const totals = totalsOf([aLine(0, 100, { kind: 'undetermined', why: '状态未知' })], NOW);

    expect(totals).toMatchObject({ owed: 0, refundRate: null, undetermined: { count: 1, fen: 100 } });
  });

  it('count a bidder of a lot once, whoever holds his deposits', () => {
    const other = aLine(0, 100, OPEN);
    const township = { ...other, account: { ...other.account, holder: 'township' as const } };

    expect(totalsOf([other, township, { ...other, lotId: 'a.2' }], NOW)).toMatchObject({ count: 3, bidders: 2 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsOf } from '#shared/domain/deposits/accounts.ts';
import { addColumns, closes, NOTHING_PAID } from '#shared/domain/deposits/columns.ts';
import { type DepositsEvent, isBidderNumber } from '#shared/domain/deposits/events.ts';
import { enteredAccounts } from '#shared/domain/deposits/ledger.ts';
import { fen } from '#shared/domain/money.ts';
import { ANY_EVENTS, DAY, ledgerOf } from './entries.ts';

const SEED = 20_240_506;

const sumOf = ({ toPrice, toBond, toUnsaid, refunded, forfeited, held }: typeof NOTHING_PAID) =>
  toPrice + toBond + toUnsaid + refunded + forfeited + held;

const isMovement = ({ type }: DepositsEvent) => type !== 'corrected';

describe('ledger of deposits', () => {
  it('is paid in full by its other columns, whatever was entered and struck, in any order', () => {
    fc.assert(
      fc.property(ANY_EVENTS, (events) => {
        const accounts = enteredAccounts(ledgerOf(events)?.entries ?? []);
        for (const columns of accounts.values()) expect(columns.paid).toBe(sumOf(columns));
      }),
      { seed: SEED },
    );
  });

  it('comes to the same in whatever order the entries were made', () => {
    const orders = ANY_EVENTS.map((events) => events.filter(isMovement)).chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(orders, ([events, shuffled]) => {
        const sorted = (all: readonly DepositsEvent[]) =>
          [...enteredAccounts(ledgerOf(all)?.entries ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(shuffled)).toEqual(sorted(events));
      }),
      { seed: SEED },
    );
  });

  it('counts an entry no more once it is struck, and keeps it', () => {
    const data = { bidder: 'A1', holder: 'centre', day: DAY, amount: fen(300_00), file: null } as const;

    const ledger = ledgerOf([
      { type: 'paid', data },
      { type: 'refunded', data },
      { type: 'corrected', data: { entry: '2', reason: '没有退' } },
    ]);

    expect(enteredAccounts(ledger?.entries ?? []).get('A1@centre')).toMatchObject({ refunded: 0, held: 300_00 });
    expect(ledger?.entries.map(({ struck }) => struck?.reason ?? null)).toEqual([null, '没有退']);
  });

  it('does not close with less than nothing in a column', () => {
    const columns = { ...NOTHING_PAID, paid: fen(100), refunded: fen(200), held: fen(-100) };

    expect(closes(columns)).toBe(false);
    expect(closes(addColumns(columns, { ...NOTHING_PAID, paid: fen(100), held: fen(100) }))).toBe(true);
  });

  it.each(['王测试', '13800000000', '330502199001011234', 'A', 'A1 王', ''])(
    'takes %j for no bidder number',
    (text) => {
      expect(isBidderNumber(text)).toBe(false);
    },
  );
});

describe('account of a bidder', () => {
  const stated = {
    bidder: 'A1',
    paid: fen(300),
    converted: fen(0),
    refunded: fen(300),
    forfeited: fen(0),
    held: fen(0),
  };
  const paid = { bidder: 'A1', holder: 'platform', day: DAY, amount: fen(300), file: null } as const;

  it('shows both words and names what differs, and counts the platform’s of what the platform holds', () => {
    const [account, ...others] = accountsOf(ledgerOf([{ type: 'paid', data: paid }]), [stated]);

    expect(others).toEqual([]);
    expect(account?.counted).toMatchObject({ refunded: 300, held: 0 });
    expect(account?.entered).toMatchObject({ refunded: 0, held: 300 });
    expect(account?.differences).toEqual([
      { column: '已退还', stated: 300, entered: 0 },
      { column: '在途', stated: 0, entered: 300 },
    ]);
  });

  it('names no difference over what the platform does not say: into what a deposit was converted', () => {
    const converted = { ...stated, converted: fen(300), refunded: fen(0) };
    const events: DepositsEvent[] = [
      { type: 'paid', data: paid },
      { type: 'converted', data: { ...paid, to: 'price' } },
    ];

    expect(accountsOf(ledgerOf(events), [converted])[0]?.differences).toEqual([]);
    expect(
      accountsOf(ledgerOf(events), [{ ...converted, convertedTo: 'performance-bond' }])[0]?.differences,
    ).toHaveLength(2);
  });

  it('keeps what another holder holds beside what the platform holds', () => {
    const held = { ...paid, holder: 'township' } as const;

    const accounts = accountsOf(ledgerOf([{ type: 'paid', data: held }]), [stated]);

    expect(accounts.map(({ holder, counted }) => [holder, counted.paid])).toEqual([
      ['platform', 300],
      ['township', 300],
    ]);
  });
});

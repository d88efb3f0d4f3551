import { describe, expect, it } from 'vitest';
import { totalsOf } from '#shared/domain/deposits/totals.ts';
import { fen } from '#shared/domain/money.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readDeposits, readLotDeposits } from '#shared/services/deposits/read-deposits.ts';
import { recordDeposit } from '#shared/services/deposits/record-deposits.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { fileOf } from '#test/support/desk-terms.ts';
import { aLedgerDesk, LOT, moved } from './a-ledger-desk.ts';

async function refusal(work: Promise<unknown>) {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw new Error('nothing was refused');
  return { code: thrown.code, errors: thrown.details['errors'] };
}

describe('recording a deposit', () => {
  it('is kept by bidder and holder, with its paper, and stands among all deposits', async () => {
    const { ports, command } = await aLedgerDesk();
    const file = fileOf('proposal');

    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('paid', { file }));
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('refunded', { amount: fen(100_00) }));

    const { lines, now } = await readDeposits(PEOPLE.office, ports);
    expect(lines.map(({ account }) => [account.bidder, account.holder, account.counted.held])).toEqual([
      ['A1', 'township', 200_00],
    ]);
    expect(totalsOf(lines, now)).toMatchObject({ count: 1, columns: { paid: 300_00, refunded: 100_00 } });
    expect((await readLotDeposits(PEOPLE.auditor, ports, LOT)).ledger?.entries[0]?.file).toBe(file);
  });

  it('refuses more going back than is there, at the amount', async () => {
    const { ports, command } = await aLedgerDesk();
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('paid'));

    const refused = await refusal(
      recordDeposit(PEOPLE.office, ports, LOT, command(), moved('refunded', { amount: fen(300_01) })),
    );

    expect(refused).toEqual({
      code: 'DEPOSITS.UNBALANCED',
      errors: [{ pointer: '/amount', detail: '竞买号 A1 在该保管方只有 300.00 元在途' }],
    });
  });

  it('refuses to strike a payment that was refunded since, and strikes the refund first', async () => {
    const { ports, command } = await aLedgerDesk();
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('paid'));
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('refunded'));
    const strike = (entry: string) =>
      recordDeposit(PEOPLE.office, ports, LOT, command(), { type: 'corrected', data: { entry, reason: '录错' } });

    expect((await refusal(strike('1'))).code).toBe('DEPOSITS.UNBALANCED');
    await strike('2');
    await strike('1');

    expect((await refusal(strike('1'))).code).toBe('SETTLEMENT.STATE');
    expect((await readDeposits(PEOPLE.office, ports)).lines).toEqual([]);
    expect((await readLotDeposits(PEOPLE.office, ports, LOT)).ledger?.entries).toHaveLength(2);
  });

  it('takes no name for a bidder, no day to come, and no empty amount', async () => {
    const { ports, command } = await aLedgerDesk();
    const day = '2024-05-07' as Extract<ReturnType<typeof moved>, { type: 'paid' }>['data']['day'];
    const event = moved('paid', { bidder: '王测试', day, amount: fen(0) });

    const { code, errors } = await refusal(recordDeposit(PEOPLE.office, ports, LOT, command(), event));

    expect(code).toBe('FORM.INVALID');
    expect(errors).toMatchObject([{ pointer: '/bidder' }, { pointer: '/day' }, { pointer: '/amount' }]);
    expect(JSON.stringify(errors)).not.toContain('王测试');
  });

  it('is for the office, and for the township’s reviewers of what the township holds', async () => {
    const { ports, command } = await aLedgerDesk();
    const record = (person: (typeof PEOPLE)[keyof typeof PEOPLE], holder: 'township' | 'platform') =>
      recordDeposit(person, ports, LOT, command(), moved('paid', { holder }));

    await record(PEOPLE.township, 'township');
    await record(PEOPLE.office, 'platform');

    expect((await refusal(record(PEOPLE.township, 'platform'))).code).toBe('ACCESS.DENIED');
    expect((await refusal(record(PEOPLE.auditor, 'township'))).code).toBe('ACCESS.DENIED');
    for (const stranger of [PEOPLE.foreignTownship, PEOPLE.clerk, PEOPLE.bureau, PEOPLE.operator]) {
      expect((await refusal(record(stranger, 'township'))).code).toBe('RESOURCE.NOT_FOUND');
      expect((await refusal(readLotDeposits(stranger, ports, LOT))).code).toBe('RESOURCE.NOT_FOUND');
      expect((await readDeposits(stranger, ports)).lines).toEqual([]);
    }
  });
});

describe('deposits as the platform states them', () => {
  it('stand with what people recorded, differences named, and neither changes the other', async () => {
    const { ports, command, state } = await aLedgerDesk();
    await state('A1', 300_00, 0, 2);
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('paid', { holder: 'platform' }));

    const { lines, incomplete } = await readDeposits(PEOPLE.office, ports);

    expect(lines).toHaveLength(1);
    expect(lines[0]?.account.differences.map(({ column }) => column)).toEqual(['已退还', '在途']);
    expect(incomplete).toEqual([{ lotId: LOT, title: 'WX-1 鱼塘', setAside: 2 }]);
  });

  it('are the newest word, whatever came last', async () => {
    const { ports, state } = await aLedgerDesk();
    await state('A1', 100_00, 0);
    await state('A1', 300_00, 20);
    await state('A1', 200_00, 10);

    const { lines } = await readDeposits(PEOPLE.office, ports);

    expect(lines[0]?.account.counted.refunded).toBe(300_00);
  });

  it('keep their time when a newer document says the same, so that a late one between changes nothing', async () => {
    const { ports, state } = await aLedgerDesk();
    await state('A1', 300_00, 0);
    await state('A1', 300_00, 20);
    await state('A1', 200_00, 10);

    expect((await readDeposits(PEOPLE.office, ports)).lines[0]?.account.counted.refunded).toBe(300_00);
  });

  it('are late once their day is over, and the winner’s never is', async () => {
    const { ports, state, clock, addLot } = await aLedgerDesk();
    await state('A1', 0);
    const late = async () => {
      const { lines, now } = await readDeposits(PEOPLE.office, ports);
      return totalsOf(lines, now).late.count;
    };

    expect(await late()).toBe(0);
    clock.advance(3 * 86_400_000);
    expect(await late()).toBe(1);
    await addLot('WX-1', 'sold', { hammerPrice: fen(1_000_00) });
    expect(await late()).toBe(0);
  });
});

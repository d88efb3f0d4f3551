import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { putCard } from '#shared/services/events/cards.ts';
import { stateDeposit } from '#test/services/deposits/a-ledger-desk.ts';
import { VILLAGE } from '#test/support/desk.ts';
import { beijing } from '#test/support/round-facts.ts';
import { aNoticeDesk } from './a-notice-desk.ts';

const DAY_MINUTES = 24 * 60;

/** A lot that passed in, of which two bidders were not given back their deposits. */
async function withDeposits() {
  const desk = await aNoticeDesk();
  const ended = beijing('2024-04-30 12:00');
  await desk.tell('WX-1', { status: 'passed-in', endsAt: ended, outcomeSeenAt: ended, resultKnownAt: ended });
  await stateDeposit(desk.records, 'A1', 0, 0, 0);
  return desk;
}

/** A lease of the village that ends on a day. */
async function aLease(endsOn: string) {
  const desk = await aNoticeDesk();
  const terms = {
    number: '云租〔2023〕1号',
    endsOn,
    startsOn: '2021-01-01',
    yearlyRentFen: fen(1_000_00),
    lotId: null,
  };
  const { id, kind, name, division } = VILLAGE;
  const card = {
    contract: { id: 'c1', terms, ended: null },
    owner: { id, kind, name, division },
    assetName: '12亩鱼塘',
  };
  await putCard(desk.ports, 'contract', division.slice(0, 9), 'c1', 1, card);
  return desk;
}

describe('the notice of deposits that were not refunded', () => {
  it('names the lot, how many and how much, once, and no bidder', async () => {
    const desk = await withDeposits();
    desk.later(90 * DAY_MINUTES);

    await desk.run();
    desk.later(2 * 60);
    await desk.run();

    expect(desk.sent).toHaveLength(1);
    expect(desk.sent[0]?.subject).toBe('保证金超期未退:WX-1鱼塘');
    expect(desk.sent[0]?.text).toContain('1 户共 300.00 元保证金');
    expect(desk.sent[0]?.text).not.toContain('A1');
    expect(desk.sent[0]?.text).toContain('/desk/deposits/');
  });

  it('waits until the time is over', async () => {
    const desk = await withDeposits();

    await desk.run();

    expect(desk.sent).toEqual([]);
  });
});

describe('the notice of a lease that runs out', () => {
  // It is the 6th of May 2024.
  it.each([
    ['2024-12-31', []],
    ['2024-10-31', ['合同还有 178 天到期:12亩鱼塘']],
    ['2024-05-20', ['合同还有 14 天到期:12亩鱼塘']],
    ['2024-05-01', ['合同已经到期,还没有处理:12亩鱼塘']],
  ])('that ends on %s is the newest reminder due, alone', async (endsOn, subjects) => {
    const desk = await aLease(endsOn);

    await desk.run();

    expect(desk.sent.map(({ subject }) => subject)).toEqual(subjects);
  });

  it('comes again when the next reminder falls due, and not before', async () => {
    const desk = await aLease('2024-10-31');
    await desk.run();

    for (let weeks = 0; weeks < 16; weeks++) {
      desk.later(7 * DAY_MINUTES);
      await desk.run();
    }

    expect(desk.sent.map(({ subject }) => subject.slice(0, 10))).toEqual(['合同还有 178 天', '合同还有 87 天到']);
  });

  it('reaches everybody it concerns as soon as the office says who that is', async () => {
    const desk = await aLease('2024-05-20');
    await desk.saveSetting('notices', { rules: [], addresses: [], robots: [], sms: null });
    await desk.run();
    expect(desk.sent).toEqual([]);

    const rule = { kinds: ['contract-expiring'], to: { by: 'address', address: 'a@b.cn' }, channel: 'mail' };
    await desk.saveSetting('notices', { rules: [rule], addresses: [], robots: [], sms: null });
    await desk.run();

    expect(desk.sent).toMatchObject([{ to: 'a@b.cn' }]);
  });
});

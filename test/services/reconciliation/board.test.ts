import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { type BoardQuery, readBoard } from '#shared/services/reconciliation/board.ts';
import { MOST_READ_AT_ONCE } from '#shared/services/reconciliation/lot-checks.ts';
import { minute } from '#test/support/builders.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { aReconciliation, aSale, MAY, salesPage } from './a-reconciliation.ts';

const ALL: BoardQuery = { platform: null, period: MAY, kind: null, status: null };
const DAY = 1440;

describe('the board of lots held against their bids', () => {
  it('lists what differs and counts what agrees', async () => {
    const { ports, bring } = aReconciliation();
    await bring(salesPage([aSale(1), aSale(2, { hammerPrice: fen(102_000_00) })]), minute(DAY));
    await bring({ lots: [aSale(3, { venue: 'on-site', bidCount: 0 })] }, minute(DAY + 1));

    const board = await readBoard(PEOPLE.office, ports, ALL);

    expect(board.items.map(({ id, title, status }) => [id, title, status])).toEqual([
      ['lot:virtual.2', '2号鱼塘', 'open'],
    ]);
    expect(board.items[0]?.body).toMatchObject({ findings: [{ code: 'hammer-not-top' }] });
    expect(board).toMatchObject({ counts: { open: 1, agrees: 1 }, unchecked: { 'on-site': 1 }, left: { lots: 0 } });
  });

  it('reads a lot once, and again when it changed', async () => {
    const { ports, bring, lotsRead } = aReconciliation();
    await bring(salesPage([aSale(1), aSale(2)]), minute(DAY));
    await readBoard(PEOPLE.office, ports, ALL);
    const once = lotsRead();
    await readBoard(PEOPLE.auditor, ports, ALL);
    const twice = lotsRead();
    await bring({ lots: [aSale(2, { hammerPrice: fen(102_000_00) })] }, minute(DAY + 1));

    const board = await readBoard(PEOPLE.office, ports, ALL);

    expect([once, twice, lotsRead()]).toEqual([2, 2, 3]);
    expect(board.items.map(({ id }) => id)).toEqual(['lot:virtual.2']);
  });

  it('checks again when a statement of deposits names another buyer', async () => {
    const { ports, bring } = aReconciliation();
    await bring(salesPage([aSale(1)]), minute(DAY));
    const before = await readBoard(PEOPLE.office, ports, ALL);
    const deposit = {
      bidder: 'B9',
      paid: fen(1),
      converted: fen(1),
      refunded: fen(0),
      forfeited: fen(0),
      held: fen(0),
    };
    await bring({ deposits: [{ externalId: '1', deposits: [deposit], setAside: 0 }] }, minute(DAY + 1));

    const board = await readBoard(PEOPLE.office, ports, ALL);

    expect(before.counts.open).toBe(0);
    expect(board.items[0]?.body).toMatchObject({ findings: [{ code: 'winner-not-in-log' }] });
  });

  it('says how many lots it did not get to, and goes on with them', async () => {
    const { ports, bring } = aReconciliation();
    const numbers = Array.from({ length: MOST_READ_AT_ONCE + 5 }, (_, index) => index + 1);
    await bring(salesPage(numbers.map((number) => aSale(number))), minute(DAY));

    const first = await readBoard(PEOPLE.office, ports, ALL);
    const second = await readBoard(PEOPLE.office, ports, ALL);

    expect([first.left.lots, second.left.lots]).toEqual([5, 0]);
    expect(second.counts.agrees).toBe(numbers.length);
  });

  it('takes only the lots of the period and of the platform', async () => {
    const { ports, bring } = aReconciliation();
    await bring(salesPage([aSale(1, { bidCount: 9 })]), minute(DAY));
    const earlier = { ...ALL, period: { from: MAY.from, to: MAY.from } };

    expect((await readBoard(PEOPLE.office, ports, earlier)).items).toEqual([]);
    expect((await readBoard(PEOPLE.office, ports, { ...ALL, platform: 'other' })).items).toEqual([]);
    expect((await readBoard(PEOPLE.office, ports, { ...ALL, kind: 'totals' })).items).toEqual([]);
    expect((await readBoard(PEOPLE.office, ports, { ...ALL, kind: 'lot', status: 'open' })).items).toHaveLength(1);
  });

  it('is for the office and the audit', async () => {
    const { ports } = aReconciliation();

    await expect(readBoard(PEOPLE.clerk, ports, ALL)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe("the board of a platform's own figures", () => {
  it('holds its statistics of any day of the period against ours', async () => {
    const { ports, bring } = aReconciliation();
    await bring(salesPage([aSale(1), aSale(2)]), minute(DAY));
    await bring({ totals: [{ ...MAY, scope: null, sold: 3, amount: fen(202_000_00) }] }, minute(DAY + 1));

    const { items } = await readBoard(PEOPLE.office, ports, ALL);

    expect(items).toMatchObject([
      {
        ...{ id: 'totals:virtual:2024-05-01:2024-05-31', status: 'open', differences: 1 },
        body: {
          basis: 'platform',
          lines: [
            { measure: 'sold', stated: 3, ours: 2, lots: ['virtual.1', 'virtual.2'] },
            { measure: 'amount', agrees: true },
          ],
        },
      },
    ]);
  });

  it('does not compare statistics of somebody it knows no lot of', async () => {
    const { ports, bring } = aReconciliation();
    await bring({ totals: [{ ...MAY, scope: '外地法院', sold: 3 }] }, minute(DAY));

    const board = await readBoard(PEOPLE.office, ports, ALL);

    expect(board.items).toMatchObject([{ title: '外地法院', status: 'not-compared', body: { basis: null } }]);
    expect(board.counts).toMatchObject({ open: 0, 'not-compared': 1 });
  });

  it('holds its lists of results against ours, lot by lot', async () => {
    const { ports, bring } = aReconciliation();
    await bring(salesPage([aSale(1), aSale(2)]), minute(DAY));
    const list = await bring({ lots: [aSale(1, { hammerPrice: fen(99_00) })] }, minute(DAY - 1), 'result-file');
    await bring({ lots: [{ externalId: '1', facts: { paidAt: minute(DAY) } }] }, minute(DAY + 2), 'result-file');

    const { items } = await readBoard(PEOPLE.office, ports, { ...ALL, kind: 'list' });

    expect(items).toMatchObject([
      {
        ...{ id: `list:${list}`, title: '五月成交.json', status: 'open', differences: 2 },
        body: { comparison: { missingWithThem: ['virtual.2'], amountDiffers: [{ lotId: 'virtual.1' }] } },
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { openSheets } from '#functions/desk/import-table.ts';
import { importOpenings } from '#shared/services/deposits/import-openings.ts';
import { readDeposits } from '#shared/services/deposits/read-deposits.ts';
import { recordDeposit } from '#shared/services/deposits/record-deposits.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { aLedgerDesk, LOT, moved } from './a-ledger-desk.ts';

const HEADINGS = '标的编号,竞买号,保管方,截止日期,已交(元),转价款,转履约保证金,已退还,没收,在途';
const GOOD = ['WX-1,A1,镇街,2024-05-01,300,300,0,0,0,0', 'WX-1,A2,镇街,2024-05-01,"3,000.50",,,1000,,2000.50'];

function table(...rows: readonly string[]) {
  const bytes = new TextEncoder().encode(['保证金期初台账', HEADINGS, ...rows].join('\n'));
  return { platform: PUBLIC, fileName: '期初.csv', sheets: openSheets(bytes) };
}

describe('importing opening balances', () => {
  it('takes a lot’s rows in as one event, and the same table again changes nothing', async () => {
    const { ports } = await aLedgerDesk();

    const first = await importOpenings(PEOPLE.office, ports, table(...GOOD, '合计,,,,3300.50'));
    const again = await importOpenings(PEOPLE.township, ports, table(...GOOD));

    expect(first).toEqual({ lots: [{ lot: 'WX-1', lotId: LOT, rows: 2, what: 'imported' }], faults: [] });
    expect(again.lots.map(({ what }) => what)).toEqual(['known']);
    const { lines } = await readDeposits(PEOPLE.office, ports);
    expect(lines.map(({ account }) => [account.bidder, account.counted.toPrice, account.counted.held])).toEqual([
      ['A1', 300_00, 0],
      ['A2', 0, 2_000_50],
    ]);
  });

  it('names each fault at its cell, takes nothing of that lot and all of the others', async () => {
    const { ports, addLot } = await aLedgerDesk();
    await addLot('WX-2');
    const bad = [
      'WX-2,王测试,镇街,2024-05-01,300,,,,,300',
      'WX-2,A2,银行,2024-05-01,300,,,,,300',
      'WX-2,A3,镇街,2024-05-01,300,,,100,,100',
      'WX-2,A4,镇街,2030-01-01,三百,,,,,300',
      ',A5,镇街,2024-05-01,300,,,,,300',
      'WX-9,A6,镇街,2024-05-01,300,,,,,300',
    ];

    const { lots, faults } = await importOpenings(PEOPLE.office, ports, table(...GOOD, ...bad));

    expect(lots.map(({ lot, what }) => [lot, what])).toEqual([
      ['WX-1', 'imported'],
      ['WX-2', 'refused'],
      ['WX-9', 'refused'],
    ]);
    expect(faults.map(({ at }) => at)).toEqual(['第9行', 'B5', 'C6', 'E7', 'D8', 'E8', '第10行']);
    expect(JSON.stringify(faults)).not.toContain('王测试');
    expect((await readDeposits(PEOPLE.office, ports)).lines.every(({ lotId }) => lotId === LOT)).toBe(true);
  });

  it('takes the mended rest of a table without doubling what it has', async () => {
    const { ports, addLot } = await aLedgerDesk();
    await addLot('WX-2');
    await importOpenings(PEOPLE.office, ports, table(...GOOD, 'WX-2,A1,镇街,2024-05-01,300,,,,,200'));

    const { lots } = await importOpenings(
      PEOPLE.office,
      ports,
      table('WX-2,A1,镇街,2024-05-01,300,,,,,300', ...GOOD.toReversed()),
    );

    expect(lots.map(({ lot, what }) => [lot, what])).toEqual([
      ['WX-2', 'imported'],
      ['WX-1', 'known'],
    ]);
    expect((await readDeposits(PEOPLE.office, ports)).lines).toHaveLength(3);
  });

  it('refuses an opening of an account that has entries, and one row twice', async () => {
    const { ports, command } = await aLedgerDesk();
    await recordDeposit(PEOPLE.office, ports, LOT, command(), moved('paid'));

    const known = await importOpenings(PEOPLE.office, ports, table(...GOOD));
    const twice = await importOpenings(PEOPLE.office, ports, table(GOOD[1] ?? '', GOOD[1] ?? ''));

    expect(known.lots[0]?.what).toBe('refused');
    expect(known.faults[0]?.at).toBe('第3行');
    expect(twice.faults[0]?.at).toBe('第4行');
  });

  it('lets a township bring only what it holds', async () => {
    const { ports } = await aLedgerDesk();

    const { lots } = await importOpenings(PEOPLE.township, ports, table('WX-1,A1,平台,2024-05-01,300,,,,,300'));

    expect(lots[0]?.what).toBe('refused');
  });

  it('refuses a table whose columns it does not find, naming them', async () => {
    const { ports } = await aLedgerDesk();
    const sheets = openSheets(new TextEncoder().encode('标的编号,竞买号,金额\nWX-1,A1,300'));

    const importing = importOpenings(PEOPLE.office, ports, { platform: PUBLIC, fileName: 'a.csv', sheets });

    await expect(importing).rejects.toMatchObject({
      code: 'IMPORT.UNREADABLE',
      details: { errors: [{ detail: '没有找到表头,或缺少这些列:保管方、截止日期、已交' }] },
    });
  });
});

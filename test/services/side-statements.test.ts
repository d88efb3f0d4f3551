import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import type { DepositsObservation } from '#shared/domain/deposits/ledger-statement.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import type { StatedTotals } from '#shared/domain/reconciliation/stated-totals.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { readStatedDeposits, readStatedLedger, readStatedTotals } from '#shared/services/side-statements.ts';
import { repairedPlatform, virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { aDesk, aPage, minute } from '#test/support/builders.ts';

const LOT = toLotId('virtual', '1024');
const NOTHING = { lots: [], bids: [], quarantined: [] };

function refundedOf(refunded: number, setAside = 0): DepositsObservation {
  const row = { bidder: 'A1', paid: fen(300), converted: fen(0), refunded: fen(refunded), forfeited: fen(0) };
  return { externalId: '1024', deposits: [{ ...row, held: fen(300 - refunded) }], setAside };
}

function aTotal(sold: number, of: Partial<StatedTotals> = {}): StatedTotals {
  return { from: '2024-01-01' as LocalDate, to: '2024-03-31' as LocalDate, scope: '吴兴区', sold, ...of };
}

describe('what a document states beside its lots', () => {
  it('is kept with its document, without a lot being made of it', async () => {
    const { bring, map, records } = aDesk();

    const id = await bring(aPage({ deposits: [refundedOf(100)] }), 5, 'deposits');
    const outcome = await map(id);

    expect(outcome).toMatchObject({ outcome: 'applied', lots: 0, changed: [] });
    expect(await readStatedLedger(records, 'virtual', LOT)).toEqual({
      lotId: LOT,
      stamp: { at: minute(5), rank: 7, document: id },
      says: refundedOf(100),
    });
  });

  it('is the newest word whatever the order of arrival, for each lot, period and scope of its own', async () => {
    const { bring, map, records } = aDesk();
    const other = { ...refundedOf(0), externalId: '1025' };

    await map(await bring(aPage({ deposits: [refundedOf(300)], totals: [aTotal(9)] }), 20, 'deposits'));
    await map(await bring(aPage({ deposits: [refundedOf(100), other], totals: [aTotal(7)] }), 5, 'deposits'));
    await map(await bring(aPage({ totals: [aTotal(3, { scope: null }), aTotal(4, { scope: '' })] }), 6, 'deposits'));

    const ledgers = await readStatedDeposits(records, 'virtual');
    expect(ledgers.map(({ says }) => says.deposits[0]?.refunded)).toEqual([300, 0]);
    const totals = await readStatedTotals(records, 'virtual');
    expect(totals.map(({ says }) => [says.scope, says.sold])).toEqual([
      [null, 3],
      ['', 4],
      ['吴兴区', 9],
    ]);
  });

  it('writes nothing when the same document comes again after a crash before its outcome', async () => {
    const { bring, map, records } = aDesk();
    const id = await bring(aPage({ deposits: [refundedOf(100)] }), 5, 'deposits');
    const dying = {
      ...records,
      put: (async (item, condition) => {
        if (item.sk === 'OUTCOME') throw new Error('the worker died');
        return records.put(item, condition);
      }) satisfies typeof records.put,
    };

    await expect(map(id, { records: dying })).rejects.toThrow('died');
    await map(id);

    const [item] = await records.query({ pk: 'DEPOSITS#virtual' });
    expect(item?.['v']).toBe(1);
  });

  it('is what today’s mapping reads once the document is replayed', async () => {
    const { bring, map, ports, clock, records } = aDesk();
    const firstReading = { says: { ...NOTHING, deposits: [refundedOf(0, 1)] } };
    const misread = { ...aPage({ deposits: [refundedOf(300)] }), first: firstReading };
    const id = await bring(misread, 5, 'deposits');
    await map(id, { platforms: [virtualPlatform] });

    const part = { schema: 'replay-requested.v1', replayId: 'r1', part: 1, lots: [], correlationId: 'c' } as const;
    const replaying = { ...ports, platforms: [repairedPlatform], clock };
    await replayDocuments(systemCaller('replay'), replaying, { ...part, documents: [id] });

    expect((await readStatedLedger(records, 'virtual', LOT))?.says).toEqual(refundedOf(300));
  });

  it('gives way again once its document turns out older than it was taken for', async () => {
    const { bring, map, ports, clock, records } = aDesk();
    const firstReading = { says: { ...NOTHING, clock: minute(30), deposits: [refundedOf(0)] } };
    const tooLate = await bring({ ...aPage({ deposits: [refundedOf(0)] }), first: firstReading }, 5, 'deposits');
    await map(tooLate, { platforms: [virtualPlatform] });
    await map(await bring(aPage({ deposits: [refundedOf(200)] }), 20, 'deposits'));

    const part = { schema: 'replay-requested.v1', replayId: 'r1', part: 1, lots: [], correlationId: 'c' } as const;
    const replaying = { ...ports, platforms: [repairedPlatform], clock };
    await replayDocuments(systemCaller('replay'), replaying, { ...part, documents: [tooLate] });

    expect((await readStatedLedger(records, 'virtual', LOT))?.says).toEqual(refundedOf(200));
  });

  it.each([
    ['ends before it begins', { to: '2023-12-31' as LocalDate }],
    ['is of something with an endless name', { scope: '区'.repeat(121) }],
  ])('refuses a document with a total that %s', async (_, of) => {
    const { bring, map, records } = aDesk();

    const outcome = await map(await bring(aPage({ totals: [aTotal(1, of)] }), 5, 'deposits'));

    expect(outcome).toMatchObject({ outcome: 'refused', code: 'DOCUMENT.DRIFT' });
    expect(await readStatedTotals(records, 'virtual')).toEqual([]);
  });
});

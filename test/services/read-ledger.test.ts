import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { readLedger } from '#shared/services/quarantine/read-ledger.ts';
import { aLot, aPage, minute } from '#test/support/builders.ts';
import { aReplayDesk, OPERATOR } from './replay-desk.ts';

const NOTHING = { complained: 0, repaired: 0, open: 0, repairRate: null, total: null };
const row = { path: '/rows/3', reason: 'unknown status word' };

function aLedgerDesk() {
  const desk = aReplayDesk();
  const ledger = async () => (await readLedger(OPERATOR, desk, ['virtual']))[0];
  const take = async (...[content, at, kind]: Parameters<typeof desk.bring>) => {
    const documentId = await desk.bring(content, at, kind);
    await desk.map(documentId);
    return documentId;
  };
  return { ...desk, ledger, take };
}

describe('the ledger of a platform', () => {
  it('counts a refused document as open, and as repaired once a replay could read it', async () => {
    const desk = aLedgerDesk();
    const documentId = await desk.take({ ...aPage({ lots: [aLot()] }), first: { refused: 'DOCUMENT.DRIFT' } }, 0);

    const before = await desk.ledger();
    await desk.replay({ documents: [documentId] });

    expect(before).toMatchObject({ complained: 1, repaired: 0, open: 1, repairRate: 0 });
    expect(await desk.ledger()).toMatchObject({ complained: 1, repaired: 1, open: 0, repairRate: 1_000_000 });
  });

  it('counts documents with unreadable rows too, and leaves out those nobody complained of', async () => {
    const desk = aLedgerDesk();
    const mended = await desk.take({ ...aPage({ lots: [aLot()] }), first: aPage({ quarantined: [row, row] }) }, 0);
    await desk.take(aPage({ quarantined: [row] }), 1);
    await desk.take({ refused: 'DOCUMENT.BLOCKED' }, 2);
    await desk.take(aPage({ lots: [aLot()] }), 3);

    await desk.replay({ documents: [mended] });

    expect(await desk.ledger()).toMatchObject({ complained: 3, repaired: 1, open: 2, repairRate: 333_333 });
  });

  it('keeps the total of the document with the newest source time, whatever the order of arrival', async () => {
    const desk = aLedgerDesk();
    const newest = await desk.take(aPage({ lots: [aLot()], listed: 61 }), 20, 'list');
    await desk.take(aPage({ lots: [aLot()], listed: 58 }), 10, 'list');
    await desk.take(aPage({ lots: [aLot()] }), 30);

    const ledger = await desk.ledger();

    expect(ledger?.total).toEqual({ listed: 61, documentId: newest, at: minute(20) });
  });

  it('takes a total of none for a total', async () => {
    const desk = aLedgerDesk();
    await desk.take(aPage({ listed: 61 }), 10, 'list');
    await desk.take(aPage({ listed: 0 }), 20, 'list');

    expect((await desk.ledger())?.total).toMatchObject({ listed: 0, at: minute(20) });
  });

  it('learns a total from a replay where the mapping reads one by now', async () => {
    const desk = aLedgerDesk();
    const documentId = await desk.take({ ...aPage({ listed: 61 }), first: aPage() }, 10, 'list');
    expect((await desk.ledger())?.total).toBeNull();

    await desk.replay({ documents: [documentId] });

    expect((await desk.ledger())?.total).toMatchObject({ listed: 61, documentId });
  });

  it('knows no rate and no total of a platform that sent nothing', async () => {
    const desk = aLedgerDesk();

    expect(await readLedger(OPERATOR, desk, ['virtual', 'other'])).toEqual([
      { platform: 'virtual', ...NOTHING },
      { platform: 'other', ...NOTHING },
    ]);
  });

  it('is not for the public', async () => {
    await expect(readLedger(PUBLIC_CALLER, aLedgerDesk(), ['virtual'])).rejects.toMatchObject({
      code: 'ACCESS.DENIED',
    });
  });
});

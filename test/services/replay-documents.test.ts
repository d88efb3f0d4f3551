import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { aBid, aBidsPage, aLot, aLotSaying, aPage, minute } from '#test/support/builders.ts';
import { aReplayDesk, LOT, OPERATOR } from './replay-desk.ts';

const WRONG = 'virtual.9999' as LotId;
const row = { path: '/rows/3', reason: 'unknown status word' };

describe('replayDocuments', () => {
  it('turns a refused document into facts and closes it in the index', async () => {
    const desk = aReplayDesk();
    const page = {
      ...aPage({ lots: [aLot({ currentPrice: fen(7) })] }),
      first: { refused: 'DOCUMENT.DRIFT' } as const,
    };
    const documentId = await desk.bring(page, 0);
    expect(await desk.map(documentId)).toMatchObject({ outcome: 'refused', kind: 'lot', mappingVersion: 1 });
    expect(await desk.waiting(documentId)).toMatchObject({ open: true, code: 'DOCUMENT.DRIFT', mappingVersion: 1 });

    const part = await desk.replay({ documents: [documentId] });

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card).toMatchObject({ version: 1, title: '梧桐村厂房', currentPriceFen: 7 });
    expect(part.documents).toMatchObject([{ documentId, before: 'refused', after: 'applied' }]);
    expect(part.counts).toMatchObject({ documents: 1, mended: 1, lots: 1, changed: 1 });
    expect(await desk.waiting(documentId)).toMatchObject({ open: false, mappingVersion: 2 });
    expect(await desk.map(documentId)).toMatchObject({ outcome: 'applied', mappingVersion: 2, replay: 'replay-1' });
    expect(desk.changes.sent.map(({ body }) => body)).toMatchObject([
      { causedBy: 'replay:replay-1', correlationId: 'replay-1', lots: [{ lotId: LOT, version: 1 }] },
    ]);
  });

  it('applies a row that was quarantined before', async () => {
    const desk = aReplayDesk();
    const says = aPage({ lots: [aLot()] });
    const documentId = await desk.bring({ ...says, first: aPage({ quarantined: [row] }) }, 0);
    await desk.map(documentId);
    expect(await desk.waiting(documentId)).toMatchObject({ open: true, complaints: [row], quarantined: 1 });

    const part = await desk.replay({ documents: [documentId] });

    expect(part.documents).toMatchObject([{ before: 'applied', complaintsBefore: 1, complaintsAfter: 0 }]);
    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card.title).toBe('梧桐村厂房');
    expect(await desk.waiting(documentId)).toMatchObject({ open: false, complaints: [] });
  });

  it('takes back what an earlier mapping misread, also of a lot the document does not show', async () => {
    const desk = aReplayDesk();
    await desk.map(await desk.bring(aPage({ lots: [{ externalId: '9999', facts: { title: 'right' } }] }), 0));
    const misread = aPage({ lots: [{ externalId: '9999', facts: { title: 'wrong', round: 2 } }] });
    const documentId = await desk.bring({ ...aPage({ lots: [aLot()] }), first: misread }, 1);
    await desk.map(documentId);

    const part = await desk.replay({ documents: [documentId] });

    expect((await readLot(PUBLIC_CALLER, desk, WRONG)).card).toMatchObject({ title: 'right', round: null, version: 3 });
    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card.title).toBe('梧桐村厂房');
    expect(part.lots.find(({ lotId }) => lotId === WRONG)?.differences).toEqual([
      { fact: 'round', before: 2, after: null },
      { fact: 'title', before: 'wrong', after: 'right' },
    ]);
  });

  it('moves a document whose clock is read otherwise now', async () => {
    const desk = aReplayDesk();
    const [old, young] = [aLotSaying({ title: 'old' }), aLotSaying({ title: 'young' })];
    const page = { ...aPage({ clock: minute(1), lots: [old] }), first: aPage({ clock: minute(9), lots: [old] }) };
    const documentId = await desk.bring(page, 9);
    await desk.map(documentId);
    await desk.map(await desk.bring(aPage({ lots: [young] }), 5));

    await desk.replay({ documents: [documentId] });

    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ title: 'young', asOf: minute(5) });
  });

  it('moves bids to a new generation, of which the old chunks are no part', async () => {
    const desk = aReplayDesk();
    const seconds = (to: number) => Array.from({ length: to }, (_, second) => aBid(second + 1));
    await desk.map(await desk.bring({ ...aBidsPage(seconds(23)), first: aBidsPage(seconds(40)) }, 0));

    await desk.replay({ lots: [LOT] });

    const { card, bids } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card.bidCount).toBe(23);
    expect(bids).toHaveLength(23);
    expect(desk.state()).toMatchObject({ generation: 2, v: 2, lastDocument: 'replay:replay-1#1' });
    const chunks = desk.records.items(`LOT#${LOT}`).filter(({ sk }) => sk.startsWith('BIDS#0002#'));
    const names = (desk.state()?.['chunks'] ?? []) as readonly [string, number][];
    expect(names.map(([id]) => `BIDS#0002#${id}`).sort()).toEqual(chunks.map(({ sk }) => sk));
  });

  it('writes and announces nothing where nothing differs', async () => {
    const desk = aReplayDesk();
    const documentId = await desk.bring(aPage({ lots: [aLot()], bids: [{ externalId: '1024', bids: [aBid(1)] }] }), 0);
    await desk.map(documentId);
    const before = desk.records.items('LOT#');

    const part = await desk.replay({ documents: [documentId], lots: [LOT] });

    expect(desk.records.items('LOT#')).toEqual(before);
    expect(desk.changes.sent).toHaveLength(1);
    expect(part).toMatchObject({ documents: [], lots: [], counts: { documents: 1, lots: 1, changed: 0 } });
  });

  it('keeps a lot that no document shows any more, and says so', async () => {
    const desk = aReplayDesk();
    const documentId = await desk.bring({ refused: 'DOCUMENT.DRIFT', first: aPage({ lots: [aLot()] }) }, 0);
    await desk.map(documentId);
    const before = desk.state();

    const part = await desk.replay({ documents: [documentId] });

    expect(desk.state()).toEqual(before);
    expect(part.lots).toMatchObject([{ lotId: LOT, unsupported: true, changed: false, unreadable: [documentId] }]);
    expect(part.counts).toMatchObject({ broken: 1, unsupported: 1 });
    expect(await desk.waiting(documentId)).toMatchObject({ open: true, code: 'DOCUMENT.DRIFT' });
  });

  it('works for the system only', async () => {
    const desk = aReplayDesk();
    const head = { schema: 'replay-requested.v1', replayId: 'r', part: 1, correlationId: 'r' } as const;

    const asked = replayDocuments(OPERATOR, desk.ports, { ...head, documents: [], lots: [LOT] });

    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

describe('a document refused by a later mapping', () => {
  it('does not keep a late document from being merged', async () => {
    const desk = aReplayDesk();
    const first = aPage({ lots: [aLotSaying({ title: 'newest' })] });
    await desk.map(await desk.bring({ refused: 'DOCUMENT.DRIFT', first }, 9));

    const outcome = await desk.map(await desk.bring(aPage({ lots: [aLotSaying({ round: 2 })] }), 1), desk.ports);

    expect(outcome).toMatchObject({ outcome: 'applied', mappingVersion: 2 });
    expect((await readLot(PUBLIC_CALLER, desk, LOT)).card).toMatchObject({ title: 'newest', round: 2 });
  });
});

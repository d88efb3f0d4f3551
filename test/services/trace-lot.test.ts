import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import { fen } from '#shared/domain/money.ts';
import { traceLot } from '#shared/services/replay/trace-lot.ts';
import { aBid, aBidsPage, aLot, aLotSaying, aPage, minute } from '#test/support/builders.ts';
import { aReplayDesk, LOT, OPERATOR } from './replay-desk.ts';

describe('traceLot', () => {
  it('tells the story of a lot, oldest source first', async () => {
    const desk = aReplayDesk();
    const bids = await desk.bring(aBidsPage([aBid(1), aBid(2)]), 5, 'bids');
    const unchanged = await desk.bring(aPage({ lots: [aLotSaying({ title: '梧桐村厂房' })] }), 3, 'list');
    const first = await desk.bring(aPage({ lots: [aLot({ startPrice: fen(5) })] }), 1);
    const unmapped = await desk.bring(aPage({ lots: [aLot()] }), 9);
    for (const documentId of [first, bids, unchanged]) await desk.map(documentId);

    const trace = await traceLot(OPERATOR, desk, LOT);

    expect(trace).toMatchObject({ lotId: LOT, version: 2, generation: 1, bids: 2, lastDocument: bids });
    expect(trace.documents).toMatchObject([
      { documentId: first, kind: 'lot', sourceTime: minute(1), outcome: 'applied', version: 1 },
      { documentId: unchanged, kind: 'list', sourceTime: minute(3), outcome: 'applied', facts: [], version: null },
      { documentId: bids, kind: 'bids', sourceTime: minute(5), outcome: 'applied', facts: [], version: 2 },
    ]);
    expect(trace.documents[0]).toMatchObject({ facts: ['title', 'startPrice', 'status'], mappingVersion: 1 });
    expect(trace.documents[0]?.receivedAt).toBe(desk.clock.now());
    expect(trace.documents.map(({ documentId }) => documentId)).not.toContain(unmapped);
  });

  it('tells what a replay made of it', async () => {
    const desk = aReplayDesk();
    const misread = aPage({ lots: [aLot({ round: 2 })] });
    const mended = await desk.bring({ ...aPage({ lots: [aLot({ round: 1 })] }), first: misread }, 1);
    const broken = await desk.bring({ refused: 'DOCUMENT.DRIFT', first: aPage({ lots: [aLot({ bidCount: 4 })] }) }, 2);
    for (const documentId of [mended, broken]) await desk.map(documentId);

    await desk.replay({ documents: [mended, broken] });

    const trace = await traceLot(OPERATOR, desk, LOT);
    expect(trace).toMatchObject({ version: 3, generation: 2, lastDocument: 'replay:replay-1#1' });
    expect(trace.documents).toMatchObject([
      { documentId: mended, outcome: 'applied', mappingVersion: 2, replay: 'replay-1', version: 1 },
      { documentId: broken, outcome: 'refused', code: 'DOCUMENT.DRIFT', mappingVersion: 2, facts: [] },
    ]);
  });

  it('is for operators, and knows nothing of a lot nobody saw', async () => {
    const desk = aReplayDesk();

    await expect(traceLot(PUBLIC_CALLER, desk, LOT)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(traceLot(OPERATOR, desk, 'virtual.x' as LotId)).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });
});

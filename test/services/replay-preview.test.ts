import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { fen } from '#shared/domain/money.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { virtualPlatform } from '#test/simulation/virtual-platform.ts';
import { aBid, aBidsPage, aLot, aLotSaying, aPage } from '#test/support/builders.ts';
import { aReplayDesk, LOT } from './replay-desk.ts';

/** A mapping somebody broke: it takes every price for a hundredth and knows lists no more. */
const brokenPlatform: AuctionPlatform = {
  manifest: { ...virtualPlatform.manifest, mappingVersion: 3 },
  map(document) {
    if (document.kind === 'list') throw new AppError('DOCUMENT.DRIFT', 'broken');
    const said = virtualPlatform.map(document);
    const lots = said.lots.map((lot) => {
      const { startPrice, ...facts } = lot.facts;
      return { ...lot, facts: startPrice === undefined ? facts : { ...facts, startPrice: fen(startPrice / 100) } };
    });
    return { ...said, lots };
  },
};

async function aMappedDesk() {
  const desk = aReplayDesk();
  const list = await desk.bring(aPage({ lots: [aLotSaying({ title: '梧桐村厂房', round: 1 })] }), 0, 'list');
  const lot = await desk.bring(aPage({ lots: [aLot({ startPrice: fen(500_00) })] }), 1);
  const bids = await desk.bring(aBidsPage([aBid(1), aBid(2)]), 2, 'bids');
  for (const documentId of [list, lot, bids]) await desk.map(documentId);
  return { ...desk, list, lot, bids };
}

describe('previewReplay', () => {
  it('shows what a broken mapping would change and writes nothing', async () => {
    const desk = await aMappedDesk();
    const before = desk.records.items();

    const report = await desk.preview({ documents: [desk.list, desk.lot] }, { platforms: [brokenPlatform] });

    expect(report.documents).toMatchObject([
      { documentId: desk.list, before: 'applied', after: 'refused', code: 'DOCUMENT.DRIFT', reason: 'broken' },
      { documentId: desk.lot, before: 'applied', after: 'applied' },
    ]);
    expect(report.lots).toMatchObject([{ lotId: LOT, changed: true, unreadable: [desk.list] }]);
    expect(report.lots[0]?.differences).toEqual([
      { fact: 'round', before: 1, after: null },
      { fact: 'startPrice', before: 500_00, after: 5_00 },
    ]);
    expect(desk.records.items()).toEqual(before);
    expect(desk.changes.sent).toHaveLength(3);
  });

  it('shows no difference where the records are the fold of their documents', async () => {
    const desk = await aMappedDesk();

    const { lots } = await desk.preview({ lots: [LOT] });

    expect(lots).toMatchObject([{ lotId: LOT, version: 3, changed: false, unreadable: [], differences: [] }]);
    expect(lots[0]).not.toHaveProperty('unsupported');
  });

  it('shows no difference where the record names another document for the same value', async () => {
    const desk = aReplayDesk();
    for (const minutes of [5, 1]) await desk.map(await desk.bring(aPage({ lots: [aLot()] }), minutes));

    const { lots } = await desk.preview({ lots: [LOT] });

    expect(lots).toMatchObject([{ changed: false, differences: [] }]);
  });

  it('foretells the digest that the replay leaves', async () => {
    const desk = await aMappedDesk();
    const broken = { platforms: [brokenPlatform] };
    const [foretold] = (await desk.preview({ lots: [LOT] }, broken)).lots;
    const [standing] = (await desk.preview({ lots: [LOT] })).lots;

    await desk.replay({ lots: [LOT] }, broken);

    const [after] = (await desk.preview({ lots: [LOT] }, broken)).lots;
    expect(after).toMatchObject({ digest: foretold?.digest, changed: false });
    await desk.replay({ lots: [LOT] }, {}, 'replay-2');
    expect((await desk.preview({ lots: [LOT] })).lots).toMatchObject([{ digest: standing?.digest, changed: false }]);
  });

  it('counts the bids that only one side has', async () => {
    const desk = aReplayDesk();
    const documentId = await desk.bring({ ...aBidsPage([aBid(1), aBid(3)]), first: aBidsPage([aBid(1), aBid(2)]) }, 0);
    await desk.map(documentId);

    const { lots } = await desk.preview({ documents: [documentId] });

    const bids = { fact: 'bids', before: { count: 2, onlyHere: 1 }, after: { count: 2, onlyHere: 1 } };
    expect(lots[0]?.differences).toEqual([bids]);
  });

  it('shows a lot of a document that was never mapped', async () => {
    const desk = aReplayDesk();
    const documentId = await desk.bring(aPage({ lots: [aLot()] }), 0);

    const report = await desk.preview({ documents: [documentId] });

    expect(report.documents).toMatchObject([{ before: 'none', after: 'applied' }]);
    expect(report.lots).toMatchObject([{ lotId: LOT, version: 0, changed: true }]);
    expect(desk.records.items()).toEqual([]);
  });

  it('is not for the public', async () => {
    const desk = aReplayDesk();

    const asked = previewReplay(PUBLIC_CALLER, desk.ports, { documents: [], lots: [LOT] });

    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

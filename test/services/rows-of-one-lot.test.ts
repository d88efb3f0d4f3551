import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { fen } from '#shared/domain/money.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { aBid, aDesk, aLot, aLotSaying, aPage } from '#test/support/builders.ts';

const LOT = 'virtual.1024';

describe('rows of one document about one lot', () => {
  it('add up, and the later row counts where both speak', async () => {
    const desk = aDesk();
    const rows = [aLot({ title: 'first', startPrice: fen(5) }, 'bidding'), aLotSaying({ title: 'second', round: 2 })];

    await desk.map(await desk.bring(aPage({ lots: rows }), 0));

    const { card } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card).toMatchObject({ title: 'second', startPriceFen: 5, round: 2, status: 'bidding', version: 1 });
  });

  it('show a bid as often as the table that shows it most', async () => {
    const desk = aDesk();
    const bids = [
      { externalId: '1024', bids: [aBid(1), aBid(1), aBid(2)] },
      { externalId: '1024', bids: [aBid(1, { standing: 'taken-back' }), aBid(3)] },
    ];

    await desk.map(await desk.bring(aPage({ bids }), 0));

    const shown = (await readLot(PUBLIC_CALLER, desk, LOT)).bids;
    expect(shown.map(({ count, standing }) => [count, standing])).toEqual([
      [2, 'taken-back'],
      [1, 'outbid'],
      [1, 'outbid'],
    ]);
  });
});

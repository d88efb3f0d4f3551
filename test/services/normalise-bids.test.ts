import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { aBid, aBidsPage, aDesk } from '#test/support/builders.ts';
import { measureEventCosts } from '#test/support/write-units.ts';

const LOT = 'virtual.1024';

function seconds(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => aBid(from + index));
}

describe('normaliseDocument and bids', () => {
  it('counts 23 bids read as 20, 20 and 23 as 23', async () => {
    const desk = aDesk();
    const pages = [seconds(1, 20), seconds(4, 23), seconds(1, 23)];

    for (const [index, bids] of pages.entries()) await desk.map(await desk.bring(aBidsPage(bids.toReversed()), index));

    const { card, bids } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card.bidCount).toBe(23);
    expect(bids.map(({ price }) => price)).toEqual(seconds(1, 23).map(({ price }) => price));
  });

  it('keeps equal bids of one second apart by counting them', async () => {
    const desk = aDesk();
    const twice = [aBid(5), aBid(5)];

    await desk.map(await desk.bring(aBidsPage([aBid(5)]), 0));
    await desk.map(await desk.bring(aBidsPage([...twice, aBid(4)]), 1));
    await desk.map(await desk.bring(aBidsPage([...twice, aBid(6)]), 2));

    const { card, bids } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(card.bidCount).toBe(4);
    expect(bids.map(({ count }) => count)).toEqual([1, 2, 1]);
  });

  it('lets the most informed word on a bid stand, whichever came last', async () => {
    const desk = aDesk();

    await desk.map(await desk.bring(aBidsPage([aBid(1, { standing: 'taken-back' })]), 1));
    await desk.map(await desk.bring(aBidsPage([aBid(1, { standing: 'leading' })]), 2));

    expect((await readLot(PUBLIC_CALLER, desk, LOT)).bids).toMatchObject([{ standing: 'taken-back' }]);
  });

  it('restates an early bid of a long log without touching the full chunks', async () => {
    const desk = aDesk();
    await desk.map(await desk.bring(aBidsPage(seconds(1, 80)), 0));
    const before = desk.records.items('LOT#').filter(({ sk }) => sk.startsWith('BIDS#'));

    await desk.map(await desk.bring(aBidsPage([aBid(2, { standing: 'taken-back' })]), 1));

    const after = desk.records.items('LOT#').filter(({ sk }) => sk.startsWith('BIDS#'));
    const { card, bids } = await readLot(PUBLIC_CALLER, desk, LOT);
    expect(before.length).toBeGreaterThan(2);
    expect(after).toHaveLength(before.length + 1);
    expect(card.bidCount).toBe(80);
    expect(bids[1]).toMatchObject({ standing: 'taken-back', count: 1 });
  });
});

describe('what events cost', () => {
  it('writes nothing to a lot for a page that says nothing new, nor for a redelivery', async () => {
    const costs = new Map((await measureEventCosts()).map(({ event, usage }) => [event, usage]));

    expect(costs.get('unchanged page')?.puts['LOT']).toBeUndefined();
    expect(costs.get('redelivery')?.writeUnits).toBe(0);
  });

  it('writes a new lot with all its facts with four units, three bids with five', async () => {
    const costs = new Map((await measureEventCosts()).map(({ event, usage }) => [event, usage.writeUnits]));

    expect(costs.get('new lot')).toBe(4);
    expect(costs.get('three bids')).toBe(5);
    expect(costs.get('three more bids')).toBe(5);
  });
});

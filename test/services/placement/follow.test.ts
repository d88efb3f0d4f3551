import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { followRecord } from '#shared/services/placement/follow.ts';
import { askWithdrawal } from '#shared/services/placement/reasoned-commands.ts';
import { keys } from '#shared/services/records/keys.ts';
import { aStamp } from '#test/support/builders.ts';
import { PEOPLE } from '#test/support/desk.ts';
import {
  aPlacementDesk,
  listingNow,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  published,
  seen,
} from './placement-desk.ts';

async function follow(desk: PlacementDesk, id: string) {
  await followRecord(desk.ports, await placementNow(desk, id));
  return placementNow(desk, id);
}

async function dueAt(desk: PlacementDesk, id: string) {
  return (await desk.records.get(keys.placementWork(id)))?.['dueAt'];
}

describe('following a lot', () => {
  it('looks each minute for an hour, then every ten, while no document of the platform shows it', async () => {
    const desk = await aPlacementDesk();
    const { id } = await published(desk);
    expect(await dueAt(desk, id)).toBe(addMs(desk.clock.now(), MINUTE_MS));

    await seen(desk, { facts: {}, outcomes: {} });
    expect((await follow(desk, id)).state).toBe('accepted');
    expect(await dueAt(desk, id)).toBe(addMs(desk.clock.now(), MINUTE_MS));
    desk.clock.advance(60 * MINUTE_MS);
    await follow(desk, id);

    expect(await dueAt(desk, id)).toBe(addMs(desk.clock.now(), 10 * MINUTE_MS));
  });

  it('shows what the platform changed, once for each change', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);
    const price = { startPrice: { value: fen(1_00), stamp: aStamp(1) } };

    await seen(desk, { facts: {}, outcomes: {} }, 'announced');
    await follow(desk, id);
    await seen(desk, { facts: price, outcomes: {} }, 'announced');
    const { shown, version } = await follow(desk, id);
    const again = await follow(desk, id);

    expect(shown?.differences.map(({ what }) => what)).toEqual(['起拍价']);
    expect(again.version).toBe(version);
    expect((await listingNow(desk, listing.id)).state).toBe('placed');
  });

  it('confirms from the platform’s own page that it was taken down', async () => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);
    await askWithdrawal(PEOPLE.office, desk.ports, id, desk.command(), { reason: '撤回出租' });

    await seen(desk, { facts: {}, outcomes: { withdrawn: aStamp(2) } });
    const { state } = await follow(desk, id);

    expect(state).toBe('withdrawn');
    expect((await listingNow(desk, listing.id)).state).toBe('withdrawn');
  });

  it.each([
    ['a sale at what was paid', { outcomes: { sold: aStamp(3) }, hammer: 1.5 }, 'sold'],
    ['a round without bids', { outcomes: { 'passed-in': aStamp(3) }, hammer: null }, 'failed'],
    ['nothing of a sale that shows no price', { outcomes: { sold: aStamp(3) }, hammer: null }, 'placed'],
    ['nothing of a sale below the start price', { outcomes: { sold: aStamp(3) }, hammer: 0.5 }, 'placed'],
  ])('tells the listing %s', async (_, { outcomes, hammer }, state) => {
    const desk = await aPlacementDesk();
    const { listing, id } = await published(desk);
    desk.clock.advance(10 * 24 * 60 * MINUTE_MS);
    const start = listing.terms.startPriceFen ?? fen(0);
    const price = hammer === null ? {} : { hammerPrice: { value: fen(Math.round(start * hammer)), stamp: aStamp(3) } };

    await seen(desk, { facts: price, outcomes });
    await follow(desk, id);

    const { state: told, rounds } = await listingNow(desk, listing.id);
    expect(told).toBe(state);
    expect(rounds[0]?.ended?.by.role).toBe(state === 'placed' ? undefined : 'system');
  });
});

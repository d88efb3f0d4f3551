import { describe, expect, it } from 'vitest';
import { PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { addMs } from '#shared/domain/time.ts';
import { wakeDue } from '#shared/services/placement/wake-due.ts';
import { putWork } from '#shared/services/placement/work.ts';
import { keys } from '#shared/services/records/keys.ts';
import { PUBLIC } from '#test/support/desk.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  published,
  work,
} from './placement-desk.ts';

async function wakeNow(desk: PlacementDesk) {
  desk.woken.length = 0;
  await wakeDue(systemCaller('wake'), { ...desk.ports, due: desk.records });
  return desk.woken;
}

describe('waking what is due', () => {
  it('makes up for a lost message, again after three minutes', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);

    expect(await wakeNow(desk)).toEqual([{ queue: 'preparations', placement: id }]);
    desk.clock.advance(2 * MINUTE_MS);
    expect(await wakeNow(desk)).toEqual([]);
    desk.clock.advance(MINUTE_MS);

    expect(await wakeNow(desk)).toEqual([{ queue: 'preparations', placement: id }]);
  });

  it('wakes the platform’s worker when the lease of a call without outcome ends, and when it is to be tried again', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    await work(desk, id, attempted(desk));

    expect(await wakeNow(desk)).toEqual([]);
    desk.clock.advance(2 * MINUTE_MS);
    expect(await wakeNow(desk)).toEqual([{ queue: PUBLIC, placement: id }]);
    const until = addMs(desk.clock.now(), 5 * MINUTE_MS);
    const data = { step: 'publish', code: 'PLATFORM.UNAVAILABLE', until, mayBeThere: false } as const;
    await work(desk, id, attempted(desk, 2), { type: 'postponed', data });
    desk.clock.advance(4 * MINUTE_MS);
    expect(await wakeNow(desk)).toEqual([]);
    desk.clock.advance(MINUTE_MS);

    expect(await wakeNow(desk)).toEqual([{ queue: PUBLIC, placement: id }]);
  });

  it('follows a lot of ours through the worker, and nothing that is over', async () => {
    const desk = await aPlacementDesk();
    const { id } = await published(desk);
    desk.clock.advance(MINUTE_MS);
    expect(await wakeNow(desk)).toEqual([{ queue: PUBLIC, placement: id }]);

    await work(desk, id, { type: 'ended', data: { outcome: 'sold' } });
    desk.clock.advance(60 * MINUTE_MS);

    expect(await wakeNow(desk)).toEqual([]);
    expect(await desk.records.get(keys.placementWork(id))).not.toHaveProperty('duePartition');
  });

  it('believes the note and the log, not an index that lags behind', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    const stale = await desk.records.due({ duePartition: 'placements', until: desk.clock.now(), limit: 10 });
    await putWork(desk.ports, await placementNow(desk, id), addMs(desk.clock.now(), MINUTE_MS));

    const { woken } = await wakeDue(systemCaller('wake'), { ...desk.ports, due: { due: async () => stale } });

    expect({ stale: stale.length, woken }).toEqual({ stale: 1, woken: 0 });
  });

  it('never lets the note of an older version replace a newer', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    const older = await placementNow(desk, id);
    await prepare(desk, id);

    await putWork(desk.ports, older, null);

    expect(await desk.records.get(keys.placementWork(id))).toMatchObject({ v: 2, dueAt: desk.clock.now() });
  });

  it('is for our own functions', async () => {
    const desk = await aPlacementDesk();

    const asked = wakeDue(PUBLIC_CALLER, { ...desk.ports, due: desk.records });

    await expect(asked).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { goOnWithPlatform } from '#shared/services/placement/go-on-with-platform.ts';
import { readBreaker, recordFailure } from '#shared/services/platform-calls/breaker.ts';
import { PUBLIC } from '#test/support/desk.ts';
import {
  anApproved,
  aPlacementDesk,
  attempted,
  connect,
  MINUTE_MS,
  type PlacementDesk,
  placementNow,
  prepare,
  work,
} from './placement-desk.ts';

async function waiting(desk: PlacementDesk, code: string): Promise<string> {
  const { id } = await anApproved(desk);
  await prepare(desk, id);
  const until = addMs(desk.clock.now(), 30 * MINUTE_MS);
  const data = { step: 'publish', code, until, mayBeThere: false } as const;
  await work(desk, id, attempted(desk), { type: 'postponed', data });
  desk.woken.length = 0;
  return id;
}

describe('a platform whose connection works again', () => {
  it('is gone on with at once where a placement waited for the connection', async () => {
    const desk = await aPlacementDesk();
    const id = await waiting(desk, 'SECRET.MISSING');

    await goOnWithPlatform(desk.ports, PUBLIC);

    expect(await placementNow(desk, id)).toMatchObject({ state: 'validated', postponedUntil: null });
    expect(desk.woken).toEqual([{ queue: PUBLIC, placement: id }]);
  });

  it('keeps its back-off where it was the platform that failed', async () => {
    const desk = await aPlacementDesk();
    const id = await waiting(desk, 'PLATFORM.UNAVAILABLE');

    await goOnWithPlatform(desk.ports, PUBLIC);

    expect(await placementNow(desk, id)).toMatchObject({ postponedFor: 'PLATFORM.UNAVAILABLE' });
    expect(desk.woken).toEqual([]);
  });

  it('is left alone no longer, and what never began is woken', async () => {
    const desk = await aPlacementDesk();
    const { id } = await anApproved(desk);
    await prepare(desk, id);
    for (let failures = 0; failures < 5; failures++) await recordFailure(desk.ports, PUBLIC);
    desk.woken.length = 0;

    await goOnWithPlatform(desk.ports, PUBLIC);

    expect(await readBreaker(desk.ports, PUBLIC)).toBeNull();
    expect(desk.woken).toEqual([{ queue: PUBLIC, placement: id }]);
  });

  it('stays as it is while the connection is disabled', async () => {
    const desk = await aPlacementDesk();
    const id = await waiting(desk, 'CONNECTION.MISSING');
    await connect(desk, false);

    await goOnWithPlatform(desk.ports, PUBLIC);

    expect(await placementNow(desk, id)).toMatchObject({ postponedFor: 'CONNECTION.MISSING' });
  });
});

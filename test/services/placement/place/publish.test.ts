import { describe, expect, it } from 'vitest';
import type { PlacementEvent } from '#shared/domain/placement/events.ts';
import { addMs } from '#shared/domain/time.ts';
import { aConnection, ID, LOT, somePublishing } from './material.ts';
import { aValidated, failing, type Placing, waitUntilDue } from './placing.ts';

const MINUTE_MS = 60_000;
const LOOKING = somePublishing({ onceBy: 'look' });

async function lastEvent(placing: Placing): Promise<PlacementEvent | undefined> {
  return (await placing.events()).at(-1);
}

describe('publishing at a platform that knows our reference', () => {
  it('takes the lease, asks for the lot and writes that it was accepted', async () => {
    const placing = await aValidated();
    placing.script = { publish: async () => LOT };

    await placing.run();

    expect((await placing.events()).slice(2)).toEqual([
      { type: 'attempted', data: { number: 1, step: 'publish', until: addMs(placing.ports.clock.now(), 120_000) } },
      { type: 'accepted', data: LOT },
    ]);
    expect(placing.asked).toEqual(['publish']);
    expect(await placing.workDueAt()).toBe(addMs(placing.ports.clock.now(), MINUTE_MS));
  });

  it('asks again with the same reference when an answer was lost', async () => {
    const placing = await aValidated();
    const references: string[] = [];
    placing.script = { publish: failing('PLATFORM.ANSWER_LOST') };
    await placing.run();
    const lost = await placing.placement();

    placing.script = {
      publish: async ({ reference }) => {
        references.push(reference);
        return LOT;
      },
    };
    await waitUntilDue(placing);
    await placing.run();

    expect(lost).toMatchObject({ state: 'submitted', mayBeThere: true, postponedFor: 'PLATFORM.ANSWER_LOST' });
    expect(references).toEqual([ID]);
    expect((await placing.placement()).state).toBe('accepted');
  });

  it('counts any error it does not know as a lost answer', async () => {
    const placing = await aValidated();
    placing.script = { publish: () => Promise.reject(new TypeError('a bug of ours')) };

    await placing.run();

    expect(await placing.placement()).toMatchObject({ mayBeThere: true, postponedFor: 'INTERNAL.UNEXPECTED' });
  });

  it('takes the lot that is there when an amended offer is refused after a lost answer', async () => {
    const placing = await aValidated();
    placing.script = { publish: failing('PLATFORM.ANSWER_LOST') };
    await placing.run();
    await waitUntilDue(placing);

    placing.script = { publish: failing('PLACEMENT.REFUSED', { code: 'listing.conflict' }), look: async () => LOT };
    await placing.run();

    expect(await lastEvent(placing)).toEqual({ type: 'accepted', data: LOT });
  });

  it('asks a second time after a worker died with the lease', async () => {
    const placing = await aValidated();
    const until = addMs(placing.ports.clock.now(), 2 * MINUTE_MS);
    await placing.happen({ type: 'attempted', data: { number: 1, step: 'publish', until } });
    placing.script = { publish: async () => LOT };
    await placing.run();
    const early = [...placing.asked];
    placing.ports.clock.advance(2 * MINUTE_MS);

    await placing.run();

    expect(early).toEqual([]);
    expect(await lastEvent(placing)).toEqual({ type: 'accepted', data: LOT });
  });
});

describe('publishing at a platform that may make a second lot', () => {
  it('looks before it creates', async () => {
    const placing = await aValidated(LOOKING);
    placing.script = { look: async () => 'none', publish: async () => LOT };

    await placing.run();

    expect(placing.asked).toEqual(['look', 'publish']);
    expect((await placing.placement()).state).toBe('accepted');
  });

  it('takes the lot that is there already', async () => {
    const placing = await aValidated(LOOKING);
    placing.script = { look: async () => LOT };

    await placing.run();

    expect(await lastEvent(placing)).toEqual({ type: 'accepted', data: LOT });
  });

  it('only looks after a lost answer, three times, and then asks a person', async () => {
    const placing = await aValidated(LOOKING);
    placing.script = { look: async () => 'none', publish: failing('PLATFORM.ANSWER_LOST') };
    const waits: number[] = [];
    for (let run = 0; run < 4; run++) {
      const from = placing.ports.clock.now();
      await placing.run();
      if (run < 3) await waitUntilDue(placing);
      waits.push((Date.parse(placing.ports.clock.now()) - Date.parse(from)) / MINUTE_MS);
    }

    expect(placing.asked).toEqual(['look', 'publish', 'look', 'look', 'look']);
    expect(waits).toEqual([1, 5, 15, 0]);
    expect(await placing.placement()).toMatchObject({ state: 'unknown', doubt: 'PLATFORM.ANSWER_LOST' });
    expect(await placing.workDueAt()).toBeUndefined();
  });

  it('only looks after a worker died with the lease', async () => {
    const placing = await aValidated(LOOKING);
    const until = addMs(placing.ports.clock.now(), 2 * MINUTE_MS);
    await placing.happen({ type: 'attempted', data: { number: 1, step: 'publish', until } });
    placing.ports.clock.advance(2 * MINUTE_MS);
    placing.script = { look: async () => 'none', publish: async () => LOT };

    await placing.run();

    expect(placing.asked).toEqual(['look']);
    expect((await placing.placement()).state).toBe('submitted');
  });

  it('has sent nothing when looking fails', async () => {
    const placing = await aValidated(LOOKING);
    placing.script = { look: failing('PLATFORM.ANSWER_LOST') };

    await placing.run();

    expect(await placing.placement()).toMatchObject({ state: 'validated', mayBeThere: false });
  });

  it('does not forget, while the connection is missing, that a dead worker may have published', async () => {
    const placing = await aValidated(LOOKING);
    const until = addMs(placing.ports.clock.now(), 2 * MINUTE_MS);
    await placing.happen({ type: 'attempted', data: { number: 1, step: 'publish', until } });
    placing.ports.clock.advance(2 * MINUTE_MS);
    await placing.connect([aConnection({ enabled: false })]);

    await placing.run();

    expect(await placing.placement()).toMatchObject({ mayBeThere: true, postponedFor: 'CONNECTION.MISSING' });
  });
});

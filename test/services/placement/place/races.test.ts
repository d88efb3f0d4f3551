import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { place } from '#shared/services/placement/place/place.ts';
import { ID, LOT, PLATFORM } from './material.ts';
import { aValidated } from './placing.ts';

const MINUTE_MS = 60_000;

describe('two workers', () => {
  it('call the platform once: whoever lost the race for the attempt does nothing', async () => {
    const placing = await aValidated();
    placing.script = { publish: async () => LOT };

    await Promise.all([placing.run(), placing.run(), placing.run()]);

    expect(placing.asked).toEqual(['publish']);
    expect((await placing.events()).filter(({ type }) => type === 'attempted')).toHaveLength(1);
  });

  it('leave the outcome to the later attempt, but for a lot that nobody knows of yet', async () => {
    const placing = await aValidated();
    const later = { number: 2, step: 'publish', until: addMs(placing.ports.clock.now(), 9 * MINUTE_MS) } as const;
    placing.script = {
      publish: async () => {
        await placing.happen({ type: 'attempted', data: later });
        return LOT;
      },
    };

    await placing.run();

    expect((await placing.placement()).lot).toEqual(LOT);
  });
});

describe('a lot that a person named while the platform was asked', () => {
  it('is not replaced by another in silence', async () => {
    const placing = await aValidated();
    placing.script = {
      publish: async () => {
        await placing.happen({ type: 'accepted', data: { ...LOT, number: 'N-2' } });
        return LOT;
      },
    };

    await expect(placing.run()).rejects.toMatchObject({ code: 'PLACEMENT.STATE' });
  });
});

describe('a message', () => {
  it('for no placement is refused by name', async () => {
    const placing = await aValidated();

    await expect(placing.run({ placement: 'nothing-1' })).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
  });

  it('is for our own functions alone', async () => {
    const { ports } = await aValidated();
    const visitor = { id: 'public', roles: ['public'] } as const;
    const message = { schema: 'place.v1', placement: ID, slot: null } as const;

    await expect(place(visitor, ports, message)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });

  it('for a platform that cannot be called from here is left alone', async () => {
    const placing = await aValidated();

    await place(
      { id: 'system:test', roles: ['system'] },
      { ...placing.ports, publishers: [] },
      {
        schema: 'place.v1',
        placement: ID,
        slot: null,
      },
    );

    expect([placing.asked, PLATFORM]).toEqual([[], 'somewhere']);
    expect(await placing.workDueAt()).toBe(placing.ports.clock.now());
  });
});

import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { recordFailure } from '#shared/services/platform-calls/breaker.ts';
import { reserveSlot } from '#shared/services/platform-calls/slots.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aConnection, ID, LOT, PLATFORM } from './material.ts';
import { aValidated, failing } from './placing.ts';

const MINUTE_MS = 60_000;

describe('the platform’s budget and breaker', () => {
  it('hold a request back until its moment, and the work a little behind it', async () => {
    const placing = await aValidated();
    await placing.connect([aConnection({ requestsPerMinute: 1 })]);
    await reserveSlot(placing.ports, {
      platform: PLATFORM,
      requestsPerMinute: 1,
      requests: 1,
      withinMs: 14 * MINUTE_MS,
    });

    await placing.run();
    const [held] = placing.woken;
    const slot = addMs(START, 71_000);
    const workDueAt = await placing.workDueAt();
    placing.ports.clock.advance(71_000);
    placing.script = { publish: async () => LOT };
    await placing.run(held?.message);

    expect(held).toEqual({
      queue: { platform: PLATFORM },
      message: { schema: 'place.v1', placement: ID, slot },
      delaySeconds: 71,
    });
    expect(workDueAt).toBe(addMs(slot, MINUTE_MS));
    expect((await placing.placement()).state).toBe('accepted');
  });

  it('send a message that came before its moment back with the same moment', async () => {
    const placing = await aValidated();
    const slot = addMs(START, 30_000);

    await placing.run({ slot });

    expect(placing.woken.map(({ message, delaySeconds }) => [message.slot, delaySeconds])).toEqual([[slot, 30]]);
  });

  it('let nobody use a moment long after it, and go on with one message of those that come late', async () => {
    const placing = await aValidated();
    await placing.connect([aConnection({ requestsPerMinute: 1 })]);
    await reserveSlot(placing.ports, { platform: PLATFORM, requestsPerMinute: 1, requests: 1, withinMs: MINUTE_MS });
    await placing.run();
    await placing.run();
    const [replaced, awaited] = placing.woken.splice(0);
    placing.ports.clock.advance(3 * MINUTE_MS);

    await placing.run(replaced?.message);
    const afterReplaced = placing.woken.length;
    await placing.run(awaited?.message);
    await placing.run(awaited?.message);

    expect(placing.asked).toEqual([]);
    expect([afterReplaced, placing.woken.length]).toEqual([0, 1]);
  });

  it('ask again in seven minutes when every moment of the next quarter of an hour is taken', async () => {
    const placing = await aValidated();
    await placing.connect([aConnection({ requestsPerMinute: 1 })]);
    const asked = { platform: PLATFORM, requestsPerMinute: 1, requests: 1, withinMs: 14 * MINUTE_MS };
    for (let kept = 0; kept < 20; kept++) await reserveSlot(placing.ports, asked);

    await placing.run();

    expect(placing.woken).toEqual([]);
    expect(await placing.workDueAt()).toBe(addMs(START, 7 * MINUTE_MS));
  });

  it('leave later moments to what changes something, where somebody only wants to look', async () => {
    const placing = await aValidated();
    await placing.connect([aConnection({ requestsPerMinute: 1 })]);
    await placing.happen({ type: 'accepted', data: LOT });
    placing.ports.clock.advance(MINUTE_MS);
    const asked = { platform: PLATFORM, requestsPerMinute: 1, requests: 1, withinMs: 14 * MINUTE_MS };
    for (let kept = 0; kept < 3; kept++) await reserveSlot(placing.ports, asked);

    await placing.run();

    expect([placing.asked, placing.woken]).toEqual([[], []]);
    expect(await placing.workDueAt()).toBe(addMs(START, 2 * MINUTE_MS));
  });

  it('leave a platform alone that failed five times in a row', async () => {
    const placing = await aValidated();
    for (let failed = 0; failed < 4; failed++) await recordFailure(placing.ports, PLATFORM);
    placing.script = { publish: failing('PLATFORM.UNAVAILABLE') };
    await placing.run();
    const { length } = placing.asked;
    await placing.happen({ type: 'resumed', data: { reason: '再试' } });

    await placing.run();

    expect([length, placing.asked.length]).toEqual([1, 1]);
    expect(await placing.workDueAt()).toBe(addMs(START, MINUTE_MS));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import {
  openBreaker,
  readBreaker,
  readBreakerState,
  recordFailure,
  recordSuccess,
  restUntil,
} from '#shared/services/platform-calls/breaker.ts';
import { START, type SteppedClock, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const MINUTE_MS = 60_000;

describe('the breaker of a platform', () => {
  let ports: { records: ReturnType<typeof memoryItemStore>; clock: SteppedClock };

  beforeEach(() => {
    ports = { records: memoryItemStore(), clock: steppedClock() };
  });

  async function fail(times: number): Promise<void> {
    for (let failed = 0; failed < times; failed++) await recordFailure(ports, 'p');
  }

  it('stays closed for four failures in a row', async () => {
    await fail(4);

    expect(await readBreaker(ports, 'p')).toBeNull();
  });

  it('opens for a minute at the fifth, for that platform alone', async () => {
    await fail(5);

    expect(await readBreaker(ports, 'p')).toBe(addMs(START, MINUTE_MS));
    expect(await readBreaker(ports, 'q')).toBeNull();
  });

  it('lets somebody try when the time is over, and opens for twice as long when that fails', async () => {
    await fail(5);
    ports.clock.advance(MINUTE_MS);
    const tried = await readBreaker(ports, 'p');
    await fail(1);

    expect(tried).toBeNull();
    expect(await readBreaker(ports, 'p')).toBe(addMs(START, 3 * MINUTE_MS));
  });

  it('does not stay open for more than 30 minutes', async () => {
    const pauses: number[] = [];
    await fail(4);
    for (let round = 0; round < 8; round++) {
      await fail(1);
      const from = ports.clock.now();
      const until = (await readBreaker(ports, 'p')) ?? from;
      pauses.push((Date.parse(until) - Date.parse(from)) / MINUTE_MS);
      ports.clock.advance(Date.parse(until) - Date.parse(from));
    }

    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  });

  it('does not count failures of calls begun before it opened', async () => {
    await fail(9);

    expect(await readBreaker(ports, 'p')).toBe(addMs(START, MINUTE_MS));
  });

  it('is closed by a success, after which failures are counted from the beginning', async () => {
    await fail(5);
    await recordSuccess(ports, 'p');
    const closed = await readBreaker(ports, 'p');
    await fail(4);

    expect(closed).toBeNull();
    expect(await readBreaker(ports, 'p')).toBeNull();
  });

  it('counts failures that are recorded at the same time', async () => {
    await Promise.all([fail(1), fail(1), fail(1), fail(1), fail(1)]);

    expect(await readBreaker(ports, 'p')).toBe(addMs(START, MINUTE_MS));
  });

  it('opens at once for half an hour when the platform keeps us out, and says why until it answers', async () => {
    await openBreaker(ports, 'p', 'DOCUMENT.BLOCKED');
    const blocked = await readBreakerState(ports, 'p');
    ports.clock.advance(30 * MINUTE_MS);
    const trying = await readBreakerState(ports, 'p');
    await recordSuccess(ports, 'p');

    const pausedUntil = addMs(START, 30 * MINUTE_MS);
    expect(blocked).toEqual({ pausedUntil, isTrying: false, blockedBy: 'DOCUMENT.BLOCKED' });
    expect(trying).toEqual({ pausedUntil: null, isTrying: true, blockedBy: 'DOCUMENT.BLOCKED' });
    expect(await readBreakerState(ports, 'p')).toEqual({ pausedUntil: null, isTrying: false, blockedBy: null });
  });

  it('is not closed by the answer to a call begun before the platform kept us out', async () => {
    await openBreaker(ports, 'p', 'PLATFORM.BLOCKED');
    await recordSuccess(ports, 'p');

    expect(await readBreaker(ports, 'p')).toBe(addMs(START, 30 * MINUTE_MS));
  });

  it('leaves a platform alone for as long as it asks for, whatever it answers meanwhile', async () => {
    await restUntil(ports, 'p', addMs(START, 2 * MINUTE_MS));
    await restUntil(ports, 'p', addMs(START, MINUTE_MS));
    await fail(1);
    await recordSuccess(ports, 'p');

    expect(await readBreaker(ports, 'p')).toBe(addMs(START, 2 * MINUTE_MS));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { readTasks } from '#shared/services/collection/all-tasks.ts';
import { readIncidents } from '#shared/services/collection/incidents.ts';
import { readBreakerState } from '#shared/services/platform-calls/breaker.ts';
import { aLot, aPage } from '#test/support/builders.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aCollecting, aStep, type Collecting, PLATFORM } from './collecting.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('a platform that cannot be read', () => {
  let collecting: Collecting;

  beforeEach(async () => {
    collecting = aCollecting();
    await collecting.switchOn();
    collecting.know({ externalId: '1024', status: 'bidding', endsAt: addMs(START, 2 * HOUR_MS) });
  });

  const incidents = () => readIncidents(collecting.ports.records, PLATFORM);
  const heal = () => {
    collecting.answer = () => aStep(aPage({ lots: [aLot({ endsAt: addMs(START, 2 * HOUR_MS) })] }));
  };
  const fail = (code: ErrorCode, details = {}) => {
    collecting.answer = () => {
      throw new AppError(code, 'simulated', { details });
    };
  };

  it('is left alone for half an hour when it keeps us out, then asked once, and read again when it answers', async () => {
    fail('PLATFORM.BLOCKED');
    await collecting.pass(MINUTE_MS);
    const blocked = await readBreakerState(collecting.ports, PLATFORM);
    await collecting.pass(28 * MINUTE_MS);
    const asked = collecting.sent.length;
    heal();
    await collecting.pass(5 * MINUTE_MS);

    expect(blocked).toMatchObject({ pausedUntil: addMs(START, 30 * MINUTE_MS), blockedBy: 'PLATFORM.BLOCKED' });
    expect(asked).toBe(1);
    expect(await readBreakerState(collecting.ports, PLATFORM)).toMatchObject({ pausedUntil: null, isTrying: false });
    expect(await incidents()).toMatchObject([{ code: 'PLATFORM.BLOCKED', place: 'lot:terms', count: 1 }]);
    expect((await incidents())[0]?.solvedAt).not.toBeNull();
  });

  it('is left alone for twice as long each time, six hours at most', async () => {
    fail('PLATFORM.BLOCKED');

    await collecting.pass(24 * HOUR_MS);

    const minutes = collecting.sent.map(({ at }) => Math.round((Date.parse(at) - Date.parse(START)) / MINUTE_MS));
    const pauses = minutes.slice(1).map((at, index) => at - (minutes[index] ?? 0));
    expect(pauses.map((pause) => Math.round(pause / 30))).toEqual([1, 2, 4, 8, 12, 12]);
  });

  it('rests for as long as it asks for', async () => {
    fail('PLATFORM.RATE_LIMITED', { retryAfterMs: 20 * MINUTE_MS });
    await collecting.pass(MINUTE_MS);
    heal();
    await collecting.pass(25 * MINUTE_MS);

    const [first, second] = collecting.sent;
    expect(first?.at).toBe(START);
    expect(second?.at).toBe(addMs(START, 20 * MINUTE_MS));
  });

  it('is tried again later each time it does not answer', async () => {
    fail('PLATFORM.UNAVAILABLE');

    await collecting.pass(HOUR_MS);

    expect(collecting.sent.length).toBeLessThan(12);
    expect((await readTasks(collecting.ports.records, PLATFORM))[0]).toMatchObject({
      firstFailedAt: START,
      lastAt: null,
    });
  });

  it.each(['DOCUMENT.DRIFT', 'DOCUMENT.EMPTY', 'DOCUMENT.ENCODING'] as const)(
    'keeps a page refused with %s once, and says where it stands',
    async (code) => {
      collecting.answer = () => aStep({ refused: code });

      await collecting.pass(HOUR_MS);

      const keys = await collecting.keys();
      const [incident] = await incidents();
      expect(collecting.sent.length).toBeGreaterThan(2);
      expect(keys).toHaveLength(1);
      expect(incident).toMatchObject({
        code,
        count: collecting.sent.length,
        document: keys[0]?.slice('documents/'.length),
      });
    },
  );

  it('opens the breaker for a page that is a captcha', async () => {
    collecting.answer = () => aStep({ refused: 'DOCUMENT.BLOCKED' });

    await collecting.pass(20 * MINUTE_MS);

    expect(collecting.sent).toHaveLength(1);
    expect(await readBreakerState(collecting.ports, PLATFORM)).toMatchObject({ blockedBy: 'DOCUMENT.BLOCKED' });
  });

  it('heals without a hand', async () => {
    fail('PLATFORM.UNAVAILABLE');
    await collecting.pass(10 * MINUTE_MS);
    heal();
    await collecting.pass(10 * MINUTE_MS);

    expect((await incidents()).every(({ solvedAt }) => solvedAt !== null)).toBe(true);
    expect((await readTasks(collecting.ports.records, PLATFORM))[0]).toMatchObject({ failures: 0, hasIncident: false });
  });

  it('does not end a lot that it no longer finds', async () => {
    fail('RESOURCE.NOT_FOUND');

    await collecting.pass(20 * MINUTE_MS);

    expect(collecting.sent).toHaveLength(1);
    expect(await collecting.keys()).toEqual([]);
    expect(await incidents()).toMatchObject([{ code: 'RESOURCE.NOT_FOUND', solvedAt: null }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { addMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { collectNow } from '#shared/services/collection/collect-now.ts';
import { openBreaker } from '#shared/services/platform-calls/breaker.ts';
import { aLot, aPage } from '#test/support/builders.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aCollecting, aStep, type Collecting, PLATFORM, someFetching } from './collecting.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const OPERATOR: Caller = { id: 'operator-1', roles: ['operator'] };

/** The most requests in any 60 seconds, both ends included. */
function mostInAMinute({ sent }: Collecting): number {
  const times = sent.map(({ at }) => Date.parse(at));
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at <= from + MINUTE_MS).length));
}

describe('planning', () => {
  it('sends nothing to a platform that is off, retired or left alone', async () => {
    const off = aCollecting();
    const retired = aCollecting();
    const blocked = aCollecting();
    await retired.switchOn({ retired: '平台已关闭' });
    await blocked.switchOn();
    await openBreaker(blocked.ports, PLATFORM, 'PLATFORM.BLOCKED');

    for (const collecting of [off, retired, blocked]) {
      collecting.know({ externalId: '1024', status: 'bidding' });
      await collecting.pass(10 * MINUTE_MS);
    }

    expect([off, retired, blocked].map(({ sent }) => sent.length)).toEqual([0, 0, 0]);
  });

  it('keeps within the budget whatever is due, and what has ended goes first', async () => {
    const collecting = aCollecting();
    await collecting.switchOn({ requestsPerMinute: 6 });
    for (let lot = 0; lot < 40; lot++) collecting.know({ externalId: `new-${lot}`, status: 'bidding' });
    collecting.know({ externalId: 'ended', status: 'bidding', endsAt: addMs(START, -SECOND_MS) });
    collecting.answer = (target) =>
      aStep(aPage({ lots: target.what === 'lot' ? [{ ...aLot({}, 'sold'), externalId: target.externalId }] : [] }));

    await collecting.pass(30 * MINUTE_MS);

    const [first] = collecting.sent;
    expect(first?.target).toMatchObject({ externalId: 'ended', wanted: 'result' });
    expect(mostInAMinute(collecting)).toBeLessThanOrEqual(6);
    expect(new Set(collecting.sent.map(({ target }) => JSON.stringify(target))).size).toBe(collecting.sent.length);
  });

  it('asks for no lot where there are lists only, nor for one nobody has said anything of for a quarter', async () => {
    const listsOnly = aCollecting(someFetching({ listsOnly: true }));
    const forgotten = aCollecting();
    listsOnly.know({ externalId: '1024', status: 'bidding' });
    forgotten.know({ externalId: '1024', status: 'bidding', asOf: addMs(START, -92 * 24 * HOUR_MS) });

    for (const collecting of [listsOnly, forgotten]) {
      await collecting.switchOn();
      await collecting.pass(10 * MINUTE_MS);
    }

    const asked = collectNow(OPERATOR, listsOnly.ports, { platform: PLATFORM, lot: '1024' });
    await expect(asked).rejects.toMatchObject({ code: 'COLLECTION.LISTS_ONLY' });
    expect([...listsOnly.sent, ...forgotten.sent]).toEqual([]);
  });

  it('goes on with other platforms when one cannot be planned', async () => {
    const collecting = aCollecting();
    await collecting.switchOn();
    collecting.know({ externalId: '1024', status: 'bidding' });
    const send = () => Promise.reject(new AppError('STORE.CONTENTION', 'simulated'));
    Object.assign(collecting.ports, { send });

    expect(await collecting.plan()).toEqual({ platforms: 1, due: 0, sent: 0 });
  });
});

describe('collecting now', () => {
  const aReady = async () => {
    const lists = [{ id: 'open', title: '正在竞价', shows: 'page' } as const];
    const collecting = aCollecting(someFetching({ lists }));
    await collecting.switchOn();
    collecting.answer = () => aStep(aPage());
    return collecting;
  };

  it('reads the lists at once, and once where it is asked for twice', async () => {
    const collecting = await aReady();
    const ask = () => collectNow(OPERATOR, collecting.ports, { platform: PLATFORM, lot: null });

    expect(await ask()).toEqual({ requests: 1, moments: [START] });
    expect(await ask()).toEqual({ requests: 1, moments: [] });
    expect(collecting.queue).toHaveLength(1);
  });

  it('reads a lot for what it is by now', async () => {
    const collecting = await aReady();
    collecting.know({ externalId: '1', status: 'bidding', endsAt: addMs(START, HOUR_MS) });
    collecting.know({ externalId: '2', status: 'bidding', endsAt: addMs(START, -HOUR_MS) });
    for (const lot of ['1', '2']) await collectNow(OPERATOR, collecting.ports, { platform: PLATFORM, lot });

    expect(collecting.queue.map(({ message }) => message.lot?.wanted)).toEqual(['bidding', 'result']);
  });

  it.each([
    ['COLLECTION.OFF', { platform: 'another', lot: null }],
    ['RESOURCE.NOT_FOUND', { platform: PLATFORM, lot: 'unheard-of' }],
  ])('is refused with %s', async (code, asked) => {
    const collecting = await aReady();

    await expect(collectNow(OPERATOR, collecting.ports, asked)).rejects.toMatchObject({ code });
  });

  it('is refused while the platform is left alone, and to the public', async () => {
    const collecting = await aReady();
    await openBreaker(collecting.ports, PLATFORM, 'PLATFORM.BLOCKED');
    const ask = (caller: Caller) => collectNow(caller, collecting.ports, { platform: PLATFORM, lot: null });

    await expect(ask(OPERATOR)).rejects.toMatchObject({ code: 'COLLECTION.PAUSED' });
    await expect(ask({ id: 'public', roles: ['public'] })).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

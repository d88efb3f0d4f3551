import { beforeEach, describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { addMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readTasks } from '#shared/services/collection/all-tasks.ts';
import { collect } from '#shared/services/collection/collect.ts';
import { aLot, aPage } from '#test/support/builders.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { aCollecting, aStep, type Collecting, PLATFORM, someFetching } from './collecting.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

describe('reading a lot', () => {
  let collecting: Collecting;

  beforeEach(async () => {
    collecting = aCollecting(someFetching({ showsBids: true }));
    await collecting.switchOn();
    collecting.know({ externalId: '1024', status: 'bidding', endsAt: addMs(START, HOUR_MS) });
    collecting.answer = () => aStep(aPage({ lots: [aLot({ endsAt: addMs(START, HOUR_MS) })] }));
  });

  const task = async () => (await readTasks(collecting.ports.records, PLATFORM))[0];
  const sentAfter = (ms: number) => collecting.sent.filter(({ at }) => at >= addMs(START, ms)).map(({ at }) => at);

  it('is planned for a lot nobody read yet, and sends one request', async () => {
    await collecting.pass(SECOND_MS);

    expect(collecting.sent).toEqual([
      { at: START, target: { what: 'lot', externalId: '1024', url: null, wanted: 'terms' }, step: null },
    ]);
    expect(await task()).toMatchObject({ version: 1, lastAt: START, termsAt: START, wanted: 'bidding' });
  });

  it('stores what came, and stores it again only when what was extracted changed', async () => {
    await collecting.pass(20 * MINUTE_MS);
    const unchanged = (await collecting.keys()).length;
    collecting.answer = () => aStep(aPage({ lots: [aLot({ endsAt: addMs(START, HOUR_MS), bidCount: 3 })] }));
    await collecting.pass(10 * MINUTE_MS);

    expect(collecting.sent.length).toBeGreaterThan(4);
    expect([unchanged, (await collecting.keys()).length]).toEqual([1, 2]);
  });

  it('comes exactly at the end, and every 15 seconds until the result is there, then no more', async () => {
    const endsAt = addMs(START, HOUR_MS);
    collecting.answer = () => {
      const now = collecting.ports.clock.now();
      return aStep(aPage({ lots: [aLot({ endsAt }, now < addMs(endsAt, 40 * SECOND_MS) ? 'ended' : 'sold')] }));
    };

    await collecting.pass(HOUR_MS + 3 * MINUTE_MS);

    const lateMs = sentAfter(HOUR_MS).map((at) => Date.parse(at) - Date.parse(endsAt));
    expect(lateMs).toEqual([0, 15, 30, 45].map((seconds) => seconds * SECOND_MS));
    expect(await task()).toMatchObject({ status: 'sold', dueAt: null });
  });

  it('follows an end that moves', async () => {
    const later = addMs(START, HOUR_MS + 5 * MINUTE_MS);
    collecting.answer = () => aStep(aPage({ lots: [aLot({ endsAt: later })] }));

    await collecting.pass(HOUR_MS + 5 * MINUTE_MS);

    expect(sentAfter(HOUR_MS).at(-1)).toBe(later);
  });

  it('goes on step by step, and is over when there is no next', async () => {
    collecting.know({ externalId: '1024', status: 'sold', outcomeSeenAt: START });
    collecting.answer = (_, step) => aStep(aPage({ lots: [aLot({}, 'sold')] }), step === null ? 'bids-2' : null);

    await collecting.pass(MINUTE_MS);

    expect(collecting.sent.map(({ step }) => step)).toEqual([null, 'bids-2']);
    expect(await task()).toMatchObject({ step: null, dueAt: null, version: 2 });
    expect(Object.keys((await task())?.digests ?? {})).toEqual(['', 'bids-2']);
  });

  it('sends nothing for a message that comes twice, late, or after the task moved on', async () => {
    await collecting.plan();
    const [first] = collecting.queue;
    if (first === undefined) throw new RangeError('nothing was planned');
    const run = () => collect(systemCaller('collect'), collecting.ports, first.message);

    const came = await run();
    const twice = await run();
    collecting.ports.clock.advance(11 * SECOND_MS);
    const late = await run();

    expect([came, twice, late]).toEqual(['answered', 'void', 'void']);
    expect(collecting.sent).toHaveLength(1);
  });

  it('is made up for two minutes after a message that was lost', async () => {
    await collecting.plan();
    collecting.queue.length = 0;

    await collecting.pass(3 * MINUTE_MS);

    expect(collecting.sent[0]?.at).toBe(addMs(START, 2 * MINUTE_MS));
  });

  it('is made up for when the store fails before the task is written', async () => {
    const { records } = collecting.ports;
    const put = records.put.bind(records);
    let fails = true;
    const failing = async (...[item, condition]: Parameters<typeof put>) => {
      if (!fails || !item.pk.startsWith('COLLECT#')) return put(item, condition);
      fails = false;
      throw new AppError('STORE.CONTENTION', 'simulated');
    };
    await collecting.plan();
    const [first] = collecting.queue.splice(0);
    if (first === undefined) throw new RangeError('nothing was planned');
    const ports = { ...collecting.ports, records: { ...records, put: failing } };

    await expect(collect(systemCaller('collect'), ports, first.message)).rejects.toThrow('simulated');
    await collecting.pass(3 * MINUTE_MS);

    expect(await task()).toMatchObject({ termsAt: addMs(START, 2 * MINUTE_MS) });
  });

  it('costs at most two writes a request', async () => {
    const { records } = collecting.ports;
    let writes = 0;
    const put = records.put.bind(records);
    Object.assign(records, { put: (...given: Parameters<typeof put>) => put(...given).finally(() => (writes += 1)) });

    await collecting.pass(HOUR_MS);

    // The last one reserved the moment of a request that is still to come.
    expect(writes).toBeLessThanOrEqual(2 * collecting.sent.length + 1);
  });
});

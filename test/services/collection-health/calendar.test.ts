import { describe, expect, it } from 'vitest';
import { lotMark } from '#shared/domain/collection/task.ts';
import { addMs } from '#shared/domain/time.ts';
import { readCalendar } from '#shared/services/collection/calendar.ts';
import { openBreaker } from '#shared/services/platform-calls/breaker.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { OPERATOR } from '#test/support/sign-in.ts';
import { aCollection, CLOSED, LIST, OPEN } from './a-collection.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function inHours(hours: number) {
  return addMs(START, hours * HOUR_MS);
}

describe('the collection calendar', () => {
  it('holds lots of platforms nobody reads: those that end within a day, and late those without a result', async () => {
    const collection = aCollection();
    const of = { platform: CLOSED, status: 'bidding' } as const;
    const soon = collection.addLot('soon', { ...of, endsAt: inHours(2) });
    collection.addLot('far', { ...of, endsAt: inHours(30) });
    const hour = collection.addLot('hour', { ...of, endsAt: inHours(-2) });
    const day = collection.addLot('day', { ...of, endsAt: inHours(-26) });
    collection.addLot('sold', { ...of, status: 'sold', endsAt: inHours(-26) });
    collection.addLot('old', { ...of, endsAt: addMs(START, -61 * DAY_MS) });

    const { late, due, longUnreported } = await readCalendar(OPERATOR, collection.ports);

    expect(late.map(({ lotId, late: why }) => [lotId, why?.why, why?.text])).toEqual([
      [day, 'UNREPORTED', '已结束 1 天,结果未报,已超过一天'],
      [hour, 'UNREPORTED', '已结束 2 小时,结果未报'],
    ]);
    expect(due.map(({ lotId, by }) => [lotId, by])).toEqual([[soon, 'hand']]);
    expect(longUnreported).toBe(1);
  });

  it('says of a lot on a list that the list is read, when next and when last', async () => {
    const collection = aCollection();
    await collection.switchOn();
    const endsAt = inHours(3);
    collection.addLot('1', { status: 'bidding', endsAt });
    const mark = { lot: lotMark('1'), at: endsAt };
    const seen = { lastAt: START, ends: [mark] };
    await collection.putTask(LIST, { ...seen, shown: 1 });
    await collection.putTask({ what: 'lot', externalId: '1' }, { lastAt: START, termsAt: START, wanted: 'bidding' });

    const { due } = await readCalendar(OPERATOR, collection.ports);

    expect(due).toMatchObject([{ by: 'list', wanted: null, answeredAt: START, failures: 0, late: null }]);
    expect(due[0]?.dueAt).not.toBeNull();
  });

  it('puts a lot that waits for its result among the late, and says that the platform is left alone where it is', async () => {
    const collection = aCollection({ listed: [] });
    await collection.switchOn();
    collection.addLot('1', { status: 'bidding', endsAt: inHours(-1) });
    const lot = { what: 'lot', externalId: '1' } as const;
    await collection.putTask(lot, { lastAt: addMs(START, -15_000), wanted: 'result', status: 'bidding' });

    const waiting = await readCalendar(OPERATOR, collection.ports);
    await openBreaker(collection.ports, OPEN, 'PLATFORM.BLOCKED');
    collection.clock.advance(600_000);
    const paused = await readCalendar(OPERATOR, collection.ports);

    expect(waiting.late).toMatchObject([{ by: 'lot', wanted: 'result', late: { why: 'WAITING' } }]);
    expect(paused.late).toMatchObject([{ late: { why: 'PAUSED' } }]);
  });

  it('is for the office, its auditors and programs alone', async () => {
    const { ports } = aCollection();

    await expect(readCalendar({ id: 'x', roles: ['public'] }, ports)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });
});

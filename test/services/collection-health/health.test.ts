import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import { needsAttention, readHealth } from '#shared/services/collection/health.ts';
import { recordIncident, solveIncidents } from '#shared/services/collection/incidents.ts';
import { openBreaker, recordSuccess } from '#shared/services/platform-calls/breaker.ts';
import { keys } from '#shared/services/records/keys.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { OPERATOR } from '#test/support/sign-in.ts';
import { aCollection, CLOSED, LIST, OPEN } from './a-collection.ts';

type Collection = ReturnType<typeof aCollection>;

async function healthOf({ ports }: Collection, platform = OPEN) {
  const [health] = await readHealth(OPERATOR, ports, [platform]);
  return health ?? expect.unreachable('no health');
}

async function reading(of: Parameters<Collection['putTask']>[1] = {}) {
  const collection = aCollection();
  await collection.switchOn();
  await collection.putTask(LIST, of);
  return collection;
}

describe('the health of platforms', () => {
  it('is told of every platform in their order, and of those nobody reads why', async () => {
    const { ports } = aCollection();

    const all = await readHealth(OPERATOR, ports);

    expect(all.map(({ platform, state, reasons }) => [platform, state, reasons[0]?.code])).toEqual([
      [OPEN, 'off', 'SOURCE.OFF'],
      [CLOSED, 'off', 'SOURCE.UNREADABLE'],
    ]);
    expect(all.some(needsAttention)).toBe(false);
  });

  it('is for the office, its auditors and programs alone', async () => {
    const { ports } = aCollection();

    await expect(readHealth({ id: 'x', roles: ['village-clerk'] }, ports)).rejects.toMatchObject({
      code: 'ACCESS.DENIED',
    });
    await expect(readHealth({ id: 'x', roles: ['auditor'] }, ports)).resolves.toHaveLength(2);
  });

  it('is good and says since when the data is, once a list was read', async () => {
    const collection = await reading();

    expect(await healthOf(collection)).toMatchObject({ state: 'healthy', reasons: [], tasks: { answeredAt: START } });
  });

  it('tells an interface that is not connected from one that is switched off', async () => {
    const collection = aCollection({ way: 'connection', base: null });
    const unconnected = await healthOf(collection);
    const base = 'https://api.example.invalid';
    const connection = { platform: OPEN, enabled: true, base, options: {}, secrets: {}, requestsPerMinute: 60 };
    await collection.save('connections', [connection]);
    const connected = await healthOf(collection);
    await collection.switchOn({ enabled: false });
    const off = await healthOf(collection);

    expect([unconnected.reading, connected.reading, off.reading]).toEqual(['unconnected', 'active', 'off']);
  });

  it('says why the office gave a platform up', async () => {
    const collection = await reading();
    await collection.switchOn({ enabled: false, retired: '平台已关闭' });

    expect(await healthOf(collection)).toMatchObject({ state: 'retired', reasons: [{ text: '已停用:平台已关闭' }] });
  });

  it('is blocked by a block page and heals by itself with the next good answer', async () => {
    const collection = await reading({ failures: 1, hasIncident: true });
    const { ports, clock } = collection;
    const incident = {
      platform: OPEN,
      code: 'DOCUMENT.BLOCKED',
      place: 'list:sale',
      excerpt: '请登录',
      document: null,
    };
    await recordIncident(ports, incident);
    await openBreaker(ports, OPEN, 'DOCUMENT.BLOCKED');

    const blocked = await healthOf(collection);
    clock.advance(31 * 60_000);
    await recordSuccess(ports, OPEN);
    await solveIncidents(ports, OPEN, 'list:sale');
    await collection.putTask(LIST, { version: 1, lastAt: clock.now() });
    const healed = await healthOf(collection);
    clock.advance(8 * 86_400_000);
    const later = await healthOf(collection);

    expect(blocked).toMatchObject({ state: 'blocked', pausedUntil: addMs(START, 1_800_000) });
    expect(blocked.reasons.map(({ code }) => code)).toEqual(['DOCUMENT.BLOCKED', 'PLATFORM.PAUSED']);
    expect(needsAttention(blocked)).toBe(true);
    expect(healed).toMatchObject({
      state: 'healthy',
      incidents: [{ stands: false, solvedAt: addMs(START, 1_860_000) }],
    });
    expect(later.incidents).toEqual([]);
  });

  it('does not hold against a platform what nobody is left to solve: nothing that failed there is to be read again', async () => {
    const collection = await reading();
    const incident = { platform: OPEN, code: 'DOCUMENT.DRIFT', place: 'lot:bidding', excerpt: null, document: null };
    await recordIncident(collection.ports, incident);

    expect(await healthOf(collection)).toMatchObject({
      state: 'healthy',
      incidents: [{ solvedAt: null, stands: false }],
    });
  });

  it('counts what is late, and for how long', async () => {
    const collection = await reading();
    collection.clock.advance(86_400_000);

    const { state, tasks, reasons } = await healthOf(collection);

    expect(state).toBe('degraded');
    expect(tasks).toMatchObject({ late: 1 });
    expect(reasons[0]?.code).toBe('TASKS.LATE');
  });

  it('drifts by a document newer than the last good answer that nobody could read, until an answer comes', async () => {
    const collection = await reading();
    const { records } = collection.ports;
    const refused = { open: true, code: 'DOCUMENT.DRIFT', complaints: [], quarantined: 0, kind: 'list', source: 's' };
    const observedAt = addMs(START, 1000);
    await records.put({ ...keys.quarantined(OPEN, 'd1'), ...refused, observedAt, mappingVersion: 1 }, 'absent');

    const before = await healthOf(collection);
    await collection.putTask(LIST, { version: 1, lastAt: addMs(START, 2000) });
    const after = await healthOf(collection);

    expect(before).toMatchObject({ state: 'drifting', waiting: 1, reasons: [{ code: 'DOCUMENTS.REFUSED' }] });
    expect(after).toMatchObject({ state: 'healthy', waiting: 1 });
  });

  it('drifts while the newest document of a kind no longer states what such documents always did', async () => {
    const collection = await reading();
    const { records } = collection.ports;
    const fill = { lots: 1, facts: {} };
    const stamp = { at: START, rank: 1, document: 'd1' };
    await records.put(
      { ...keys.sighting(OPEN, stamp), document: 'd1', kind: 'list', lots: [], fill, listed: 9 },
      'absent',
    );
    const silent = [{ fact: 'startPrice', before: 100, now: 0 }];
    await records.put({ ...keys.document('d1'), outcome: 'applied', silent }, 'absent');

    expect(await healthOf(collection)).toMatchObject({
      state: 'drifting',
      documentAt: START,
      total: { listed: 9, documentId: 'd1' },
      reasons: [{ code: 'FACTS.SILENT', text: '列表页不再写明以前都写明的 1 项内容', facts: ['startPrice'] }],
    });
  });
});

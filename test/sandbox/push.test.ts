import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPlatformDocuments, readOpenPlatformDocument } from '#adapters/open-platform.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { aListing, type RunningSandbox, runSandbox, SECRET } from './running.ts';
import { DAY, START } from './terms.ts';

const URL_OF_OURS = 'http://127.0.0.1:9/events';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await runSandbox();
});

afterEach(async () => {
  vi.useRealTimers();
  await sandbox.close();
});

const register = (url = URL_OF_OURS) => sandbox.ask('POST', '/control/events', { url });
/** Nothing happens to it by itself for half a day. */
function aQuietListing() {
  return { ...aListing(), registration: { from: fromEpochMs(START + DAY / 2) } };
}

const ids = () => sandbox.pushed.map(({ headers }) => headers['webhook-id']);

describe('pushed events of the sandbox', () => {
  it('are signed as Standard Webhooks wants it, under the number the document carries', async () => {
    await register();
    await sandbox.list(aQuietListing());

    await sandbox.beat();

    vi.useFakeTimers({ now: START, toFake: ['Date'] });
    expect(sandbox.pushed).toHaveLength(2);
    for (const { headers, body } of sandbox.pushed) {
      const event = openPlatformDocuments.event.parse(new Webhook(SECRET).verify(body, { ...headers }));
      expect(event.id).toBe(headers['webhook-id']);
      expect(JSON.parse(body)).not.toHaveProperty('eventId');
    }
  });

  it('carry documents the system reads in full', async () => {
    await register();
    await sandbox.list(aQuietListing());
    await sandbox.ask('POST', '/control/leap', { ms: 60 * DAY });

    await sandbox.beat();

    const documents = sandbox.pushed.map(({ body }) => JSON.parse(body).data);
    expect(documents.map(({ schema }) => schema)).toContain('opi.result.v1');
    for (const data of documents) expect(readOpenPlatformDocument(data, data.schema).quarantined).toEqual([]);
  });

  it('come again until they are acknowledged, under the same number', async () => {
    await register();
    await sandbox.list(aQuietListing());
    sandbox.hook.status = 503;
    await sandbox.beat();
    const refused = ids();
    sandbox.hook.status = 204;
    sandbox.time.advance(900);
    await sandbox.beat();
    const early = ids().length;
    sandbox.time.advance(200);
    await sandbox.beat();

    expect(early).toBe(refused.length);
    expect(ids().slice(early)).toEqual(refused);
  });

  it('tell an address registered late of every lot there is, once', async () => {
    const { json } = await sandbox.list(aQuietListing());
    await sandbox.beat();
    const before = sandbox.pushed.length;

    await register();
    await sandbox.beat();
    await register();
    await sandbox.beat();

    const told = sandbox.pushed.map(({ body }) => JSON.parse(body));
    expect(before).toBe(0);
    expect(told.map(({ type, lotId }) => [type, lotId])).toEqual([
      ['lot.changed', json.lotId],
      ['settlement.changed', json.lotId],
    ]);
  });

  it('tell a new address everything anew', async () => {
    await register();
    await sandbox.list(aQuietListing());
    await sandbox.beat();
    const first = ids();

    await register('http://127.0.0.1:9/elsewhere');
    await sandbox.beat();

    expect(ids().slice(first.length)).toEqual(first);
    expect(sandbox.pushed.at(-1)?.url).toContain('/elsewhere');
  });

  it('have another number when they tell something else, as after a move to another address', async () => {
    await register();
    await sandbox.list(aQuietListing());
    await sandbox.beat();
    const first = sandbox.pushed.splice(0);

    await sandbox.restart({ origin: 'http://127.0.0.1:4000' });
    await register('http://127.0.0.1:4000/events');
    await sandbox.beat();

    const numberOf = new Map([...first, ...sandbox.pushed].map(({ headers, body }) => [headers['webhook-id'], body]));
    expect(sandbox.pushed).toHaveLength(2);
    for (const { headers, body } of first) expect(numberOf.get(headers['webhook-id'])).toBe(body);
    expect(sandbox.pushed[0]?.headers['webhook-id']).not.toBe(first[0]?.headers['webhook-id']);
  });

  it('wait in the store while the process is away', async () => {
    await register();
    await sandbox.list(aQuietListing());

    await sandbox.restart();
    await sandbox.beat();

    expect(sandbox.pushed).toHaveLength(2);
  });

  it('come twice and in disorder when that is asked for', async () => {
    await register();
    await sandbox.list(aQuietListing());
    await sandbox.ask('POST', '/control/faults', { endpoint: 'events', kind: 'reorder', times: 1 });
    await sandbox.ask('POST', '/control/faults', { endpoint: 'events', kind: 'duplicate', times: 1 });

    await sandbox.beat();

    const types = sandbox.pushed.map(({ body }) => JSON.parse(body).type);
    expect(types).toEqual(['settlement.changed', 'settlement.changed', 'lot.changed']);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Listening, listen } from '#infra/local/loopback.ts';
import { demoListings } from '#infra/local/sandbox/demo-lots.ts';
import type { JsonObject } from '#infra/local/sandbox/json.ts';
import { signEvent } from '#infra/local/sandbox/push.ts';
import { createSandbox, type Sandbox } from '#infra/local/sandbox/sandbox.ts';
import { createManualTime, type ManualTime } from '#test/support/manual-time.ts';
import { DAY, START } from './terms.ts';

const row = z.record(z.string(), z.unknown());
const anyJson = z.looseObject({
  lotId: z.optional(z.string()),
  code: z.optional(z.string()),
  revision: z.optional(z.number()),
  lot: z.optional(row),
  result: z.optional(row),
  errors: z.optional(z.array(z.object({ pointer: z.string() }))),
  deposits: z.optional(z.array(row)),
});
const SECRET = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
const KEY = 'key-of-the-tests';

let directory: string;
let time: ManualTime;
let sandbox: Sandbox;
let server: Server;
let listening: Listening;
let pushed: { readonly headers: Readonly<Record<string, string>>; readonly body: string }[];
let hookStatus: number;

function open(): Sandbox {
  const file = `${directory}/sandbox.sqlite`;
  const post = async (_: string, headers: Readonly<Record<string, string>>, body: string) => {
    pushed.push({ headers, body });
    return hookStatus;
  };
  return createSandbox({ file, key: KEY, operatorToken: 'operator', seed: 'tests', demo: false, time, post });
}

async function ask(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) {
  const isControl = path.startsWith('/control');
  const response = await fetch(`${listening.url}/sandbox${isControl ? path : `/opi/v1${path}`}`, {
    method,
    headers: { authorization: `Bearer ${isControl ? 'operator' : KEY}`, 'opi-version': '1', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: anyJson.parse(await response.json()) };
}

const list = (body: JsonObject) => ask('POST', '/listings', body, { 'idempotency-key': String(body['reference']) });

function aListing() {
  const [listing] = demoListings(START + DAY);
  if (listing === undefined) throw new Error('no demo listing');
  return { ...listing, reference: 'LST-1' };
}

beforeEach(async () => {
  directory = mkdtempSync('/tmp/sandbox-test-');
  time = createManualTime(START);
  pushed = [];
  hookStatus = 204;
  sandbox = open();
  server = createServer((request, response) => void sandbox.serve(request, response));
  listening = await listen(server, 0);
});

afterEach(async () => {
  await listening.close();
  await sandbox.close();
  rmSync(directory, { recursive: true });
});

describe('the sandbox platform', () => {
  it('makes one lot of one reference, and refuses the reference with other content', async () => {
    const first = await list(aListing());
    const again = await list(aListing());
    const other = await list({ ...aListing(), title: '另一个标的' });

    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    expect(again.json.lotId).toBe(first.json.lotId);
    expect(other.json).toMatchObject({ code: 'listing.conflict', retryable: false });
  });

  it('has made the lot when the answer was lost, and finds it after a restart', async () => {
    await ask('POST', '/control/faults', { endpoint: 'create', kind: 'lost-answer', times: 1 });

    await expect(list(aListing())).rejects.toThrow();
    await sandbox.close();
    sandbox = open();
    const again = await list(aListing());
    const lots = await ask('GET', '/lots?reference=LST-1');

    expect(again.status).toBe(200);
    expect(lots.json).toMatchObject({ total: 1, lots: [{ lotId: again.json.lotId }] });
  });

  it('points at what is wrong with a listing', async () => {
    const wrong = await list({ ...aListing(), startPriceFen: -1, saleMode: 'whatever', bidCount: 3, title: undefined });

    const pointers = (wrong.json.errors ?? []).map(({ pointer }) => pointer);
    expect(wrong.status).toBe(422);
    expect(pointers.toSorted()).toEqual(['/bidCount', '/saleMode', '/startPriceFen', '/title']);
  });

  it('never shows the reserve price', async () => {
    const reserveFen = 1_987_654;
    const { json } = await list({ ...aListing(), hasReserve: true, reserveFen });

    const shown = [await ask('GET', `/lots/${json.lotId}`), await ask('GET', '/listings/LST-1')];

    expect(JSON.stringify(shown)).not.toContain(String(reserveFen));
    expect(shown[0]?.json.lot?.['hasReserve']).toBe(true);
  });

  it('amends under the revision that was read only', async () => {
    await list(aListing());
    const change = { ...aListing(), title: '改过的名称', reason: '名称有误' };

    const blind = await ask('PUT', '/listings/LST-1', change);
    const good = await ask('PUT', '/listings/LST-1', change, { 'if-match': '"1"' });
    const stale = await ask('PUT', '/listings/LST-1', change, { 'if-match': '"1"' });

    expect([blind.status, good.status, stale.status]).toEqual([428, 200, 412]);
    expect(good.json.revision).toBe(2);
  });

  it('has no result before the end, and one that agrees with lot and ledger after it', async () => {
    const { json } = await list(aListing());
    const before = await ask('GET', `/lots/${json.lotId}/result`);
    await ask('POST', '/control/leap', { ms: 60 * DAY });

    const result = await ask('GET', `/lots/${json.lotId}/result`);
    const lot = await ask('GET', `/lots/${json.lotId}`);
    const ledger = await ask('GET', `/lots/${json.lotId}/deposits`);

    expect([before.status, before.json.code]).toEqual([404, 'result.none']);
    expect(result.json.result?.['outcome']).toBe(lot.json.lot?.['status']);
    for (const row of ledger.json.deposits ?? []) {
      const places = ['convertedFen', 'refundedFen', 'forfeitedFen', 'heldFen'].map((name) => Number(row[name]));
      expect(places.reduce((sum, fen) => sum + fen)).toBe(row['paidFen']);
    }
  });

  it('pushes signed events again until they are acknowledged', async () => {
    await ask('POST', '/control/events', { url: 'http://127.0.0.1:9/events', secret: SECRET });
    await list(aListing());
    hookStatus = 503;
    await sandbox.beat();
    const refused = pushed.splice(0);
    hookStatus = 204;
    await ask('GET', '/conformance');
    const early = pushed.length;
    time.advance(2_000);
    await sandbox.beat();

    expect(early).toBe(0);
    expect(pushed.map(({ headers }) => headers['webhook-id'])).toEqual(
      refused.map(({ headers }) => headers['webhook-id']),
    );
    for (const { headers, body } of pushed) {
      const id = String(headers['webhook-id']);
      expect(headers['webhook-signature']).toBe(signEvent(SECRET, id, Number(headers['webhook-timestamp']), body));
      expect(JSON.parse(body)).toMatchObject({ schema: 'opi.event.v1', eventId: id });
    }
  });

  it('knows nobody without the key, and no operator by the key of the interface', async () => {
    const stranger = await ask('GET', '/lots', undefined, { authorization: 'Bearer other' });
    const caller = await ask('GET', '/control', undefined, { authorization: `Bearer ${KEY}` });

    expect([stranger.status, caller.status]).toEqual([401, 401]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aListing, KEY, type RunningSandbox, runSandbox } from './running.ts';
import { DAY } from './terms.ts';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await runSandbox();
});

afterEach(() => sandbox.close());

describe('the sandbox platform', () => {
  it('tells one change from the next by their times, even while its clock stands still', async () => {
    await sandbox.ask('POST', '/control/clock', { rate: 0 });
    await sandbox.list(aListing());
    const { json: before } = await sandbox.ask('GET', '/lots/DEMO-000001');
    const amended = { ...aListing(), title: '另一个标题', reason: '更正' };
    await sandbox.ask('PUT', '/listings/LST-1', amended, { 'if-match': '"1"' });

    const { json } = await sandbox.ask('GET', '/lots/DEMO-000001');

    expect(json.lot).toMatchObject({ title: '另一个标题' });
    expect(String(json['platformTime']) > String(before['platformTime'])).toBe(true);
  });

  it('makes one lot of one reference, and refuses the reference with other content', async () => {
    const first = await sandbox.list(aListing());
    const again = await sandbox.list(aListing());
    const other = await sandbox.list({ ...aListing(), title: '另一个标的' });

    expect([first.status, again.status, other.status]).toEqual([201, 200, 409]);
    expect(again.json.lotId).toBe(first.json.lotId);
    expect(other.json).toMatchObject({ code: 'listing.conflict', retryable: false });
  });

  it('has made the lot when the answer was lost, and finds it after a restart', async () => {
    await sandbox.ask('POST', '/control/faults', { endpoint: 'create', kind: 'lost-answer', times: 1 });

    await expect(sandbox.list(aListing())).rejects.toThrow();
    await sandbox.restart();
    const again = await sandbox.list(aListing());
    const lots = await sandbox.ask('GET', '/lots?reference=LST-1');

    expect(again.status).toBe(200);
    expect(lots.json).toMatchObject({ total: 1, lots: [{ lotId: again.json.lotId }] });
  });

  it('points at what is wrong with a listing', async () => {
    const wrong = await sandbox.list({
      ...aListing(),
      startPriceFen: -1,
      saleMode: 'whatever',
      bidCount: 3,
      title: undefined,
    });

    const pointers = (wrong.json.errors ?? []).map(({ pointer }) => pointer);
    expect(wrong.status).toBe(422);
    expect(pointers.toSorted()).toEqual(['/bidCount', '/saleMode', '/startPriceFen', '/title']);
  });

  it('never shows the reserve price', async () => {
    const reserveFen = 1_987_654;
    const { json } = await sandbox.list({ ...aListing(), hasReserve: true, reserveFen });

    const shown = [await sandbox.ask('GET', `/lots/${json.lotId}`), await sandbox.ask('GET', '/listings/LST-1')];

    expect(JSON.stringify(shown)).not.toContain(String(reserveFen));
    expect(shown[0]?.json.lot?.['hasReserve']).toBe(true);
  });

  it('amends under the revision that was read only', async () => {
    await sandbox.list(aListing());
    const change = { ...aListing(), title: '改过的名称', reason: '名称有误' };

    const blind = await sandbox.ask('PUT', '/listings/LST-1', change);
    const good = await sandbox.ask('PUT', '/listings/LST-1', change, { 'if-match': '"1"' });
    const stale = await sandbox.ask('PUT', '/listings/LST-1', change, { 'if-match': '"1"' });

    expect([blind.status, good.status, stale.status]).toEqual([428, 200, 412]);
    expect(good.json.revision).toBe(2);
  });

  it('has no result before the end, and one that agrees with lot and ledger after it', async () => {
    const { json } = await sandbox.list(aListing());
    const before = await sandbox.ask('GET', `/lots/${json.lotId}/result`);
    await sandbox.ask('POST', '/control/leap', { ms: 60 * DAY });

    const result = await sandbox.ask('GET', `/lots/${json.lotId}/result`);
    const lot = await sandbox.ask('GET', `/lots/${json.lotId}`);
    const ledger = await sandbox.ask('GET', `/lots/${json.lotId}/deposits`);

    expect([before.status, before.json.code]).toEqual([404, 'result.none']);
    expect(result.json.result?.['outcome']).toBe(lot.json.lot?.['status']);
    for (const row of ledger.json.deposits ?? []) {
      const places = ['convertedFen', 'refundedFen', 'forfeitedFen', 'heldFen'].map((name) => Number(row[name]));
      expect(places.reduce((sum, fen) => sum + fen)).toBe(row['paidFen']);
    }
  });

  it('knows nobody without the key, and no operator by the key of the interface', async () => {
    const stranger = await sandbox.ask('GET', '/lots', undefined, { authorization: 'Bearer other' });
    const caller = await sandbox.ask('GET', '/control', undefined, { authorization: `Bearer ${KEY}` });

    expect([stranger.status, caller.status]).toEqual([401, 401]);
  });
});

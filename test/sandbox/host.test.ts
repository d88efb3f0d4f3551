import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findHost } from '#infra/cli/host-client.ts';
import { connectSandbox } from '#infra/demo/desk/connection.ts';
import { visitAs } from '#infra/demo/desk/visitor.ts';
import { demoListings } from '#infra/local/sandbox/demo-lots.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import { type Running, startHostProcess } from '#test/support/host-process.ts';

const folder = mkdtempSync(`${tmpdir()}/sandbox-host-`);
const LISTINGS = 30;
/** Answers of the first half get lost, and the host is killed among them. */
const LOST = 15;
const PATIENCE = { timeout: 30_000, interval: 200 };

let host: Running | undefined;

afterEach(async () => {
  host?.process.kill('SIGTERM');
  await host?.ended;
  host = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(until: RegExp): Promise<void> {
  host = startHostProcess(folder);
  await host.until(until);
}

async function opi(method: string, path: string, body?: JsonObject) {
  const { key } = JSON.parse(readFileSync(`${folder}/sandbox-secrets.json`, 'utf8'));
  return fetch(`${findHost(folder).url}/sandbox/opi/v1${path}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${key}`, 'opi-version': '1' },
      ...(body !== undefined && { 'idempotency-key': String(body['reference']) }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function control(path: string, body: object): Promise<void> {
  const { url, token } = findHost(folder);
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${url}/sandbox/control${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function references(): Promise<readonly string[]> {
  const { lots } = (await (await opi('GET', '/lots')).json()) as { lots: readonly { reference: string }[] };
  return lots.map(({ reference }) => reference);
}

describe('the sandbox on the embedded host', () => {
  const [terms] = demoListings(Date.now() + 86_400_000);
  const listings = Array.from({ length: LISTINGS }, (_, index) => ({ ...terms, reference: `LST-${index + 1}` }));

  it('has one lot of each listing after the host was killed among answers that got lost', {
    timeout: 90_000,
  }, async () => {
    await start(/ready, open/);
    await control('/faults', { endpoint: 'create', kind: 'lost-answer', times: LOST });
    const sent = listings.map((listing, index) =>
      opi('POST', '/listings', listing).finally(() => {
        if (index === LISTINGS - 5) host?.process.kill('SIGKILL');
      }),
    );
    const answers = await Promise.allSettled(sent);
    await host?.ended;

    await start(/ready, open/);
    const known = await references();
    for (const listing of listings) await opi('POST', '/listings', listing);

    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(LOST);
    expect(known.length).toBeGreaterThanOrEqual(LOST);
    expect((await references()).toSorted()).toEqual(listings.map(({ reference }) => reference).toSorted());
  });

  it('becomes the district platform of the demo, and its lots reach the catalogue by what it pushes', {
    timeout: 90_000,
  }, async () => {
    await start(/samples loaded/);
    const address = findHost(folder);

    await connectSandbox(address);
    await connectSandbox(address);

    const office = await visitAs(address.url, 'office-centre');
    const { version, connection } = await office.read('/desk/connections/wuxing');
    expect(version).toBe(1);
    expect(connection).toMatchObject({ enabled: true, base: `${address.url}/sandbox` });
    await vi.waitFor(async () => {
      const response = await fetch(`${address.url}/v1/lots/wuxing.DEMO-000001`);
      expect(await response.json()).toMatchObject({ facts: { serviceAgency: { value: '演示平台(沙箱),非真实交易' } } });
    }, PATIENCE);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Listening } from '#infra/local/loopback.ts';
import { createClient } from '#infra/opi/certify/client.ts';
import { createReceiver, type Receiver } from '#infra/opi/certify/receiver.ts';
import { reportLines } from '#infra/opi/certify/report-lines.ts';
import { CASES, certify } from '#infra/opi/certify/run.ts';
import { type Broken, KEY } from './a-platform.ts';
import { aServer } from './a-server.ts';

const SECRET = `whsec_${btoa('a secret of the tests, long enough')}`;
const PATIENCE_MS = 500;

const open: (Listening | Receiver)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function certified(broken?: Broken) {
  const receiver = await createReceiver(0, SECRET, PATIENCE_MS);
  const server = await aServer(broken, { url: receiver.url, secret: SECRET });
  open.push(server, receiver);
  return { server, certificate: await certify(createClient(server.url, KEY), 'test', receiver) };
}

describe('the conformance suite', () => {
  it('finds every rule kept on a server that keeps them, and leaves no listing behind', async () => {
    const { certificate, server } = await certified();

    expect(certificate.findings.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
    expect(certificate.passed).toBe(true);
    expect(server.openListings()).toBe(0);
  });

  it.each(CASES.map(({ id }) => id))('finds %s broken on a server that breaks just that', async (id) => {
    const { certificate } = await certified(id);

    const finding = certificate.findings.find((one) => one.id === id);

    expect(finding).toMatchObject({ outcome: 'broken' });
    expect(certificate.passed).toBe(false);
    expect(reportLines(certificate).join('\n')).toContain(`实为：${finding?.found}`);
  });

  it('says that pushed events were not checked where they had nowhere to go', async () => {
    const server = await aServer();
    open.push(server);

    const certificate = await certify(createClient(server.url, KEY), 'test');

    const events = certificate.findings.filter(({ level }) => level === 'events');
    expect(events.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped']);
    expect(reportLines(certificate).join('\n')).toContain('--listen');
  });

  it('does not pass a server that is not there', async () => {
    const { server } = await certified();
    await server.close();

    const certificate = await certify(createClient(server.url, KEY), 'test');

    expect(certificate.passed).toBe(false);
    expect(certificate.findings.filter(({ level, outcome }) => level === 'publish' && outcome !== 'skipped')).toEqual(
      [],
    );
  });

  it('does not pass with a wrong key', async () => {
    const { server } = await certified();

    expect((await certify(createClient(server.url, 'other'), 'test')).passed).toBe(false);
  });
});

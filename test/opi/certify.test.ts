import { afterEach, describe, expect, it } from 'vitest';
import type { Listening } from '#infra/local/loopback.ts';
import { createClient } from '#infra/opi/certify/client.ts';
import { reportLines } from '#infra/opi/certify/report-lines.ts';
import { CASES, certify } from '#infra/opi/certify/run.ts';
import { aServer, type Broken, KEY } from './a-server.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function certified(broken?: Broken) {
  const server = await aServer(broken);
  open.push(server);
  return { server, certificate: await certify(createClient(server.url, KEY), 'test') };
}

describe('the conformance suite', () => {
  it('finds every rule kept on a server that keeps them, and leaves no listing behind', async () => {
    const { certificate, server } = await certified();

    expect(certificate.findings.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
    expect(certificate.passed).toBe(true);
    expect(await server.openListings()).toBe(0);
  });

  it.each(CASES.map(({ id }) => id))('finds %s broken on a server that breaks just that', async (id) => {
    const { certificate } = await certified(id);

    const finding = certificate.findings.find((one) => one.id === id);

    expect(finding).toMatchObject({ outcome: 'broken' });
    expect(certificate.passed).toBe(false);
    expect(reportLines(certificate).join('\n')).toContain(`实为：${finding?.found}`);
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postEvent } from '#infra/local/sandbox/push.ts';
import { realTime } from '#infra/local/timekeeper.ts';
import { createClient } from '#infra/opi/certify/client.ts';
import { createReceiver } from '#infra/opi/certify/receiver.ts';
import { CASES, certify } from '#infra/opi/certify/run.ts';
import { KEY, type RunningSandbox, runSandbox, SECRET } from './running.ts';
import { DAY } from './terms.ts';

let sandbox: RunningSandbox;

beforeEach(async () => {
  sandbox = await runSandbox({ demo: true, time: realTime, post: postEvent, requestsPerSecond: 10_000 });
});

afterEach(() => sandbox.close());

describe('the sandbox as reference of the Open Platform Interface', () => {
  it('keeps every rule of the conformance suite, on lots at every stage', { timeout: 60_000 }, async () => {
    await sandbox.ask('POST', '/control/leap', { ms: DAY });
    const receiver = await createReceiver(0, SECRET, 20_000);
    await sandbox.ask('POST', '/control/events', { url: receiver.url });

    const { findings, passed } = await certify(createClient(`${sandbox.url}/sandbox`, KEY), 'test', receiver);

    await receiver.close();
    expect(findings.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
    expect(findings).toHaveLength(CASES.length);
    expect(passed).toBe(true);
  });

  it('is found out when it drops a field', async () => {
    await sandbox.ask('POST', '/control/faults', { endpoint: 'lots', kind: 'changed-field', times: 10_000 });

    const { findings, passed } = await certify(createClient(`${sandbox.url}/sandbox`, KEY), 'test');

    expect(findings.find(({ id }) => id === 'read.lots')).toMatchObject({ outcome: 'broken' });
    expect(passed).toBe(false);
  });
});

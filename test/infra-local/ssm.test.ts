import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SsmServer, startSsm } from '#infra/local/secrets/ssm.ts';
import { ssmSecrets } from '#shared/aws/ssm-secrets.ts';
import { steppedClock } from '#test/support/fixed-ambient.ts';

const NAME = '/platforms/east/key';
const HEADERS = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameter' };

let secrets: Record<string, string>;
let server: SsmServer;

beforeEach(async () => {
  secrets = { [NAME]: 'value-1' };
  server = await startSsm(() => secrets);
});

afterEach(() => server.close());

function reader() {
  const settings = { region: 'local', accessKeyId: 'local', secretAccessKey: 'local', sessionToken: undefined };
  return ssmSecrets({ ...settings, endpoint: server.endpoint }, steppedClock());
}

async function post(url: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

describe('parameters of Systems Manager on loopback', () => {
  it('are read by the reader of the cloud', async () => {
    expect(await reader().read(NAME)).toBe('value-1');
  });

  it('are read as they are at that moment', async () => {
    secrets = { [NAME]: 'value-2' };

    expect(await reader().read(NAME)).toBe('value-2');
  });

  it.each(['/platforms/east/other', 'constructor', '__proto__'])('say that there is no %s', async (name) => {
    await expect(reader().read(name)).rejects.toMatchObject({ code: 'SECRET.MISSING' });
  });

  it('fail when the file of secrets cannot be read, and do not say what is in it', async () => {
    const broken = await startSsm(() => {
      throw new Error('unexpected token in value-1');
    });

    const answer = await post(broken.endpoint, HEADERS, { Name: NAME });

    await broken.close();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('value-1');
  });

  it.each([
    ['without the part of the address only the host knows', () => new URL('/', server.endpoint).href, HEADERS],
    ['as a page in a browser can ask', () => server.endpoint, { ...HEADERS, 'content-type': 'text/plain' }],
    ['for another call', () => server.endpoint, { ...HEADERS, 'x-amz-target': 'AmazonSSM.DescribeParameters' }],
  ])('do not answer who asks %s', async (_, address, headers) => {
    const answer = await post(address(), headers, { Name: NAME });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('value-1');
  });
});

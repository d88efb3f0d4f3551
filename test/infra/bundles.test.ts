import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleResult, bundleFunction } from '#infra/bundles.ts';
import { topology } from '#infra/topology.ts';
import type { FunctionSpec, Reference, Trigger } from '#infra/topology-shape.ts';
import { BUDGET, BUDGETS } from './bundle-budgets.ts';

/** Heavy parts that slip in with the wrong import. */
const FORBIDDEN = [
  /node_modules\/undici\//,
  /node_modules\/zod\/(v4\/)?locales\//,
  /node_modules\/@aws-sdk\/credential-provider-/,
  /node_modules\/parse5/,
  /node_modules\/iconv-lite\//,
  /node_modules\/@aws-sdk\/client-s3\//,
];

interface Outcome {
  readonly returned?: unknown;
  /** The error's code and message, then its causes'. */
  readonly threw?: readonly string[];
}

const functions = Object.entries(topology.functions);
// Outside the project, so that a module left out of a bundle cannot be found in its node_modules.
const directory = mkdtempSync(join(tmpdir(), 'bundles-'));
const bundles = new Map<string, BundleResult>();
let closedPort = 0;

beforeAll(async () => {
  closedPort = await aClosedPort();
  for (const [name, spec] of functions) bundles.set(name, bundleFunction(name, spec, directory));
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('Lambda bundles', () => {
  it.each(functions)('%s keeps within its bytes', (name) => {
    const { bytes } = bundleOf(name);

    expect(bytes).toBeLessThanOrEqual(BUDGETS[name] ?? BUDGET);
    expect(bytes).toBeGreaterThan(1_000);
  });

  it.each([
    [/node_modules\/aws-jwt-verify\//, /^signin$/],
    [/node_modules\/axios\//, /^(signin|collect-.+)$/],
    [/node_modules\/nodemailer\//, /^notices$/],
    [/node_modules\/standardwebhooks\//, /^events$/],
  ])('carry %s only where somebody outside is spoken to', (wanted, speakers) => {
    const carrying = functions.filter(([name]) => Object.keys(bundleOf(name).inputs).some((path) => wanted.test(path)));

    const elsewhere = carrying.map(([name]) => name).filter((name) => !speakers.test(name));
    expect(carrying.length).toBeGreaterThan(0);
    expect(elsewhere).toEqual([]);
  });

  it.each(functions)('%s carries nothing a Lambda function never uses', (name) => {
    const paths = Object.keys(bundleOf(name).inputs);

    expect(paths).toContain(topology.functions[name]?.entry);
    expect(paths.filter((path) => FORBIDDEN.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it.each(functions)('%s loads and answers its first event in plain node', async (name, spec) => {
    const [trigger] = spec.triggers;

    const outcome = await invoke(bundleOf(name).file, eventOf(trigger), spec);

    if (trigger?.on === 'queue') expect(outcome).toEqual({ returned: { batchItemFailures: [] } });
    if (trigger?.on === 'http') expect(outcome.returned).toMatchObject({ statusCode: expect.any(Number) });
    // With AWS out of reach a scheduled function has nothing to do but say so.
    if (trigger?.on === 'schedule') expect(outcome.threw?.join('\n')).toContain('ECONNREFUSED');
  });

  it('budgets name functions of the topology', () => {
    expect(Object.keys(topology.functions)).toEqual(expect.arrayContaining(Object.keys(BUDGETS)));
  });
});

function bundleOf(name: string): BundleResult {
  const bundle = bundles.get(name);
  if (bundle === undefined) throw new Error(`no bundle of ${name}`);
  return bundle;
}

function eventOf(trigger: Trigger | undefined): object {
  if (trigger?.on === 'queue') return { Records: [] };
  if (trigger?.on !== 'http') return {};
  const path = '/no-such-page';
  return {
    version: '2.0',
    routeKey: 'GET /{proxy+}',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'auctions.example' },
    requestContext: {
      domainName: 'auctions.example',
      http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      stage: '$default',
    },
    isBase64Encoded: false,
  };
}

function invoke(file: string, event: object, spec: FunctionSpec): Promise<Outcome> {
  const driver = fileURLToPath(new URL('./invoke-bundle.mjs', import.meta.url));
  const child = fork(driver, [file, JSON.stringify(event)], {
    execArgv: [],
    silent: true,
    timeout: 20_000,
    env: environmentOf(spec),
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.on('message', (outcome) => resolve(outcome as Outcome));
    child.on('exit', (code, signal) => reject(new Error(`ended without an outcome (${code ?? signal})\n${stderr}`)));
  });
}

/** What Lambda would set, with every AWS service out of reach. */
function environmentOf(spec: FunctionSpec): Record<string, string> {
  const endpoint = `http://127.0.0.1:${closedPort}`;
  const resolved = (reference: Reference): string => {
    if ('table' in reference) return reference.table;
    if ('bucket' in reference) return reference.bucket;
    if ('queueUrl' in reference) return `${endpoint}/000000000000/${reference.queueUrl}`;
    if ('text' in reference) return reference.text;
    return 'https://issuer.invalid/';
  };
  const own = Object.entries(spec.environment).map(([key, reference]) => [key, resolved(reference)] as const);
  return {
    AWS_REGION: 'ap-east-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    POWERTOOLS_SERVICE_NAME: 'bundle',
    POWERTOOLS_METRICS_NAMESPACE: 'Bundles',
    ...Object.fromEntries(own),
  };
}

/** A loopback port that has just been given back. */
function aClosedPort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

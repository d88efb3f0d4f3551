import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import * as z from 'zod';
import { listen } from '#infra/local/loopback.ts';
import { demoListings } from '#infra/local/sandbox/demo-lots.ts';
import { createSandbox, type SandboxOptions } from '#infra/local/sandbox/sandbox.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import { createManualTime } from '#test/support/manual-time.ts';
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

/** What events are signed with in the tests. */
export const SECRET = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
export const KEY = 'key-of-the-tests';

/** A listing the sandbox takes. */
export function aListing(reference = 'LST-1'): JsonObject {
  const [listing] = demoListings(START + DAY);
  return { ...listing, reference };
}

/** One pushed event. */
interface Pushed {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks the interface, and below `/control` the operators' part, with the right key for each. */
function askAt(url: string) {
  return async (method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) => {
    const isControl = path.startsWith('/control');
    const response = await fetch(`${url}/sandbox${isControl ? path : `/opi/v1${path}`}`, {
      method,
      headers: { authorization: `Bearer ${isControl ? 'operator' : KEY}`, 'opi-version': '1', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: anyJson.parse(await response.json()) };
  };
}

/** A sandbox that listens, its time turned by hand, its pushes caught. */
export async function runSandbox(given: Partial<SandboxOptions> = {}) {
  const directory = mkdtempSync(`${tmpdir()}/sandbox-test-`);
  const time = createManualTime(START);
  const pushed: Pushed[] = [];
  const hook = { status: 204 };
  const post = async (url: string, headers: Readonly<Record<string, string>>, body: string) => {
    pushed.push({ url, headers, body });
    return hook.status;
  };
  const server = createServer((request, response) => void sandbox.serve(request, response));
  const listening = await listen(server, 0);
  const open = (changed: Partial<SandboxOptions>) =>
    createSandbox({
      ...{ file: `${directory}/sandbox.sqlite`, origin: listening.url, key: KEY, eventsSecret: SECRET },
      ...{ operatorToken: 'operator', seed: 'tests', demo: false, time, post },
      ...given,
      ...changed,
    });
  let sandbox = open({});

  const ask = askAt(listening.url);
  return {
    ...{ url: listening.url, time, pushed, hook, ask },
    list: (body: JsonObject) => ask('POST', '/listings', body, { 'idempotency-key': String(body['reference']) }),
    beat: () => sandbox.beat(),
    async restart(changed: Partial<SandboxOptions> = {}) {
      await sandbox.close();
      sandbox = open(changed);
    },
    async close() {
      await listening.close();
      await sandbox.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export type RunningSandbox = Awaited<ReturnType<typeof runSandbox>>;

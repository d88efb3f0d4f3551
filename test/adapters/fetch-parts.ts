import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { createPageReader, type PageReader } from '#adapters/kit/page-reader.ts';
import { listen, readBody } from '#infra/local/loopback.ts';
import type { FetcherSession, FetchStep, FetchTarget, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';

/** What a small platform answers. */
interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A platform on this machine that answers as it is told and remembers what it was asked, as `GET /path?query body`. */
export async function aPlatform(answer: (asked: string) => Said | 'reset') {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const bytes = await readBody(request, 1_000_000);
    const body = bytes === 'too-large' ? '' : bytes.toString('utf8');
    const line = `${request.method} ${request.url}${body === '' ? '' : ` ${body}`}`;
    asked.push(line);
    const said = answer(line);
    if (said === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(said.status ?? 200, said.headers ?? {});
    response.end(said.body ?? '');
  });
  const listening = await listen(server, 0);
  onTestFinished(() => {
    server.closeAllConnections();
    return listening.close();
  });
  return { url: listening.url, asked };
}

/** A session whose platform is at an address of this machine. */
export function aSession(make: (read: PageReader) => PlatformFetcher, base: string): FetcherSession {
  const around = createSendAround({ privateHosts: [new URL(base).host] });
  return make(createPageReader(around)).connect({ base, options: {}, secrets: {} });
}

/** A reader that answers everything alike and remembers where it would have asked. */
export function aSilentReader(body = '') {
  const asked: { readonly url: string; readonly hosts: readonly string[] }[] = [];
  const read: PageReader = {
    async read({ url, hosts }) {
      asked.push({ url, hosts });
      return { status: 200, bytes: Buffer.from(body), contentType: 'text/html', headers: {}, url, cookies: {} };
    },
  };
  return { read, asked };
}

/** Every step from the first to the last; fails the test when they have no end. */
export async function allSteps(session: FetcherSession, target: FetchTarget): Promise<readonly FetchStep[]> {
  const steps: FetchStep[] = [];
  let step: string | null = null;
  do {
    const brought: FetchStep = await session.fetch(target, step);
    steps.push(brought);
    step = brought.next;
    if (steps.length > 50) throw new Error('the steps have no end');
  } while (step !== null);
  return steps;
}

/** A lot looked at for something. */
export function aLot(
  externalId: string,
  wanted: 'terms' | 'bidding' | 'result' | 'settlement',
  url: string | null = null,
) {
  return { what: 'lot', externalId, url, wanted } as const satisfies FetchTarget;
}

/** A list to be read. */
export function aList(list: string) {
  return { what: 'list', list } as const satisfies FetchTarget;
}

/** Texts that must never become a part of an address. */
export const HOSTILE_PARTS: readonly string[] = [
  '',
  '../../etc/passwd',
  '600000000001/../../x',
  '600000000001?x=1',
  '600000000001#x',
  '600000000001%2F..',
  '//evil.example/',
  'https://evil.example/',
  '@evil.example',
  '\\evil.example',
  '600000000001\r\nHost: evil.example',
  '600000000001 ',
  '６０００００００',
  '-600000',
  '6e10000',
  '__proto__',
  '.',
  '..',
  'x'.repeat(500),
];

/** Ways a platform fails, and what is said of each. */
export const FAILURES: readonly (readonly [string, Said | 'reset', string])[] = [
  ['429', { status: 429, headers: { 'retry-after': '30' } }, 'PLATFORM.RATE_LIMITED'],
  ['420', { status: 420 }, 'PLATFORM.RATE_LIMITED'],
  ['403', { status: 403 }, 'PLATFORM.BLOCKED'],
  ['451', { status: 451 }, 'PLATFORM.BLOCKED'],
  ['a redirect to a login', { status: 302, headers: { location: 'https://login.example/' } }, 'PLATFORM.BLOCKED'],
  ['a redirect elsewhere', { status: 302, headers: { location: 'https://x.example/' } }, 'PLATFORM.FORBIDDEN_ADDRESS'],
  ['404', { status: 404 }, 'RESOURCE.NOT_FOUND'],
  ['500', { status: 500 }, 'PLATFORM.UNAVAILABLE'],
  ['a lost connection', 'reset', 'PLATFORM.UNAVAILABLE'],
  ['a body without an end', { body: 'x'.repeat(5_000_001) }, 'DOCUMENT.TOO_LARGE'],
];

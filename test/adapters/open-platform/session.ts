import { createServer, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { createSendAround, type PublisherHttp } from '#adapters/kit/http-send.ts';
import { openPlatformPublisher } from '#adapters/kit/open-platform/publisher.ts';
import { openPlatformPublishing } from '#adapters/kit/open-platform/publishing.ts';
import { listen, readBody } from '#infra/local/loopback.ts';
import type { PublisherSession } from '#shared/ports/platform-publisher.ts';
import { KEY } from '#test/sandbox/running.ts';
import { readFile } from './offer.ts';

/** A session with a platform at an address of this machine. */
export function aSession(base: string, key = KEY, http: Partial<PublisherHttp> = {}): PublisherSession {
  const around = createSendAround({ privateHosts: [new URL(base).host], ...http });
  const connection = { platform: 'wuxing', enabled: true, base, options: {}, secrets: {}, requestsPerMinute: 60 };
  return openPlatformPublisher(around, openPlatformPublishing('wuxing')).connect({
    connection,
    secrets: { key },
    readFile,
  });
}

/** What a small server answers. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request as it came. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly json: unknown;
}

/** A server that answers as it is told and remembers what it was asked; `reset` breaks the connection after the request came. */
export async function aServer(answer: (heard: Heard) => Said | 'reset' | 'silence') {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const bytes = await readBody(request, 10_000_000);
    const text = bytes === 'too-large' ? '' : bytes.toString('utf8');
    const { method = '', url = '', headers } = request;
    const asked = { method, path: url, headers, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
    heard.push(asked);
    const said = answer(asked);
    if (said === 'silence') return;
    if (said === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const { status, headers: more = {}, body = '' } = said;
    response.writeHead(status, { 'content-type': 'application/json', ...more });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const listening = await listen(server, 0);
  onTestFinished(() => {
    server.closeAllConnections();
    return listening.close();
  });
  return { url: listening.url, heard };
}

/** A platform that answers as it is told, and a session with it. */
export async function aPlatform(answer: (heard: Heard) => Said) {
  const { url, heard } = await aServer(answer);
  return { session: aSession(`${url}/base/`), heard };
}

/** What stands in the way of machines. */
export const HTML: Said = { status: 200, headers: { 'content-type': 'text/html' }, body: '<title>安全验证</title>' };

/** A refusal in the interface's form. */
export function aProblem(status: number, code: string, of: Readonly<Record<string, unknown>> = {}): Said {
  return { status, body: { type: `urn:opi:problem:${code}`, title: '被拒绝', status, code, errors: [], ...of } };
}

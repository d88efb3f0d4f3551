import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request a service got. */
export interface Got {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A service on loopback that answers as it is told and remembers what it was asked. */
export async function aService(answers: readonly (readonly [status: number, body: unknown])[]) {
  const got: Got[] = [];
  const rest = [...answers];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '/', 'http://service.invalid');
    got.push({ url, headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
    const [status, body] = rest.shift() ?? [500, {}];
    const location = status === 302 ? { location: '/elsewhere' } : {};
    response.writeHead(status, { 'content-type': 'application/json', ...location }).end(JSON.stringify(body));
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const { port } = server.address() as AddressInfo;
  return {
    got,
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Secrets of a list. */
export function secretsOf(known: Readonly<Record<string, string>>) {
  return { read: async (name: string) => known[name] ?? '' };
}

export const MESSAGE = {
  id: 'message-1',
  subject: '成交:鱼塘',
  text: '鱼塘:成交。\nhttps://hub.example.gov.cn/lots/1',
};

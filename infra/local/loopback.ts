import type { IncomingMessage, Server } from 'node:http';
import { AppError } from '#shared/errors/app-error.ts';

const GRACE_MS = 3_000;
/** Longer than clients keep an idle connection: one closed under a client that is about to use it fails its request. */
const KEEP_ALIVE_MS = 120_000;

/**
 * Listens on 127.0.0.1 only; port 0 takes any free one. Returns the base URL.
 *
 * @throws AppError HOST.PORT_TAKEN with the port in its details
 */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(taken ? new AppError('HOST.PORT_TAKEN', 'port is taken', { details: { port }, cause }) : cause);
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`);
    });
  });
}

/** Lets requests in hand finish, but waits at most 3 s for connections that hold on to nothing. */
export function close(server: Server): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** The whole body, or `too-large` as soon as it passes `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Says whether a Host header names this machine. A foreign name that resolves to 127.0.0.1 (DNS rebinding) would let
 * a web page read what the host serves.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

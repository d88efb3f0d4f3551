import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AppError } from '#shared/errors/app-error.ts';

/** Longer than clients keep an idle connection: one closed under a client that is about to use it fails its request. */
const KEEP_ALIVE_MS = 600_000;

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Requests not answered yet. */
  inHand(): number;
  /** Lets requests in hand finish; connections that hold on to nothing are closed. */
  close(): Promise<void>;
}

/** Closes a server as soon as nothing is in hand, whatever connections clients keep for later. */
function closer(server: Server, inHand: ReadonlySet<ServerResponse>) {
  let closing: Promise<void> | undefined;
  const settle = () => {
    if (closing && inHand.size === 0) server.closeAllConnections();
  };
  const close = () => {
    closing ??= new Promise((resolve) => server.close(() => resolve()));
    settle();
    return closing;
  };
  return { close, settle };
}

/**
 * Listens on 127.0.0.1 only; port 0 takes any free one.
 *
 * @throws AppError HOST.PORT_TAKEN with the port in its details
 */
export function listen(server: Server, port: number): Promise<Listening> {
  const inHand = new Set<ServerResponse>();
  const { close, settle } = closer(server, inHand);
  server.on('request', (_, response) => {
    inHand.add(response);
    response.on('close', () => {
      inHand.delete(response);
      settle();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(taken ? new AppError('HOST.PORT_TAKEN', 'port is taken', { details: { port }, cause }) : cause);
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
      resolve({ url, inHand: () => inHand.size, close });
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

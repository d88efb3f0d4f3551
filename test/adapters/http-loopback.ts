import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server on this machine under a name only the test's own name service knows; closed after the test. */
export async function aServer(listener: RequestListener): Promise<{ readonly host: string; readonly origin: string }> {
  const server = createServer(listener);
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  onTestFinished(() => {
    server.closeAllConnections();
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    return closed.promise;
  });
  const { port } = server.address() as AddressInfo;
  return { host: `platform.test:${port}`, origin: `http://platform.test:${port}` };
}

/** A name service that leads every name to this machine. */
export function toLoopback(): Promise<readonly { readonly address: string; readonly family: number }[]> {
  return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
}

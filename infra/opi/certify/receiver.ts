import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One pushed event as it came in. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Takes the events a platform pushes, for the time of one run. */
export interface Receiver {
  /** `whsec_` and Base64, as the platform was given it. */
  readonly secret: string;
  /** Address on this machine. */
  readonly url: string;
  /** The first delivery that fits, of those that came and those still to come; undefined when patience ran out. */
  first(fits: (delivery: Delivery) => boolean): Promise<Delivery | undefined>;
  /** Answers the next delivery that fits with 500, once. */
  refuseOnce(fits: (delivery: Delivery) => boolean): void;
  close(): Promise<void>;
}

const LARGEST = 1_000_000;
const POLL_MS = 20;

/** What waits and what came. */
interface Box {
  readonly came: Delivery[];
  refusing: ((delivery: Delivery) => boolean) | undefined;
}

function serve(box: Box): Server {
  return createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > LARGEST) request.destroy();
    });
    request.on('end', () => {
      const delivery = { headers: request.headers, body };
      const isRefused = box.refusing?.(delivery) ?? false;
      if (isRefused) box.refusing = undefined;
      else box.came.push(delivery);
      response.writeHead(isRefused ? 500 : 204).end();
    });
  });
}

/**
 * Listens on a port for pushed events.
 * @param patienceMs how long `first` waits
 */
export async function createReceiver(port: number, secret: string, patienceMs: number): Promise<Receiver> {
  const box: Box = { came: [], refusing: undefined };
  const server = serve(box);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    secret,
    url: `http://127.0.0.1:${bound}`,
    refuseOnce(fits) {
      box.refusing = fits;
    },
    async first(fits) {
      for (let waited = 0; waited <= patienceMs; waited += POLL_MS) {
        const found = box.came.find(fits);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      return undefined;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

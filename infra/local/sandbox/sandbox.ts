import type { IncomingMessage, ServerResponse } from 'node:http';
import { realTime, type Timekeeper } from '../timekeeper.ts';
import { createPlatformClock } from './clock.ts';
import { demoListings } from './demo-lots.ts';
import { createFaults } from './faults.ts';
import { createLimit } from './limit.ts';
import { createPlatform, type SandboxPlatform } from './platform.ts';
import type { Answer } from './problem.ts';
import { createPusher, type Post, postEvent } from './push.ts';
import { answer } from './serve.ts';
import { openSandboxStore, type SandboxStore } from './store.ts';

/** Where the sandbox platform lives on the host. */
const SANDBOX_PATH = '/sandbox';

export interface SandboxOptions {
  /** Database in the data directory. */
  readonly file: string;
  /** Address of the host, with the port it listens on. */
  readonly origin: string;
  /** What callers of the interface send as `Bearer`. */
  readonly key: string;
  /** What events are signed with: `whsec_` and Base64. */
  readonly eventsSecret: string;
  /** What operators send as `Bearer` to the control below `/sandbox/control`. */
  readonly operatorToken: string;
  /** Settles every history; the same seed makes the same auctions. */
  readonly seed: string;
  /** Begin a new database with a handful of auctions. */
  readonly demo: boolean;
  /** Requests a second; default 50, in bursts of twice as many. */
  readonly requestsPerSecond?: number;
  readonly time?: Timekeeper;
  readonly post?: Post;
}

/** The platform as a server below `prefix`, with a heart that beats each second. */
export interface Sandbox {
  readonly prefix: string;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Lets due steps happen and pushes what waits. */
  beat(): Promise<void>;
  close(): Promise<void>;
}

const BEAT_MS = 1_000;

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isPage = typeof body === 'string';
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'opi-demo': 'true', ...headers });
  response.end(isPage || body instanceof Uint8Array ? body : JSON.stringify(body));
}

/** Runs `beat` a second after the last one ended. */
function startHeart(time: Timekeeper, beat: () => Promise<void>) {
  let isStopped = false;
  let cancel = () => {};
  let beating = Promise.resolve();
  const schedule = () => {
    cancel = time.after(BEAT_MS, () => {
      beating = beat().finally(() => {
        if (!isStopped) schedule();
      });
    });
  };
  schedule();
  return {
    async stop(): Promise<void> {
      isStopped = true;
      cancel();
      await beating;
    },
  };
}

/** Lists what a new sandbox begins with; killed half-way it goes on the next time, for what is listed stays as it is. */
function beginDemo(platform: SandboxPlatform, store: SandboxStore, now: number): void {
  if (store.setting('demo') !== undefined) return;
  for (const listing of demoListings(now)) platform.list(listing, 'opi');
  store.set('demo', 'listed');
}

/** A platform to try everything on: simulated bidders, its own time, and faults on demand. Everything it says is 演示. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { file, origin, key, operatorToken, seed, time = realTime, requestsPerSecond = 50 } = options;
  const { eventsSecret: secret, post = postEvent } = options;
  const store = openSandboxStore(file);
  const clock = createPlatformClock(store, () => time.now());
  const faults = createFaults();
  const pusher = createPusher({ store, time, faults, secret, post });
  const platform = createPlatform({ store, clock, seed, origin });
  const wait = createLimit(requestsPerSecond, time);
  if (options.demo) beginDemo(platform, store, clock.now());

  const served = { platform, store, clock, faults, time, origin, wait, key, operatorToken };
  const beat = async () => {
    platform.settle();
    await pusher.push();
  };
  const heart = startHeart(time, beat);
  return {
    prefix: SANDBOX_PATH,
    beat,
    async serve(request, response) {
      const result = await answer(served, SANDBOX_PATH, request);
      if (result === 'lost') response.destroy();
      else send(response, result);
    },
    async close() {
      await heart.stop();
      await pusher.settled();
      store.close();
    },
  };
}

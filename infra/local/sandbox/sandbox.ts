import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { OPI_PATH, OPI_VERSION } from '#infra/opi/wire.ts';
import { readBody } from '../loopback.ts';
import { realTime, type Timekeeper } from '../timekeeper.ts';
import { createPlatformClock, type PlatformClock } from './clock.ts';
import { answerControl, eventAddress } from './control.ts';
import { demoListings } from './demo-lots.ts';
import { createFaults, type Endpoint, type Faults } from './faults.ts';
import type { JsonObject } from './json.ts';
import { createLimit } from './limit.ts';
import { answerOpi, routeOf } from './opi.ts';
import { createPlatform, type SandboxPlatform } from './platform.ts';
import { type Answer, problem } from './problem.ts';
import { createPusher, type Post } from './push.ts';
import { openSandboxStore, type SandboxStore } from './store.ts';

/** Where the sandbox platform lives on the host. */
export const SANDBOX_PATH = '/sandbox';

export interface SandboxOptions {
  /** Database in the data directory. */
  readonly file: string;
  /** What callers of the interface send as `Bearer`. */
  readonly key: string;
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
const SLOW_MS = 20_000;
const PATIENCE_MS = 10_000;
const LARGEST_BODY = 10_000_000;
const BASE = `${SANDBOX_PATH}${OPI_PATH}`;
const CONTROL = `${SANDBOX_PATH}/control`;
const CAPTCHA =
  '<!doctype html><html lang="zh"><title>安全验证</title><p>演示故障：请完成滑块验证后继续访问。</p></html>';

async function postEvent(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  await response.body?.cancel();
  return response.status;
}

function bears({ authorization = '' }: IncomingMessage['headers'], wanted: string): boolean {
  const given = Buffer.from(authorization.replace(/^bearer +/i, ''));
  return (
    /^bearer /i.test(authorization) &&
    given.length === Buffer.byteLength(wanted) &&
    timingSafeEqual(given, Buffer.from(wanted))
  );
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'opi-demo': 'true', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** 字段改名: the start price has another name. */
function renamed(body: JsonObject | string): JsonObject | string {
  return typeof body === 'string'
    ? body
    : JSON.parse(JSON.stringify(body).replaceAll('"startPriceFen":', '"start_price":'));
}

/** What requests are answered with. */
interface Served {
  readonly platform: SandboxPlatform;
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  readonly faults: Faults;
  readonly time: Timekeeper;
  /** Seconds to wait before the next request, or 0. */
  readonly wait: () => number;
  readonly key: string;
  readonly operatorToken: string;
}

/** Faults before the work is done; undefined where there are none. */
async function refusal({ faults, time }: Served, endpoint: Endpoint): Promise<Answer | undefined> {
  if (faults.take(endpoint, 'slow')) await new Promise<void>((resolve) => void time.after(SLOW_MS, resolve));
  if (faults.take(endpoint, 'server-error')) return problem('server.failed', [], { 'retry-after': '1' });
  return faults.take(endpoint, 'captcha') ? { status: 200, body: CAPTCHA } : undefined;
}

/** One operation of the interface, with the faults switched on for it. */
async function operate(served: Served, request: IncomingMessage, url: URL, text: string): Promise<Answer | 'lost'> {
  const { headers, method = '' } = request;
  const { faults } = served;
  if (headers['opi-version'] !== OPI_VERSION) return problem('version.unsupported');
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
  const asked = { method, path: url.pathname.slice(BASE.length), query: url.searchParams, headers: named, body: text };
  const route = routeOf(asked);
  if (route === undefined) return problem('path.unknown');
  const refused = await refusal(served, route.endpoint);
  if (refused !== undefined) return refused;
  const done = answerOpi(served, route.endpoint, route.id, asked);
  if (faults.take(route.endpoint, 'lost-answer')) return 'lost';
  return faults.take(route.endpoint, 'changed-field') ? { ...done, body: renamed(done.body) } : done;
}

/** Who may ask what, and how often. */
function answerer(served: Served) {
  const { key, operatorToken, wait } = served;
  return async (request: IncomingMessage): Promise<Answer | 'lost'> => {
    const { headers, method = '' } = request;
    const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
    const { pathname } = url;
    const isControl = pathname === CONTROL || pathname.startsWith(`${CONTROL}/`);
    if (!isControl && !pathname.startsWith(`${BASE}/`)) return problem('path.unknown');
    if (!bears(headers, isControl ? operatorToken : key)) return problem('auth.required');
    const seconds = isControl ? 0 : wait();
    if (seconds > 0) return problem('rate.limited', [], { 'retry-after': String(seconds) });
    const body = await readBody(request, LARGEST_BODY);
    if (body === 'too-large') return problem('request.too_large');
    const text = body.toString('utf8');
    if (isControl) return answerControl(served, method, pathname.slice(CONTROL.length), text);
    return operate(served, request, url, text);
  };
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

/** A platform to try everything on: simulated bidders, its own time, and faults on demand. Everything it says is 演示. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { file, key, operatorToken, seed, time = realTime, requestsPerSecond = 50 } = options;
  const store = openSandboxStore(file);
  const clock = createPlatformClock(store, () => time.now());
  const faults = createFaults();
  const pusher = createPusher({
    store,
    time,
    faults,
    post: options.post ?? postEvent,
    address: () => eventAddress(store),
  });
  const platform = createPlatform({ store, clock, seed });
  const wait = createLimit(requestsPerSecond, time);
  if (options.demo && store.count() === 0) for (const listing of demoListings(clock.now())) platform.list(listing);

  const answer = answerer({ platform, store, clock, faults, time, wait, key, operatorToken });
  const beat = async () => {
    platform.settle();
    await pusher.push();
  };
  const heart = startHeart(time, beat);
  return {
    prefix: SANDBOX_PATH,
    beat,
    async serve(request, response) {
      const result = await answer(request);
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

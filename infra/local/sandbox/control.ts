import { fromEpochMs } from '#shared/domain/time.ts';
import type { PlatformClock } from './clock.ts';
import { RATES } from './clock.ts';
import { ENDPOINTS, FAULT_KINDS, type Faults } from './faults.ts';
import { parseObject } from './json.ts';
import type { SandboxPlatform } from './platform.ts';
import { type Answer, type Fault, problem } from './problem.ts';
import type { EventAddress } from './push.ts';
import type { SandboxStore } from './store.ts';

interface Parts {
  readonly platform: SandboxPlatform;
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  readonly faults: Faults;
}

const MOST_TIMES = 10_000;
const LONGEST_LEAP_MS = 400 * 86_400_000;

/** Where events are pushed to, if anywhere. */
export function eventAddress(store: SandboxStore): EventAddress | undefined {
  const stored = parseObject(store.setting('events') ?? '');
  const { url, secret } = stored ?? {};
  return typeof url === 'string' && typeof secret === 'string' ? { url, secret } : undefined;
}

function invalid(pointer: string, detail: string): Answer {
  const fault: Fault = { pointer, code: 'field.invalid', detail };
  return problem('listing.invalid', [fault]);
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function state({ platform, store, clock, faults }: Parts): Answer {
  const now = platform.settle();
  const address = eventAddress(store)?.url;
  return {
    status: 200,
    body: {
      demo: true,
      clock: fromEpochMs(now),
      rate: clock.rate(),
      lots: store.count(),
      faults: faults.list(),
      undelivered: store.undelivered(),
      ...(address !== undefined && { eventAddress: address }),
    },
  };
}

/** Operators only: `GET /`, `POST /clock` {rate}, `/leap` {ms}, `/faults` {endpoint, kind, times}, `/events` {url, secret}. */
export function answerControl(parts: Parts, method: string, path: string, text: string): Answer {
  if (method === 'GET' && path === '') return state(parts);
  const body = parseObject(text);
  if (method !== 'POST') return problem('path.unknown');
  if (body === undefined) return problem('request.not_json');
  const { clock, faults, store } = parts;
  if (path === '/clock') {
    const rate = RATES.find((known) => known === body['rate']);
    if (rate === undefined) return invalid('/rate', `须为 ${RATES.join('、')} 之一`);
    clock.setRate(rate);
  } else if (path === '/leap') {
    const ms = body['ms'];
    if (!isWhole(ms, LONGEST_LEAP_MS)) return invalid('/ms', '须为毫秒数，不超过 400 天');
    clock.leap(ms);
  } else if (path === '/faults') {
    const endpoint = ENDPOINTS.find((known) => known === body['endpoint']);
    const kind = FAULT_KINDS.find((known) => known === body['kind']);
    const times = body['times'];
    if (endpoint === undefined) return invalid('/endpoint', `须为 ${ENDPOINTS.join('、')} 之一`);
    if (kind === undefined) return invalid('/kind', `须为 ${FAULT_KINDS.join('、')} 之一`);
    if (!isWhole(times, MOST_TIMES)) return invalid('/times', '须为 0 至 10000 的整数');
    faults.set(endpoint, kind, times);
  } else if (path === '/events') {
    const { url, secret } = body;
    if (typeof url !== 'string' || !URL.canParse(url)) return invalid('/url', '须为网址');
    if (typeof secret !== 'string' || !secret.startsWith('whsec_')) return invalid('/secret', '须以 whsec_ 开头');
    store.set('events', JSON.stringify({ url, secret }));
  } else {
    return problem('path.unknown');
  }
  return state(parts);
}

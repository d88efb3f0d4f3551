import type { FieldError, JsonObject } from '#infra/opi/wire.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { type PlatformClock, RATES } from './clock.ts';
import { ENDPOINTS, FAULT_KINDS, type Faults } from './faults.ts';
import { parseObject } from './json.ts';
import type { SandboxPlatform } from './platform.ts';
import { type Answer, problem } from './problem.ts';
import type { SandboxStore } from './store.ts';

/** What operators and the console turn. */
export interface Controlled {
  readonly platform: SandboxPlatform;
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  readonly faults: Faults;
}

const MOST_TIMES = 10_000;
const LONGEST_LEAP_MS = 400 * 86_400_000;

function invalid(pointer: string, detail: string): FieldError {
  return { pointer, code: 'field.invalid', detail };
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

type Change = (parts: Controlled, body: JsonObject) => FieldError | undefined;

/** Changes by their path; each says what is wrong with the body. */
const CHANGES: Readonly<Record<string, Change>> = {
  '/clock': ({ clock }, { rate: wanted }) => {
    const rate = RATES.find((known) => known === wanted);
    if (rate === undefined) return invalid('/rate', `须为 ${RATES.join('、')} 之一`);
    return void clock.setRate(rate);
  },
  '/leap': ({ clock }, { ms }) => {
    if (!isWhole(ms, LONGEST_LEAP_MS)) return invalid('/ms', '须为毫秒数，不超过 400 天');
    return void clock.leap(ms);
  },
  '/faults': ({ faults }, body) => {
    const endpoint = ENDPOINTS.find((known) => known === body['endpoint']);
    const kind = FAULT_KINDS.find((known) => known === body['kind']);
    const times = body['times'];
    if (endpoint === undefined) return invalid('/endpoint', `须为 ${ENDPOINTS.join('、')} 之一`);
    if (kind === undefined) return invalid('/kind', `须为 ${FAULT_KINDS.join('、')} 之一`);
    if (!isWhole(times, MOST_TIMES)) return invalid('/times', '须为 0 至 10000 的整数');
    return void faults.set(endpoint, kind, times);
  },
  '/events': ({ platform }, { url }) => {
    if (typeof url !== 'string' || !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      return invalid('/url', '须为网址');
    return void platform.register(url);
  },
};

/** Turns one thing; answers what is wrong, or undefined when it is done. */
export function change(parts: Controlled, path: string, body: JsonObject): FieldError | 'unknown' | undefined {
  const act = Object.hasOwn(CHANGES, path) ? CHANGES[path] : undefined;
  return act === undefined ? 'unknown' : act(parts, body);
}

function state({ platform, store, clock, faults }: Controlled): Answer {
  const now = platform.settle();
  const address = store.setting('events');
  return {
    status: 200,
    body: {
      demo: true,
      clock: fromEpochMs(now),
      rate: clock.rate(),
      lots: store.count(),
      faults: faults.list().map((fault) => ({ ...fault })),
      undelivered: store.undelivered(),
      ...(address !== undefined && { eventAddress: address }),
    },
  };
}

/** Operators only: `GET /`, `POST /clock` {rate}, `/leap` {ms}, `/faults` {endpoint, kind, times}, `/events` {url}. */
export function answerControl(parts: Controlled, method: string, path: string, text: string): Answer {
  if (method === 'GET' && path === '') return state(parts);
  if (method !== 'POST') return problem('path.unknown');
  const body = parseObject(text);
  if (body === undefined) return problem('request.not_json');
  const wrong = change(parts, path, body);
  if (wrong === 'unknown') return problem('path.unknown');
  return wrong === undefined ? state(parts) : problem('control.invalid', [wrong]);
}

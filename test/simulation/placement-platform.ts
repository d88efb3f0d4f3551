import { type Call, type Reply, toReply } from '#adapters/kit/open-platform/call.ts';
import { createPlatformClock } from '#infra/local/sandbox/clock.ts';
import { answerOpi, routeOf } from '#infra/local/sandbox/opi.ts';
import { createPlatform } from '#infra/local/sandbox/platform.ts';
import { type Answer, problem } from '#infra/local/sandbox/problem.ts';
import { openSandboxStore } from '#infra/local/sandbox/store.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SeededRandom, SteppedClock } from '#test/support/fixed-ambient.ts';

/** What may befall one request on its way to the platform and back. */
export type RequestFault =
  | 'none'
  | 'never-arrives'
  | 'lost-answer'
  | 'arrives-late'
  | 'server-error'
  | 'captcha'
  | 'changed-field'
  | 'rate-limited'
  | 'key-refused';

/** Faults drawn from the seed, so many and no more. */
export function randomRequestFaults(random: SeededRandom): () => RequestFault {
  const rate = random.pick([0, 0.1, 0.3, 0.6]);
  let left = random.below(12);
  return () => {
    if (left === 0 || !random.chance(rate)) return 'none';
    left -= 1;
    return random.pick<RequestFault>([
      ...(['never-arrives', 'lost-answer', 'lost-answer', 'arrives-late', 'server-error'] as const),
      ...(['captcha', 'changed-field', 'rate-limited', 'key-refused'] as const),
    ]);
  };
}

/** Longest that a request is on its way which nobody waits for any more. */
const LATEST_MS = 50_000;
const CAPTCHA = { status: 200, body: '<!doctype html><title>安全验证</title>' };

interface Around {
  readonly clock: SteppedClock;
  readonly random: SeededRandom;
  readonly fault: () => RequestFault;
  /** Whether a request for a lot makes another one under a reference that is known. */
  readonly makesSecond: boolean;
  readonly origin: string;
}

/** The sandbox's engine behind its interface, in process; where asking twice makes two, under references of its own. */
function createEngine({ clock, random, makesSecond, origin }: Around) {
  const store = openSandboxStore(':memory:');
  const nowMs = () => toEpochMs(clock.now());
  const time = createPlatformClock(store, nowMs);
  const platform = createPlatform({ store, clock: time, seed: 'simulation', origin });
  // What was made a moment ago may not be found yet by whoever looks for it.
  const unseenMs = makesSecond ? random.pick([0, 30_000, 180_000]) : 0;
  const madeAt = new Map<string, number>();

  const lotsOf = (reference: string) =>
    store
      .changedSince('opi', 0)
      .filter((entry) => entry.reference === reference || entry.reference.startsWith(`${reference}.`));
  const ownReference = (reference: string, isNew: boolean) => {
    if (!makesSecond) return reference;
    const known = lotsOf(reference);
    return isNew ? `${reference}.${known.length + 1}` : (known.at(-1)?.reference ?? reference);
  };
  const translated = (call: Call): Call => {
    const [, listings, given, ...rest] = call.path.split('/');
    if (listings !== 'listings') return call;
    const own = ownReference(given ?? String(call.body?.['reference']), given === undefined);
    const path = ['', listings, ...(given === undefined ? [] : [own]), ...rest].join('/');
    const headers = { ...call.headers, ...(given === undefined ? { 'idempotency-key': own } : {}) };
    const body = call.body?.['reference'] === undefined ? call.body : { ...call.body, reference: own };
    return { ...call, path, headers, ...(body === undefined ? {} : { body }) };
  };
  return {
    lotsOf,
    close: () => store.close(),
    perform(asked: Call): Answer {
      const { method, path: full, headers = {}, body } = translated(asked);
      const [path = '', query] = full.split('?');
      const own = path.split('/')[2] ?? String(headers['idempotency-key']);
      if (method === 'POST' && path === '/listings') madeAt.set(own, nowMs());
      if (method === 'GET' && nowMs() < (madeAt.get(own) ?? 0) + unseenMs) return problem('listing.none');
      const request = { method, path, query: new URLSearchParams(query), headers, body: JSON.stringify(body ?? {}) };
      const route = routeOf(request);
      if (route === undefined) return problem('path.unknown');
      return answerOpi({ platform, store, origin }, route.endpoint, route.id, request);
    },
  };
}

/** An answer as its bytes, read as the adapter reads it. */
function readAnswer({ status, headers = {}, body }: Answer, { method, path, none }: Call, around: Around): Reply {
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const url = `${around.origin}/opi/v1${path}`;
  return toReply({ status, headers, bytes }, { method, url, none, nowMs: toEpochMs(around.clock.now()) });
}

/** The platform at the far end of a bad line. */
export function simulatedPlatform(around: Around) {
  const { clock, random, fault } = around;
  const { perform, lotsOf, close } = createEngine(around);
  const late: { readonly atMs: number; readonly call: Call }[] = [];

  const befall = (call: Call): Answer | 'lost' => {
    switch (fault()) {
      case 'none':
        return perform(call);
      case 'never-arrives':
        return 'lost';
      case 'arrives-late':
        late.push({ atMs: toEpochMs(clock.now()) + random.below(LATEST_MS), call });
        return 'lost';
      case 'lost-answer':
        perform(call);
        return 'lost';
      case 'changed-field': {
        const answer = perform(call);
        return { ...answer, body: JSON.parse(JSON.stringify(answer.body).replaceAll('"lotId":', '"lot_id":')) };
      }
      case 'server-error':
        return problem('server.failed');
      case 'captcha':
        return CAPTCHA;
      case 'rate-limited':
        return problem('rate.limited', [], { 'retry-after': '90' });
      case 'key-refused':
        return problem('auth.required');
    }
  };
  return {
    /** The lots made of a placement. */
    lotsOf,
    close,
    /** Requests that were still on their way arrive. */
    arrive(): void {
      for (const request of late.splice(0)) {
        if (request.atMs <= toEpochMs(clock.now())) perform(request.call);
        else late.push(request);
      }
    },
    /** One request, as the adapter sends it. */
    async ask(call: Call): Promise<Reply> {
      const answer = befall(call);
      if (answer !== 'lost') return readAnswer(answer, call, around);
      const code = call.method === 'GET' ? 'PLATFORM.UNAVAILABLE' : 'PLATFORM.ANSWER_LOST';
      throw new AppError(code, 'simulated: no answer');
    },
  };
}

export type SimulatedPlatform = ReturnType<typeof simulatedPlatform>;

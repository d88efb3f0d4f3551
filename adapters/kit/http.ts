import axios from 'axios';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen, retry, wrap } from 'cockatiel';
import { AppError } from '#shared/errors/app-error.ts';
import { createAgents, type ResolvedAddress, resolveHost } from './http-agents.ts';
import { ACCEPT_ENCODING } from './http-body.ts';
import { exchange, type FetchedPage, MAX_WIRE_BYTES } from './http-exchange.ts';
import { checkAddress } from './http-guard.ts';
import { isTemporary } from './http-outcome.ts';
import { isPublicAddress } from './public-address.ts';

/** Reads pages of one platform. */
export interface PlatformClient {
  /**
   * Gets a page, following redirects within the platform's hosts.
   * @throws AppError `PLATFORM.UNAVAILABLE` or `PLATFORM.RATE_LIMITED` (retryable, `retryAfterMs` in details when the
   * platform says), `PLATFORM.REFUSED`, `PLATFORM.FORBIDDEN_ADDRESS`, `RESOURCE.NOT_FOUND`, `DOCUMENT.TOO_LARGE`
   */
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<FetchedPage>;
}

interface ClientOptions {
  /** Hosts that may be asked, as in the manifest. With a port only where it is not the default one. */
  readonly hosts: readonly string[];
  readonly userAgent: string;
  /** For one attempt with its redirects and its whole body. */
  readonly timeoutMs?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  /** Longest wait between attempts. A platform that asks for more is not asked again in this call. */
  readonly maxWaitMs?: number;
  readonly surroundings?: Partial<Surroundings>;
}

/** What tests replace: time, chance, the name service and what counts as a public address. */
interface Surroundings {
  now(): number;
  /** Runs later, unless cancelled by the function returned. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
  resolve(host: string): Promise<readonly ResolvedAddress[]>;
  isAllowed(address: string): boolean;
}

const FIRST_WAIT_MS = 500;
const FAILURES_TO_BREAK = 5;
const BREAK_MS = 30_000;

const REAL: Surroundings = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  resolve: resolveHost,
  isAllowed: isPublicAddress,
};

/**
 * Makes a client for one platform. It retries what may heal, leaves a platform that keeps failing alone for half a
 * minute, and sends nothing to an address outside `hosts` or outside the public internet.
 */
export function createPlatformClient(options: ClientOptions): PlatformClient {
  const { hosts, timeoutMs = 10_000, retries = 2, maxWaitMs = 5_000 } = options;
  const around: Surroundings = { ...REAL, ...options.surroundings };
  const http = createHttp(options.userAgent, around);
  const policy = createPolicy(retries, maxWaitMs);

  async function attempt(url: URL, headers: Readonly<Record<string, string>>): Promise<FetchedPage> {
    const abort = new AbortController();
    const cancel = around.after(timeoutMs, () => abort.abort());
    try {
      return await exchange(url, { http, hosts, headers, signal: abort.signal, nowMs: around.now() });
    } finally {
      cancel();
    }
  }

  return {
    async get(text, headers = {}) {
      const url = checkAddress(text, hosts);
      let failure: unknown;
      try {
        return await policy.execute(async ({ attempt: earlier }) => {
          // Waited here and not by the policy, whose timers cannot be replaced.
          if (earlier > 0) await pause(around, Math.min(maxWaitMs, waitAfter(failure, earlier, around.random())));
          return await attempt(url, headers).catch((error: unknown) => {
            failure = error;
            throw error;
          });
        });
      } catch (error) {
        throw error instanceof BrokenCircuitError ? leftAlone(url) : error;
      }
    },
  };
}

function createHttp(userAgent: string, { resolve, isAllowed }: Surroundings) {
  return axios.create({
    ...createAgents(resolve, isAllowed),
    adapter: 'http',
    // A proxy of the environment would connect to addresses nobody checked.
    proxy: false,
    maxRedirects: 0,
    decompress: false,
    responseType: 'arraybuffer',
    maxContentLength: MAX_WIRE_BYTES,
    validateStatus: () => true,
    headers: { 'User-Agent': userAgent, 'Accept-Encoding': ACCEPT_ENCODING },
  });
}

function createPolicy(retries: number, maxWaitMs: number) {
  const isWorthWaiting = (error: unknown) => isTemporary(error) && (askedWait(error) ?? 0) <= maxWaitMs;
  return wrap(
    retry(handleWhen(isWorthWaiting), { maxAttempts: retries }),
    circuitBreaker(handleWhen(isTemporary), {
      halfOpenAfter: BREAK_MS,
      breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK),
    }),
  );
}

/** What the platform asks for, else a random part of a span that doubles, so that many callers do not return at once. */
function waitAfter(error: unknown, earlier: number, random: number): number {
  return askedWait(error) ?? Math.ceil(random * FIRST_WAIT_MS * 2 ** earlier);
}

function askedWait(error: unknown): number | undefined {
  const asked = error instanceof AppError ? error.details['retryAfterMs'] : undefined;
  return typeof asked === 'number' ? asked : undefined;
}

function pause({ after }: Surroundings, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  after(ms, resolve);
  return promise;
}

function leftAlone({ host }: URL): AppError {
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform failed too often and is left alone for a while', {
    details: { reason: 'circuit open', host },
  });
}

import { createPlatformClient, type PlatformClient } from '#adapters/kit/http.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { HOST } from './http-addresses.ts';

export const TIMEOUT_MS = 10_000;
export const NOW = Date.UTC(2026, 4, 18, 4);

type Options = Parameters<typeof createPlatformClient>[0];

/** A client whose waits end at once and are written down; its timeout never fires. */
export function aClient(options: Partial<Options> = {}): PlatformClient & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  const after = (ms: number, run: () => void) => {
    if (ms === TIMEOUT_MS) return () => {};
    waits.push(ms);
    queueMicrotask(run);
    return () => {};
  };
  const surroundings = { now: () => NOW, after, random: () => 0.5, ...options.surroundings };
  const client = createPlatformClient({
    hosts: [HOST],
    userAgent: 'reader/1',
    timeoutMs: TIMEOUT_MS,
    ...options,
    surroundings,
  });
  return { get: client.get, waits };
}

/** What a request fails with, as far as it is one of our errors; anything else fails the test. */
export async function failureOf(request: Promise<unknown>): Promise<Pick<AppError, 'code' | 'details'> | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, details: error.details };
  }
}

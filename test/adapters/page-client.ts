import { createAgents } from '#adapters/kit/http-agents.ts';
import { createSendAround, type PublisherHttp } from '#adapters/kit/http-send.ts';
import { createPageReader } from '#adapters/kit/page-reader.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { HOST } from './http-addresses.ts';

export const NOW = Date.UTC(2026, 4, 18, 4);

interface Surroundings extends Partial<PublisherHttp> {
  readonly hosts?: readonly string[];
  /** What counts as a public address; without it only public ones do. */
  readonly isAllowed?: (address: string) => boolean;
}

/** A reader of pages whose time never runs out. */
export function aReader({ hosts = [HOST], isAllowed, ...http }: Surroundings = {}) {
  const around = createSendAround({ privateHosts: [], now: () => NOW, after: () => () => {}, ...http });
  const publicAgents = isAllowed === undefined ? around.publicAgents : createAgents(around.resolve, isAllowed);
  const reader = createPageReader({ ...around, publicAgents });
  return {
    read: reader.read,
    get: (url: string, more: Omit<Parameters<typeof reader.read>[0], 'url' | 'hosts'> = {}) =>
      reader.read({ url, hosts, ...more }),
  };
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

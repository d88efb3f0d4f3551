import { AppError } from '#shared/errors/app-error.ts';

const ANSWER_MS = 10_000;
const LONGEST_ANSWER_BYTES = 64 * 1024;

/** Where a notice may be sent to besides the services' own hosts: `host:port` of `PRIVATE_HOSTS`. */
export type PrivateHosts = readonly string[];

/**
 * Checks an address that came out of a secret: https to the service's own host, or a host the machine's owner named.
 * @throws AppError `NOTICE.REFUSED`; the address is never in it, for it holds a key
 */
export function checkedAddress(text: string, host: string, privateHosts: PrivateHosts): URL {
  const url = URL.parse(text.trim());
  const isPlain = url !== null && url.username === '' && url.password === '';
  if (isPlain && (privateHosts.includes(url.host) || (url.protocol === 'https:' && url.host === host))) return url;
  throw new AppError('NOTICE.REFUSED', 'the address is not one of the service', { details: { host } });
}

/** What a service answered: its status, and its words where they are an object of JSON. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function objectIn(response: Response): Promise<ServiceAnswer['body']> {
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > LONGEST_ANSWER_BYTES) return {};
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/**
 * Posts to a service. Redirects are not followed: a key would go with them.
 * @throws AppError `NOTICE.UNREACHABLE` where nobody answered in ten seconds, or with 429 or a fault of its own
 */
export async function post(
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly body?: string },
): Promise<ServiceAnswer> {
  const { host } = url;
  const asked = { method: 'POST', redirect: 'manual', ...init, signal: AbortSignal.timeout(ANSWER_MS) } as const;
  const response = await fetch(url, asked).catch((thrown: unknown) => {
    const name = thrown instanceof Error ? thrown.name : 'unknown';
    // Not the cause: its words may quote the address.
    throw new AppError('NOTICE.UNREACHABLE', 'the service did not answer', { details: { host, name } });
  });
  if (response.status === 429 || response.status >= 500) {
    const details = { host, status: response.status };
    throw new AppError('NOTICE.UNREACHABLE', 'the service cannot take it now', { details });
  }
  return { status: response.status, body: await objectIn(response) };
}

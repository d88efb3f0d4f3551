import { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import type { Instant } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { inflateBody, tooLarge } from './http-body.ts';
import { checkRedirect, forbidden } from './http-guard.ts';
import { dateOf, errorOfStatus } from './http-outcome.ts';

/** A page as the platform sent it, its content encoding undone. */
export interface FetchedPage {
  readonly status: number;
  readonly bytes: Buffer;
  readonly contentType: string | undefined;
  /** Where it was found in the end. */
  readonly url: string;
  /** The platform's own clock (Date header). */
  readonly date: Instant | undefined;
}

export const MAX_WIRE_BYTES = 5_000_000;
const MAX_INFLATED_BYTES = 20_000_000;
const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

interface Exchange {
  readonly http: AxiosInstance;
  readonly hosts: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly nowMs: number;
}

/**
 * Gets a page once, following redirects that pass the check.
 * @throws AppError as `PlatformClient.get`
 */
export async function exchange(first: URL, { http, hosts, headers, signal, nowMs }: Exchange): Promise<FetchedPage> {
  let url = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await http.get<Buffer>(url.href, { headers, signal }).catch((error: unknown) => {
      throw toFailure(error, url);
    });
    const location = REDIRECTS.includes(answer.status) ? headerOf(answer, 'location') : undefined;
    if (location === undefined) return await toPage(answer, url, nowMs);
    url = checkRedirect(location, url, hosts);
  }
  throw forbidden('too many redirects', url.host);
}

async function toPage(answer: AxiosResponse<Buffer>, url: URL, nowMs: number): Promise<FetchedPage> {
  const { status, data } = answer;
  const date = headerOf(answer, 'date');
  const place = url.host + url.pathname;
  const error = errorOfStatus({ status, url: place, retryAfter: headerOf(answer, 'retry-after'), date }, nowMs);
  if (error !== undefined) throw error;
  return {
    status,
    bytes: await inflateBody(data, headerOf(answer, 'content-encoding') ?? '', MAX_INFLATED_BYTES),
    contentType: headerOf(answer, 'content-type'),
    url: url.href,
    date: dateOf(date),
  };
}

function headerOf({ headers }: AxiosResponse, name: string): string | undefined {
  const value: unknown = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Converts what axios throws. It is not kept as the cause: it carries the request, sockets and headers. */
function toFailure(error: unknown, url: URL): AppError {
  if (!isAxiosError(error)) throw error;
  const { cause, code } = error;
  if (cause instanceof AppError) return cause;
  if (error.message.startsWith('maxContentLength')) return tooLarge(MAX_WIRE_BYTES);
  const isTimeout = code === 'ERR_CANCELED';
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform could not be reached', {
    details: { reason: isTimeout ? 'timeout' : 'network', error: code ?? 'unknown', host: url.host },
  });
}

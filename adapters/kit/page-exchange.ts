import { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { AppError } from '#shared/errors/app-error.ts';
import { ACCEPT_ENCODING, inflateBody, tooLarge } from './http-body.ts';
import { checkRedirect, forbidden, type Target } from './http-guard.ts';
import { errorOfStatus } from './http-outcome.ts';
import { MAX_INFLATED_BYTES, MAX_WIRE_BYTES, USER_AGENT } from './http-send.ts';
import { readSetCookies, toCookieHeader } from './page-cookies.ts';

/** One request for a page. */
export interface PageRequest {
  readonly url: string;
  /** Hosts that may be asked, redirects included. With a port only where it is not the default one. */
  readonly hosts: readonly string[];
  /** Fields of a form: sent as UTF-8 by POST. Without it the page is got. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent to the first host only. Nothing is kept from one request to the next: a step that needs cookies carries them. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** A page as the platform sent it, its content encoding undone. */
export interface ReadPage {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where it was found in the end. */
  readonly url: string;
  /** Cookies the first host set on the way. */
  readonly cookies: Readonly<Record<string, string>>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** Redirects that repeat the request as it was; after the others a form is not sent again. */
const REPEATING: readonly number[] = [307, 308];

/** Names of hosts and folders where visitors log in or prove to be human. */
const LOGIN = /(?:^|[./_-])(?:login|signin|passport|sso|captcha|verify|punish|deny_pc)(?:[./_-]|$)|_____tmd_____/i;

/** Clients for hosts of the public internet and for private ones. */
interface Clients {
  readonly open: AxiosInstance;
  readonly private: AxiosInstance;
}

interface Asked extends Required<Pick<PageRequest, 'headers' | 'cookies'>> {
  readonly target: Target;
  readonly form: PageRequest['form'];
}

interface Limits {
  readonly hosts: readonly string[];
  readonly privateHosts: readonly string[];
  readonly signal: AbortSignal;
  readonly nowMs: number;
}

/**
 * Asks once, following redirects that pass the check.
 * @throws AppError as `PageReader.read`
 */
export async function exchange(clients: Clients, asked: Asked, limits: Limits): Promise<ReadPage> {
  const { host } = asked.target.url;
  let { target, form } = asked;
  let set: Readonly<Record<string, string>> = {};
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const isFirstHost = target.url.host === host;
    const cookie = isFirstHost ? toCookieHeader({ ...asked.cookies, ...set }) : undefined;
    const answer = await send(clients, { target, form, headers: asked.headers, cookie, signal: limits.signal });
    if (isFirstHost) set = { ...set, ...readSetCookies(answer.headers['set-cookie']) };
    const location = REDIRECTS.includes(answer.status) ? headerOf(answer, 'location') : undefined;
    if (location === undefined) return { ...(await toPage(answer, target.url, limits.nowMs)), cookies: set };
    if (!REPEATING.includes(answer.status)) form = undefined;
    target = follow(location, target.url, limits);
  }
  throw forbidden('too many redirects', target.url.host);
}

interface Hop extends Pick<Asked, 'target' | 'form' | 'headers'> {
  readonly cookie: string | undefined;
  readonly signal: AbortSignal;
}

function send(clients: Clients, { target, form, headers, cookie, signal }: Hop): Promise<AxiosResponse<Buffer>> {
  const { url, isPrivate } = target;
  const type = form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' };
  return (isPrivate ? clients.private : clients.open)
    .request<Buffer>({
      url: url.href,
      method: form === undefined ? 'GET' : 'POST',
      ...(form !== undefined && { data: new URLSearchParams(form).toString() }),
      headers: {
        'User-Agent': USER_AGENT,
        'Accept-Encoding': ACCEPT_ENCODING,
        ...type,
        ...headers,
        ...(cookie !== undefined && { Cookie: cookie }),
      },
      signal,
    })
    .catch((error: unknown) => {
      throw toFailure(error, url);
    });
}

function follow(location: string, from: URL, { hosts, privateHosts }: Limits): Target {
  const to = URL.parse(location, from.href);
  if (to !== null && LOGIN.test(to.host + to.pathname)) {
    throw new AppError('PLATFORM.BLOCKED', 'the platform leads to a login or captcha', {
      details: { reason: 'login', host: to.host },
    });
  }
  return checkRedirect(location, from, hosts, privateHosts);
}

async function toPage(answer: AxiosResponse<Buffer>, url: URL, nowMs: number): Promise<Omit<ReadPage, 'cookies'>> {
  const { status, data, headers } = answer;
  const dates = { retryAfter: headerOf(answer, 'retry-after'), date: headerOf(answer, 'date') };
  const error = errorOfStatus({ status, url: url.host + url.pathname, ...dates }, nowMs);
  if (error !== undefined) throw error;
  return {
    status,
    bytes: await inflateBody(data, headerOf(answer, 'content-encoding') ?? '', MAX_INFLATED_BYTES),
    contentType: headerOf(answer, 'content-type'),
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name.toLowerCase(), headerOf(answer, name)])),
    url: url.href,
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

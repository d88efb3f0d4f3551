import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { AppError } from '#shared/errors/app-error.ts';
import { createAgents, type ResolvedAddress, resolveHost } from './http-agents.ts';
import { ACCEPT_ENCODING, inflateBody } from './http-body.ts';
import { checkAddress, forbidden, isNamedPrivate, type Target } from './http-guard.ts';
import { isPublicAddress } from './public-address.ts';

/** What may be asked, and what tests replace. */
export interface PublisherHttp {
  /** `host:port` that may be asked although their addresses are not public: a government network, or the sandbox. */
  readonly privateHosts: readonly string[];
  readonly now?: () => number;
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
  /** Runs later, unless cancelled by the function returned. */
  readonly after?: (ms: number, run: () => void) => () => void;
}

/** What requests are sent with; made once. */
export interface SendAround extends Required<PublisherHttp> {
  readonly publicAgents: ReturnType<typeof createAgents>;
  readonly privateAgents: ReturnType<typeof createAgents>;
}

/** One request; redirects are not followed, so that a key goes nowhere else. */
export interface SendRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For connection, request and whole answer. */
  readonly timeoutMs: number;
}

/** Whatever the status; the content encoding undone. */
export interface SentAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

/** Who asks, said honestly. */
export const USER_AGENT = 'auction-hub/1';
export const MAX_WIRE_BYTES = 5_000_000;
export const MAX_INFLATED_BYTES = 20_000_000;

function laterOnce(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Makes what requests are sent with. Connections are not kept: a stale one would lose an answer. */
export function createSendAround(http: PublisherHttp): SendAround {
  const { privateHosts, now = () => Date.now(), resolve = resolveHost, after = laterOnce } = http;
  return {
    privateHosts,
    now,
    resolve,
    after,
    publicAgents: createAgents(resolve, isPublicAddress, { keepAlive: false }),
    privateAgents: createAgents(resolve, () => true, { keepAlive: false }),
  };
}

/**
 * Sends a request once.
 *
 * @throws AppError `PLATFORM.UNAVAILABLE` when it never left, or nothing was asked for but a page (GET);
 * `PLATFORM.ANSWER_LOST` when it may have arrived and no whole answer came; `PLATFORM.FORBIDDEN_ADDRESS`
 */
export async function sendRequest(around: SendAround, asked: SendRequest): Promise<SentAnswer> {
  const { url, isPrivate } = checkTarget(asked.url, around.privateHosts);
  const abort = new AbortController();
  const cancel = around.after(asked.timeoutMs, () => abort.abort());
  const sent = { isSent: false };
  try {
    const answer = await exchangeOnce(url, asked, isPrivate ? around.privateAgents : around.publicAgents, {
      sent,
      signal: abort.signal,
    });
    return await toAnswer(answer);
  } catch (error) {
    throw toFailure(error, { url, asked, isSent: sent.isSent, isTimeout: abort.signal.aborted });
  } finally {
    cancel();
  }
}

/** https to a public name, or anything at all of a host the machine's owner named himself. */
function checkTarget(text: string, privateHosts: readonly string[]): Target {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') throw forbidden('not a plain web address');
  if (isNamedPrivate(url, privateHosts)) return { url, isPrivate: true };
  if (url.protocol !== 'https:' || isIP(url.hostname) !== 0) throw forbidden('not https to a name', url.host);
  return { url: checkAddress(text, [url.host]), isPrivate: false };
}

interface Watch {
  readonly sent: { isSent: boolean };
  readonly signal: AbortSignal;
}

interface RawAnswer {
  readonly message: IncomingMessage;
  readonly bytes: Buffer;
}

function exchangeOnce(
  url: URL,
  { method, headers, body }: SendRequest,
  agents: SendAround['publicAgents'],
  { sent, signal }: Watch,
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const isTls = url.protocol === 'https:';
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = {
    method,
    signal,
    agent: isTls ? agents.httpsAgent : agents.httpAgent,
    headers: { 'user-agent': USER_AGENT, 'accept-encoding': ACCEPT_ENCODING, ...length, ...headers },
  };
  const request = isTls ? httpsRequest(url, options) : httpRequest(url, options);
  watchSending(request, isTls, sent);
  request.on('error', reject);
  request.once('response', (message) => collect(message).then((bytes) => resolve({ message, bytes }), reject));
  request.end(body);
  return promise;
}

/** Nothing of a request is written before its connection stands; from then on it may have arrived. */
function watchSending(request: ClientRequest, isTls: boolean, sent: { isSent: boolean }): void {
  request.once('socket', (socket) => {
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      sent.isSent = true;
    });
  });
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MAX_WIRE_BYTES) throw new Error('too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function toAnswer({ message, bytes }: RawAnswer): Promise<SentAnswer> {
  const named = Object.entries(message.headers).map(([name, value]) => [name, value?.toString()] as const);
  const encoding = message.headers['content-encoding'] ?? '';
  return {
    status: message.statusCode ?? 0,
    headers: Object.fromEntries(named),
    bytes: await inflateBody(bytes, encoding, MAX_INFLATED_BYTES),
  };
}

interface Circumstances {
  readonly url: URL;
  readonly asked: SendRequest;
  readonly isSent: boolean;
  readonly isTimeout: boolean;
}

/** The cause is not kept: it carries the request with its headers. */
function toFailure(error: unknown, { url, asked, isSent, isTimeout }: Circumstances): AppError {
  if (error instanceof AppError && error.code === 'PLATFORM.FORBIDDEN_ADDRESS') return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const details = { reason: isTimeout ? 'timeout' : 'network', error: code, host: url.host };
  if (isSent && asked.method !== 'GET') {
    return new AppError('PLATFORM.ANSWER_LOST', 'sent, and no whole answer came', { details });
  }
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform could not be reached', { details });
}

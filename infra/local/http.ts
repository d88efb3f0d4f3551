import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Route } from '#infra/topology-shape.ts';
import { TEXT, toEvent, toHeaders } from './http-event.ts';
import { isLoopbackHost, type Listening, listen, readBody } from './loopback.ts';
import { createRouter } from './routes.ts';
import { realTime, type Timekeeper } from './timekeeper.ts';

/** A function behind a route. */
export interface HttpTarget {
  readonly route: Route;
  /** A Lambda function; what is no Lambda function may answer with a stream for a body. */
  readonly invoke: (event: unknown) => Promise<unknown>;
}

/** A server of its own below a path. */
export interface Mount {
  readonly prefix: string;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => unknown;
}

export interface HttpOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** What is served, or how it is made once the address is known; requests wait for it. */
  readonly routes: readonly HttpTarget[] | ((url: string) => Promise<readonly (HttpTarget | Mount)[]>);
  /** Decides on operator routes from the lower-case headers: the event's `authorizer`, or undefined to forbid. */
  readonly authorise: (headers: Record<string, string>) => object | undefined;
  /** Requests per second, and burst; beyond them 429. Default: unlimited. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
  readonly time?: Timekeeper;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | Readable;
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const COMPRESS_FROM_BYTES = 1_000;
const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);
const compress = promisify(gzip);

function message(status: number, text: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ message: text })),
  };
}

const INTERNAL_ERROR = message(500, 'Internal Server Error');

function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

/** What a function may answer, by format 2.0: without a status code the whole answer is the JSON body of a 200. */
function toAnswer(result: unknown): Answer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded }: Record<string, unknown> = { ...result };
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const kept = given.filter(([name]) => !CONNECTION_HEADERS.has(name));
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(kept),
      ...(Array.isArray(cookies) && { 'set-cookie': cookies.map(String) }),
    },
    body: body instanceof Readable ? body : Buffer.from(String(body ?? ''), isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** Compresses text as CloudFront does in front of the API; an ETag then only promises the same meaning, so it turns weak. */
async function compressed(answer: Answer, accepted: string): Promise<Answer> {
  const { headers, body } = answer;
  const { vary, etag, 'content-type': type, 'content-encoding': encoding } = headers;
  if (body instanceof Readable || !TEXT.test(String(type)) || body.length <= COMPRESS_FROM_BYTES || encoding)
    return answer;
  const varying = { ...headers, vary: [vary, 'Accept-Encoding'].flat().filter(Boolean).join(', ') };
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)) return { ...answer, headers: varying };
  const weak = etag && { etag: String(etag).replace(/^"/, 'W/"') };
  return { ...answer, headers: { ...varying, ...weak, 'content-encoding': 'gzip' }, body: await compress(body) };
}

/** Lets `burst` requests pass at once and `rate` a second after that (a token bucket). */
function createThrottle({ throttle, time = realTime }: HttpOptions): () => boolean {
  if (!throttle) return () => true;
  let tokens = throttle.burst;
  let since = time.now();
  return () => {
    const now = time.now();
    tokens = Math.min(throttle.burst, tokens + ((now - since) / 1000) * throttle.rate);
    since = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

async function send(response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  if (body instanceof Readable) {
    response.writeHead(status, headers).flushHeaders();
    return pipeline(body, response);
  }
  const length = status === 204 || status === 304 ? {} : { 'content-length': body.length };
  response.writeHead(status, { ...headers, ...length }).end(body);
}

/** What is served, sorted: functions by their routes, and servers of their own. */
function sorted(served: readonly (HttpTarget | Mount)[]) {
  const mounts = served.filter((part) => 'prefix' in part);
  return { find: createRouter(served.filter((part) => 'route' in part)), mounts };
}

type Served = ReturnType<typeof sorted>;

/** How requests are answered: by a function, or by whatever is mounted there. */
function answerer(options: HttpOptions, ready: Promise<Served>) {
  const { authorise, time = realTime } = options;
  const admits = createThrottle(options);
  return async (request: IncomingMessage): Promise<Answer | Mount> => {
    if (!isLoopbackHost(request.headers.host)) return message(403, 'Forbidden');
    const [rawPath = '', search = ''] = (request.url ?? '').split(/\?(.*)/s);
    const path = decodePath(rawPath);
    if (path === undefined) return message(400, 'Bad Request');
    const { find, mounts } = await ready;
    const mount = mounts.find(({ prefix }) => `${rawPath}/`.startsWith(`${prefix}/`));
    if (mount?.prefix === rawPath) return { status: 308, headers: { location: `${rawPath}/` }, body: Buffer.alloc(0) };
    if (mount) return mount;
    const match = find(request.method ?? '', path);
    if (!match) return message(404, 'Not Found');
    if (!admits()) return message(429, 'Too Many Requests');
    const headers = toHeaders(request);
    const isOperators = match.route.access === 'operator';
    const authorizer = isOperators ? authorise(headers) : undefined;
    if (isOperators && !authorizer) return message(403, 'Forbidden');
    const bytes = await readBody(request, MAX_BODY_BYTES);
    if (bytes === 'too-large') return message(413, 'Request Entity Too Large');
    const event = toEvent(request, match, { path, search, headers, bytes, authorizer, now: time.now() });
    return compressed(toAnswer(await match.target.invoke(event)), headers['accept-encoding'] ?? '');
  };
}

/**
 * An HTTP API on loopback: each request becomes a Lambda event of payload format 2.0.
 *
 * @throws AppError HOST.PORT_TAKEN, and what `routes` threw
 */
export async function startHttp(options: HttpOptions): Promise<Listening> {
  const { routes } = options;
  const ready = Promise.withResolvers<Served>();
  const answer = answerer(options, ready.promise);
  const server = createServer((request, response) => {
    void answer(request)
      .then((result) => ('prefix' in result ? result.serve(request, response) : send(response, result)))
      .catch(async () => (response.headersSent ? void response.destroy() : send(response, INTERNAL_ERROR)));
  });
  const listening = await listen(server, options.port);
  const served = typeof routes === 'function' ? routes(listening.url) : Promise.resolve(routes);
  served.then(sorted).then(ready.resolve, ready.reject);
  try {
    await ready.promise;
  } catch (thrown) {
    await listening.close();
    throw thrown;
  }
  return listening;
}

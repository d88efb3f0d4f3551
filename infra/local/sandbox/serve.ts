import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type JsonObject, OPI_PATH, OPI_VERSION } from '#infra/opi/wire.ts';
import { readBody } from '../loopback.ts';
import type { Timekeeper } from '../timekeeper.ts';
import { answerControl } from './control.ts';
import { answerFace } from './faces/answer-face.ts';
import type { FaceRequest } from './faces/face.ts';
import type { FaceParts } from './faces/face-parts.ts';
import type { Endpoint } from './faults.ts';
import { answerOpi, routeOf } from './opi.ts';
import { answerPages } from './pages/answer.tsx';
import { type Answer, problem } from './problem.ts';

/** What requests are answered with. */
export interface Served extends FaceParts {
  readonly time: Timekeeper;
  /** Seconds to wait before the next request, or 0. */
  readonly wait: () => number;
  readonly operatorToken: string;
}

const SLOW_MS = 20_000;
const LARGEST_BODY = 10_000_000;
const CONTROL = '/control';
const CAPTCHA =
  '<!doctype html><html lang="zh"><title>安全验证</title><p>演示故障：请完成滑块验证后继续访问。</p></html>';

function bears({ headers }: FaceRequest, wanted: string): boolean {
  const { authorization = '' } = headers;
  const given = Buffer.from(authorization.replace(/^bearer +/i, ''));
  return (
    /^bearer /i.test(authorization) &&
    given.length === Buffer.byteLength(wanted) &&
    timingSafeEqual(given, Buffer.from(wanted))
  );
}

/** 字段改名: the start price has another name. */
function renamed({ body, ...rest }: Answer): Answer {
  if (typeof body === 'string' || body instanceof Uint8Array) return { ...rest, body };
  const changed: JsonObject = JSON.parse(JSON.stringify(body).replaceAll('"startPriceFen":', '"start_price":'));
  return { ...rest, body: changed };
}

/** 列表突然为空: as if nothing were on sale. */
function emptied({ body, ...rest }: Answer): Answer {
  const isList = typeof body === 'object' && 'lots' in body;
  return isList ? { ...rest, body: { ...body, total: 0, lots: [] } } : { ...rest, body };
}

/** Faults before the work is done; undefined where there are none. */
async function refusal({ faults, time }: Served, endpoint: Endpoint): Promise<Answer | undefined> {
  if (faults.take(endpoint, 'slow')) await new Promise<void>((resolve) => void time.after(SLOW_MS, resolve));
  if (faults.take(endpoint, 'server-error')) return problem('server.failed', [], { 'retry-after': '1' });
  return faults.take(endpoint, 'captcha') ? { status: 200, body: CAPTCHA } : undefined;
}

/** One operation of the interface, with the faults switched on for it. */
async function operate(served: Served, asked: FaceRequest): Promise<Answer | 'lost'> {
  const { faults, key, wait } = served;
  if (!bears(asked, key)) return problem('auth.required');
  const seconds = wait();
  if (seconds > 0) return problem('rate.limited', [], { 'retry-after': String(seconds) });
  if (asked.headers['opi-version'] !== OPI_VERSION) return problem('version.unsupported');
  const request = { ...asked, path: asked.path.slice(OPI_PATH.length), body: asked.body.toString('utf8') };
  const route = routeOf(request);
  if (route === undefined) return problem('path.unknown');
  const refused = await refusal(served, route.endpoint);
  if (refused !== undefined) return refused;
  const done = answerOpi(served, route.endpoint, route.id, request);
  if (faults.take(route.endpoint, 'lost-answer')) return 'lost';
  if (faults.take(route.endpoint, 'empty-list')) return emptied(done);
  return faults.take(route.endpoint, 'changed-field') ? renamed(done) : done;
}

function operators(served: Served, asked: FaceRequest): Answer {
  if (!bears(asked, served.operatorToken)) return problem('auth.required');
  return answerControl(served, asked.method, asked.path.slice(CONTROL.length), asked.body.toString('utf8'));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Answers one request; `lost` when the connection is to break without an answer. */
export async function answer(served: Served, prefix: string, request: IncomingMessage): Promise<Answer | 'lost'> {
  const url = new URL(request.url ?? '/', served.origin);
  const body = await readBody(request, LARGEST_BODY);
  if (body === 'too-large') return problem('request.too_large');
  const named = Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]);
  const asked: FaceRequest = {
    method: request.method ?? '',
    path: url.pathname.slice(prefix.length),
    query: url.searchParams,
    headers: Object.fromEntries(named),
    body,
  };
  if (isBelow(asked.path, OPI_PATH)) return operate(served, asked);
  if (isBelow(asked.path, CONTROL)) return operators(served, asked);
  return answerFace(served, asked) ?? answerPages(served, asked);
}

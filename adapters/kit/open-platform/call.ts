import type { ZodMiniType } from 'zod/mini';
import type { JsonValue } from '#shared/domain/json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { COMMON_MARKS } from '../block-page.ts';
import { forbidden } from '../http-guard.ts';
import { errorOfStatus } from '../http-outcome.ts';
import { type SendAround, type SentAnswer, sendRequest } from '../http-send.ts';
import { parseJson } from '../json-reply.ts';
import { ID, Problem } from './answers.ts';
import { refusedByPlatform } from './refusal.ts';

const VERSION = '1';
const PATH = '/opi/v1';

/** Reading is quick; a listing carries its pictures. */
const READ_MS = 10_000;
const CHANGE_MS = 30_000;

/** One request, its path below the interface's own. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Readonly<Record<string, JsonValue | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Code by which the platform says that there is no such thing; `any`: it need not say why it has none. */
  readonly none?: 'lot.none' | 'listing.none' | 'any';
}

/** An answer in JSON: a success, or that there is no such thing. */
export interface Reply {
  readonly isNone: boolean;
  readonly json: unknown;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Address without query. */
  readonly source: string;
}

/** Asks one platform. */
export type Caller = (call: Call) => Promise<Reply>;

/** Where a platform is asked, and with which key. */
export interface CallerSettings {
  readonly base: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Makes a caller out of a connection.
 * @throws AppError `SECRET.MISSING` without the key
 */
export function createCaller(around: SendAround, { base, secrets }: CallerSettings): Caller {
  const key = secrets['key']?.trim() ?? '';
  if (key === '') throw new AppError('SECRET.MISSING', 'the interface has no key', { details: { field: 'key' } });
  const root = base.replace(/\/+$/, '').replace(/\/opi\/v1$/, '') + PATH;
  return async ({ method, path, body, headers = {}, none }) => {
    const url = root + path;
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await sendRequest(around, {
      method,
      url,
      headers: { authorization: `Bearer ${key}`, 'opi-version': VERSION, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutMs: method === 'GET' ? READ_MS : CHANGE_MS,
    });
    return toReply(answer, { method, url, none, nowMs: around.now() });
  };
}

/** An id as a part of a path: no other text reaches an address. */
export function segment(id: string): string {
  if (!ID.test(id) || /^\.+$/.test(id)) throw forbidden('not an id of the interface');
  return id;
}

/**
 * Reads an answer by its schema.
 * @throws AppError `PLATFORM.ANSWER_LOST` when it is of another form and something was asked to change, else
 * `PLATFORM.UNAVAILABLE`
 */
export function readAnswer<T>(schema: ZodMiniType<T>, json: unknown, method: Call['method']): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.map((part) => `/${String(part)}`).join('') ?? '';
  throw unreadable(method, { reason: 'not of the agreed form', at });
}

interface Asked {
  readonly method: Call['method'];
  readonly url: string;
  readonly none: Call['none'];
  readonly nowMs: number;
}

/** Reads what came back: a document, or that there is none. @throws AppError as the port says */
export function toReply(answer: SentAnswer, asked: Asked): Reply {
  const { status, bytes, headers } = answer;
  const text = Buffer.from(bytes).toString('utf8');
  const json = parseJson(text);
  const problem = Problem.safeParse(json).data;
  const isNone = status === 404 && (asked.none === 'any' || (asked.none !== undefined && asked.none === problem?.code));
  if (!isNone && (status < 200 || status >= 300)) throw errorOf(answer, problem, asked);
  if (!isNone && (typeof json !== 'object' || json === null)) {
    const keptOut = COMMON_MARKS.find(([, mark]) => mark.test(text))?.[0];
    throw unreadable(asked.method, { reason: 'not a JSON document', status, keptOut });
  }
  const contentType = headers['content-type'] ?? 'application/json';
  return { isNone, json, bytes, contentType, source: withoutQuery(asked.url) };
}

function errorOf(answer: SentAnswer, problem: Problem | undefined, { method, url, nowMs }: Asked): AppError {
  const { status, headers } = answer;
  const place = withoutQuery(url).replace(/^https?:\/\//, '');
  const dates = { retryAfter: headers['retry-after'], date: headers['date'] };
  const plain = errorOfStatus({ status, url: place, ...dates }, nowMs);
  const isRefused = [409, 413, 422].includes(status) || (status === 400 && (problem?.errors.length ?? 0) > 0);
  if (plain?.code === 'PLATFORM.RATE_LIMITED') return plain;
  // A failure the platform itself tells of is one; a gateway's says nothing of what became of the request.
  if (plain?.code === 'PLATFORM.UNAVAILABLE') return problem ? plain : unreadable(method, plain.details);
  const details = { status, url: place, code: problem?.code };
  if (status === 401 || status === 403) return new AppError('PLATFORM.REFUSED', 'the key is not accepted', { details });
  if (problem?.retryable === true || status === 412) {
    return new AppError('PLATFORM.UNAVAILABLE', 'the platform cannot do it just now', { details });
  }
  if (isRefused) return refusedByPlatform(status, problem);
  return new AppError('PLATFORM.REFUSED', 'the interface is not found at this address', { details });
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url;
}

function unreadable(method: Call['method'], details: AppError['details']): AppError {
  if (method === 'GET') return new AppError('PLATFORM.UNAVAILABLE', 'the answer cannot be read', { details });
  return new AppError('PLATFORM.ANSWER_LOST', 'the answer cannot be read', { details });
}

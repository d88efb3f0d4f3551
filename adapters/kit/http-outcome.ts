import { AppError } from '#shared/errors/app-error.ts';

/** Statuses below 500 that heal by themselves. */
const TEMPORARY: readonly number[] = [408, 425];

/** 420 is what one marketplace sends for 429. */
const TOO_MANY: readonly number[] = [420, 429];

/** Whoever asks is kept out: by a login, for no reason given, or for a legal one. */
const KEPT_OUT: readonly number[] = [401, 403, 451];

const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What the error of an answer depends on. */
export interface Answer {
  readonly status: number;
  /** Host and path, without the query. */
  readonly url: string;
  readonly retryAfter: string | undefined;
  readonly date: string | undefined;
}

/** Converts a status to our error; undefined for a success. */
export function errorOfStatus(answer: Answer, nowMs: number): AppError | undefined {
  const { status, url } = answer;
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) {
    return new AppError('RESOURCE.NOT_FOUND', 'the platform has no such page', { details: { status, url } });
  }
  const retryAfterMs = parseRetryAfter(answer.retryAfter, parseHttpDate(answer.date) ?? nowMs);
  const details = { status, url, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (TOO_MANY.includes(status)) {
    return new AppError('PLATFORM.RATE_LIMITED', 'the platform asks for fewer requests', { details });
  }
  if (KEPT_OUT.includes(status)) return new AppError('PLATFORM.BLOCKED', 'the platform keeps us out', { details });
  if (status >= 400 && status < 500 && !TEMPORARY.includes(status)) {
    return new AppError('PLATFORM.REFUSED', 'the platform refused the request', { details });
  }
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform did not answer with a page', { details });
}

/**
 * Reads a Retry-After header (RFC 9110, 10.2.3): seconds, or a date seen from `nowMs`. Milliseconds, 0 for the past;
 * undefined when it is neither.
 */
function parseRetryAfter(text: string | undefined, nowMs: number): number | undefined {
  const plain = text?.trim() ?? '';
  if (/^\d{1,9}$/.test(plain)) return Number(plain) * 1_000;
  const date = parseHttpDate(plain);
  return date === undefined ? undefined : Math.max(0, date - nowMs);
}

function parseHttpDate(text: string | undefined): number | undefined {
  const ms = text !== undefined && HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

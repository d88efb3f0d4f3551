import axios, { type AxiosResponse } from 'axios';
import { AppError } from '#shared/errors/app-error.ts';

/** A person waits. */
const TIMEOUT_MS = 5_000;

/** Discovery documents and key sets are a few kilobytes. */
const LARGEST_ANSWER = 256 * 1024;

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An answer of the issuer. */
export interface IssuerAnswer {
  readonly status: number;
  readonly body: string;
}

function unavailable(step: string, cause?: unknown): AppError {
  return new AppError('ACCESS.ISSUER_UNAVAILABLE', 'the issuer does not answer', { details: { step }, cause });
}

/**
 * An address of the issuer's: https, or on this machine.
 * @throws AppError `ACCESS.ISSUER_UNAVAILABLE`
 */
export function issuerAddress(value: unknown, step: string): string {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url === null || !isSafe) throw unavailable(step);
  return url.href;
}

/** A form to be sent, and the `authorization` to go with it. */
export interface IssuerForm {
  readonly fields: URLSearchParams;
  readonly authorization?: string;
}

/**
 * Asks the issuer: five seconds, no redirects, nothing large. `form` makes it a POST.
 *
 * @param step what for, as the error's details name it
 * @throws AppError `ACCESS.ISSUER_UNAVAILABLE` when there is no answer or the issuer itself is at fault
 */
export async function askIssuer(url: string, step: string, form?: IssuerForm): Promise<IssuerAnswer> {
  let answer: AxiosResponse<string>;
  try {
    answer = await axios.request<string>({
      url: issuerAddress(url, step),
      method: form === undefined ? 'GET' : 'POST',
      ...(form === undefined ? {} : { data: form.fields.toString() }),
      headers: {
        accept: 'application/json',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(form?.authorization === undefined ? {} : { authorization: form.authorization }),
      },
      adapter: 'http',
      proxy: false,
      timeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER,
      responseType: 'text',
      transformResponse: (body: unknown) => body,
      validateStatus: () => true,
    });
  } catch (cause) {
    // The request carries the code, and the error the request: neither goes into a log.
    throw cause instanceof AppError ? cause : unavailable(step);
  }
  if (answer.status === 429 || answer.status >= 500) throw unavailable(step);
  return { status: answer.status, body: String(answer.data) };
}

/**
 * Asks the issuer for a JSON object.
 * @throws AppError `ACCESS.ISSUER_UNAVAILABLE` also when it is none
 */
export async function readIssuerObject(url: string, step: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await askIssuer(url, step);
  const value = status === 200 ? parseObject(body) : undefined;
  if (value === undefined) throw unavailable(step);
  return value;
}

/** A JSON object; undefined for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

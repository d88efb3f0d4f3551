import type { Instant } from '#shared/domain/time.ts';
import { formatBeijing, fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type SendAround, type SentAnswer, sendRequest } from '../kit/http-send.ts';
import { parseJson } from '../kit/json-reply.ts';
import { errorOfResponse } from './top-error.ts';
import { signTop, type TopParameters } from './top-sign.ts';

/** The application in whose name calls are made. */
export interface TopApplication {
  /** Address of the gateway (环境入口), such as `https://gw.api.taobao.com/router/rest`. */
  readonly gateway: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly session: string | undefined;
}

/** A file that goes with a call; it is not signed. */
export interface TopFile {
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What a call may be beside its parameters. */
interface TopOptions {
  readonly file?: TopFile;
  /** Makes something each time it is asked, so that a lost answer leaves it open whether it was made. */
  readonly creates?: boolean;
}

/** An answer that is no error: what stands inside its wrapper, and the whole as it came. */
export interface TopAnswer {
  readonly body: unknown;
  readonly answer: SentAnswer;
}

/** Calls the open platform. */
export interface TopClient {
  /**
   * @param method full name of the call; parameters with empty values are not sent
   * @throws AppError `PLACEMENT.REFUSED`, `PLATFORM.REFUSED`, `PLATFORM.RATE_LIMITED`, `PLATFORM.UNAVAILABLE`; only
   * where the call creates, `PLATFORM.ANSWER_LOST`
   */
  call(method: string, parameters: TopParameters, options?: TopOptions): Promise<TopAnswer>;
}

const TIMEOUT_MS = 10_000;
const FORM = 'application/x-www-form-urlencoded;charset=utf-8';

/** Makes a client of the open platform (TOP). */
export function createTopClient(around: SendAround, application: TopApplication): TopClient {
  return {
    async call(method, parameters, { file, creates = false } = {}) {
      const signed = signedParameters(application, method, parameters, fromEpochMs(around.now()));
      const { contentType, body } = file === undefined ? toForm(signed) : toMultipart(signed, file);
      const answer = await sendRequest(around, {
        method: 'POST',
        url: application.gateway,
        headers: { 'content-type': contentType },
        body,
        timeoutMs: TIMEOUT_MS,
      }).catch((error: unknown) => {
        throw creates ? error : withoutDoubt(error);
      });
      return { body: bodyOf(answer, method, creates), answer };
    },
  };
}

function signedParameters(application: TopApplication, method: string, parameters: TopParameters, now: Instant) {
  const said = Object.entries({
    ...parameters,
    method,
    app_key: application.appKey,
    session: application.session ?? '',
    timestamp: formatBeijing(now).slice(0, 19).replace('T', ' '),
    format: 'json',
    v: '2.0',
    sign_method: 'hmac',
  }).filter(([, value]) => value !== '');
  const named = Object.fromEntries(said);
  return { ...named, sign: signTop(named, application.appSecret) };
}

function toForm(parameters: TopParameters) {
  return { contentType: FORM, body: new URLSearchParams(parameters).toString() };
}

/** The boundary is made of the file's hash: it cannot stand in the file. */
function toMultipart(parameters: TopParameters, { field, name, contentType, sha256, bytes }: TopFile) {
  const boundary = `file-${sha256}`;
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}`;
  const texts = Object.entries(parameters).map(([key, value]) => `${part(`name="${key}"`)}\r\n\r\n${value}\r\n`);
  const plainName = name.replaceAll(/["\r\n]/g, '_');
  const head = `${part(`name="${field}"; filename="${plainName}"`)}\r\nContent-Type: ${contentType}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(texts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { contentType: `multipart/form-data;charset=utf-8;boundary=${boundary}`, body };
}

/** Asked again, a call that creates nothing does no harm: that its answer was lost is no news. */
function withoutDoubt(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'PLATFORM.ANSWER_LOST') return error;
  return new AppError('PLATFORM.UNAVAILABLE', 'the platform did not answer', { details: error.details });
}

/** Opens the wrapper: `taobao.auction.zc.project.query` is answered by `auction_zc_project_query_response`. */
function bodyOf({ status, bytes }: SentAnswer, method: string, creates: boolean): unknown {
  const reply = parseJson(new TextDecoder().decode(bytes));
  const fields: ReadonlyMap<string, unknown> = new Map(
    typeof reply === 'object' && reply !== null ? Object.entries(reply) : [],
  );
  const error = fields.get('error_response');
  if (error !== undefined) throw errorOfResponse(error, creates);
  const body = fields.get(`${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`);
  if (status === 200 && body !== undefined) return body;
  const details = { reason: 'no reply of the call', status };
  if (status === 429) throw new AppError('PLATFORM.RATE_LIMITED', 'the platform asks to slow down', { details });
  if (creates) throw new AppError('PLATFORM.ANSWER_LOST', 'what came is no answer to the call', { details });
  throw new AppError('PLATFORM.UNAVAILABLE', 'what came is no answer to the call', { details });
}

import { AppError } from '#shared/errors/app-error.ts';
import type { Drifting, UnreadFields } from '../kit/drifting.ts';
import { readJsonReply } from '../kit/json-reply.ts';
import type { Page } from '../kit/page.ts';
import { drift, refusalOf } from '../kit/refusal.ts';
import { BadRow, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { BLOCK_MARKS } from './marks.ts';
import { type CallOutcome, ErrorReply, type GatewayList } from './open-schema.ts';

/** A reply of the open platform: which call it answers, and what is inside its wrapper. */
export interface OpenReply {
  readonly call: string;
  readonly body: unknown;
}

/** Rights the application or its session lacks: 11 to 13 permissions, 26 and 27 session missing or invalid. */
const KEPT_OUT_CODES: readonly number[] = [11, 12, 13, 26, 27];
const KEPT_OUT_WORDS = /session|permission/i;

/**
 * Opens a reply by its wrapper: `auction_zc_project_detail_response` answers `auction_zc_project_detail`.
 * @throws AppError `DOCUMENT.BLOCKED` when the application or its session is refused, `DOCUMENT.DRIFT` for any other error
 * reply and for JSON that is no reply
 */
export function openReply(page: Page): OpenReply {
  const reply = readJsonReply(page, BLOCK_MARKS);
  const fields = typeof reply === 'object' && reply !== null ? Object.entries(reply) : [];
  const error = fields.find(([name]) => name === 'error_response');
  if (error !== undefined) throw refusedCall(error[1]);
  const found = fields.find(([name]) => /^[a-z_]{1,80}_response$/.test(name));
  if (found === undefined) throw refusalOf(page, BLOCK_MARKS, 'the wrapper of a reply');
  return { call: found[0].slice(0, -'_response'.length), body: found[1] };
}

/**
 * Reads what is inside the wrapper.
 * @throws AppError `DOCUMENT.DRIFT` naming the first field that does not fit
 */
export function readBody<T>(schema: Drifting<T>, { body }: OpenReply, unread: UnreadFields): T {
  const reading = schema.read(body);
  if (!reading.ok) throw drift('the reply is not as documented', { at: reading.path, reason: reading.reason });
  unread.add('', reading.unread);
  return reading.value;
}

/**
 * The value of a call that succeeded.
 * @param empty what a missing value stands for when the call does not say that it failed: the gateway leaves empty lists out
 * @throws AppError `DOCUMENT.DRIFT` when the call says it failed, or says nothing
 */
export function needValue<T>(outcome: CallOutcome & { readonly value?: T | null | undefined }, empty?: T): T {
  const { success, error_code: code } = outcome;
  const value = outcome.value ?? (code ? undefined : empty);
  if (success === false || value === undefined) throw drift('the call failed', { code: toToken(code) });
  return value;
}

/**
 * Reads the rows of a list one by one.
 * @throws AppError `DOCUMENT.DRIFT` when the list is wrapped in another way, or too many rows are bad
 */
export function readList<T, U>(
  list: GatewayList,
  place: string,
  schema: Drifting<T>,
  unread: UnreadFields,
  read: (row: T) => U,
) {
  const wrappers = Array.isArray(list) ? [['', list] as const] : Object.entries(list ?? {});
  const [wrapper, second] = wrappers;
  if (second !== undefined) throw drift('a list is not wrapped as known', { at: place });
  const [type, rows] = wrapper ?? ['', []];
  const at = place + (type === '' ? '' : toPointer(type));
  const reading = readRows(
    rows,
    (index) => `${at}/${index}`,
    (value) => {
      const row = schema.read(value);
      if (!row.ok) throw new BadRow(row.path, row.reason);
      unread.add(`${place}/*`, row.unread);
      return read(row.value);
    },
  );
  refuseIfDrifted(rows.length, reading.bad);
  return reading;
}

/** Not passed on: the message, which may name the application. */
function refusedCall(error: unknown): AppError {
  const said = ErrorReply.safeParse(error);
  const { code, sub_code } = said.success ? said.data : {};
  const details = { code: toToken(code), subCode: toToken(sub_code) };
  if (!KEPT_OUT_CODES.includes(Number(code)) && !KEPT_OUT_WORDS.test(details.subCode)) {
    return drift('the platform sent an error reply', details);
  }
  return new AppError('DOCUMENT.BLOCKED', 'the platform refuses the application', {
    details: { kind: 'login', ...details },
  });
}

function toToken(code: number | string | null | undefined): string {
  const text = String(code ?? '');
  return /^[\w.:-]{1,100}$/.test(text) ? text : '';
}

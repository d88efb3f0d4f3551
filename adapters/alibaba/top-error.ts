import * as z from 'zod/mini';
import { AppError } from '#shared/errors/app-error.ts';
import { toFactText } from '../kit/fact-text.ts';

const text = z.optional(z.nullable(z.string()));
const ErrorResponse = z.object({
  code: z.optional(z.union([z.int(), z.string()])),
  msg: text,
  sub_code: text,
  sub_msg: text,
});

/** Calls too many (4 to 8): of the user, the session, the partner, the application; and too fast. */
const TOO_MANY: readonly number[] = [4, 5, 6, 7, 8];
/**
 * What a person has to mend: permissions (11 to 13), a call that does not exist any more (21, 22), signature (24, 25),
 * session (26, 27), application (28, 29), timestamp (30, 31), forbidden (42), security level (53).
 */
const TO_MEND: readonly number[] = [11, 12, 13, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 42, 53];
/** Not acceptable as sent: a file (3), a missing or invalid argument (40, 41, 43). */
const NOT_ACCEPTABLE: readonly number[] = [3, 40, 41, 43];
/** Service currently unavailable: the gateway asked nobody. */
const CLOSED = 10;
const SECONDS = /last for (\d{1,6}) more seconds/i;

/**
 * What an error reply (`error_response`) means for whoever asked.
 * @param creates whether the call makes something: then an error of the service behind the gateway (isp.…) does not say
 * that it was not made
 */
export function errorOfResponse(response: unknown, creates: boolean): AppError {
  const read = ErrorResponse.safeParse(response);
  const { code, msg, sub_code, sub_msg } = read.success ? read.data : {};
  const number = Number(code);
  const subCode = toToken(sub_code);
  const details = { reason: toToken(subCode === '' ? String(code ?? '') : subCode), platformCode: number || null };
  if (TOO_MANY.includes(number) || subCode.startsWith('accesscontrol.')) {
    const seconds = SECONDS.exec(sub_msg ?? '')?.[1];
    const asked = seconds === undefined ? {} : { retryAfterMs: Number(seconds) * 1_000 };
    return new AppError('PLATFORM.RATE_LIMITED', 'the platform asks to slow down', {
      details: { ...details, ...asked },
    });
  }
  if (TO_MEND.includes(number) || (subCode.startsWith('isv.') && /session|permission/i.test(subCode))) {
    return new AppError('PLATFORM.REFUSED', 'the platform does not accept key, signature or session', { details });
  }
  if (NOT_ACCEPTABLE.includes(number) || subCode.startsWith('isv.')) {
    return refused(details.reason, sub_msg || msg || '平台没有说明原因');
  }
  if (!creates || number === CLOSED) {
    return new AppError('PLATFORM.UNAVAILABLE', 'the service of the platform failed', { details });
  }
  return new AppError('PLATFORM.ANSWER_LOST', 'the service of the platform failed while making it', { details });
}

/** The platform's no, with its own words where it gives them. */
export function refused(code: string, detail: string, pointer = ''): AppError {
  const fault = { pointer, code: toToken(code) || 'refused', detail: toFactText(detail) };
  return new AppError('PLACEMENT.REFUSED', 'the platform did not take it', {
    details: { code: fault.code, faults: [fault] },
  });
}

/** A code as it may stand in logs. */
export function toToken(code: string | null | undefined): string {
  return /^[\w.:-]{1,100}$/.test(code ?? '') ? (code ?? '') : '';
}

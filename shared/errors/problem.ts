import type { JsonValue } from '../domain/json.ts';
import type { AppError } from './app-error.ts';
import { ERROR_CODES, type ErrorCode } from './codes.ts';

/** Problem details (RFC 9457) with our stable code, the Chinese way out, and the facts of the occurrence. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly wayOut: string;
  readonly details: Readonly<Record<string, JsonValue | undefined>>;
}

/** Describes an error for the person and the machine at once. */
export function toProblem(error: AppError): Problem {
  const { status, title, wayOut, retryable } = ERROR_CODES[error.code];
  return {
    type: `/errors#${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    retryable,
    wayOut,
    details: error.details,
  };
}

import type { JsonValue } from '../domain/json.ts';
import { AppError } from './app-error.ts';
import { ERROR_CODES, type ErrorCode } from './codes.ts';

/** One thing wrong with a request: a query parameter by its name, or a place in the body by its JSON pointer. */
export type RequestFault = ({ readonly parameter: string } | { readonly pointer: string }) & {
  /** Chinese. */
  readonly detail: string;
  /** What would have been right, where that is a list. */
  readonly allowed?: readonly string[];
};

/** Problem details (RFC 9457) with our stable code, the Chinese way out, and the facts of the occurrence. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  /** The request that failed through no fault of its own, as our log names it. */
  readonly instance?: string;
  readonly retryable: boolean;
  readonly wayOut: string;
  /** What is wrong with the request; empty where the request is not at fault. */
  readonly errors: readonly RequestFault[];
  readonly details: Readonly<Record<string, JsonValue | undefined>>;
}

/** A request that cannot be understood, with everything wrong about it. */
export function invalidRequest(message: string, errors: readonly RequestFault[]): AppError {
  return new AppError('REQUEST.INVALID', message, { details: { errors } });
}

/** Describes an error for the person and the machine at once. */
export function toProblem(error: AppError): Problem {
  const { status, title, wayOut, retryable } = ERROR_CODES[error.code];
  const { errors = [], ...details } = error.details;
  return {
    type: `/errors#${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    retryable,
    wayOut,
    errors: errors as readonly RequestFault[],
    details,
  };
}

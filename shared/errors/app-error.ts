import type { JsonValue } from '../domain/json.ts';
import { ERROR_CODES, type ErrorCode } from './codes.ts';

interface AppErrorOptions {
  /** Facts of this occurrence; the message itself stays static. */
  readonly details?: Readonly<Record<string, JsonValue | undefined>>;
  readonly cause?: unknown;
}

/**
 * Any failure this system names. What it is: `code`; whether trying again may heal it: `retryable`.
 * An outcome the trade expects (passed-in, withdrawn, no bids) is a value, never one of these.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, JsonValue | undefined>>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

/** Converts anything thrown to a named error, keeping the cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('INTERNAL.UNEXPECTED', 'unexpected failure', { cause: error });
}

import { toAppError } from '#shared/errors/app-error.ts';
import { type Problem, toProblem } from '#shared/errors/problem.ts';
import { log } from './middleware.ts';

const RETRY_AFTER_SECONDS = '5';

/** Describes what was thrown while answering a request; our own faults are logged with their cause. */
export function problemOf(thrown: unknown, path: string): Problem {
  const error = toAppError(thrown);
  const problem = toProblem(error);
  if (problem.status >= 500) {
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    log.error('request failed', { code: error.code, reason: error.message, path, cause });
  }
  return problem;
}

/** Answers with problem details (RFC 9457). */
export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 503 && problem.retryable ? { 'retry-after': RETRY_AFTER_SECONDS } : {}),
    },
  });
}

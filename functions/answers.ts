import type { Context } from 'hono';
import { toAppError } from '#shared/errors/app-error.ts';
import { type Problem, toProblem } from '#shared/errors/problem.ts';
import { log } from './middleware.ts';

const RETRY_AFTER_SECONDS = '5';

/** What Lambda calls the invocation; every line of its log carries it. */
function requestIdOf({ env }: Context): string | undefined {
  const { lambdaContext } = (env ?? {}) as { readonly lambdaContext?: { readonly awsRequestId: string } };
  return lambdaContext?.awsRequestId;
}

/** Describes what was thrown while answering a request; our own faults are logged with their cause and get a number. */
export function problemOf(thrown: unknown, context: Context): Problem {
  const error = toAppError(thrown);
  const problem = toProblem(error);
  if (problem.status < 500) return problem;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  log.error('request failed', { code: error.code, reason: error.message, path: context.req.path, cause });
  const requestId = requestIdOf(context);
  return requestId === undefined ? problem : { ...problem, instance: `urn:uuid:${requestId}` };
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

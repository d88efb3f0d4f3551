import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '#shared/errors/app-error.ts';
import { ProblemPage } from '#web/pages/problem-page.tsx';
import { problemOf, problemResponse } from './answers.ts';

function wantsPage({ req }: Context): boolean {
  return req.header('accept')?.includes('text/html') === true;
}

/** Sends a browser that only wants to read to the sign-in, to come back after; undefined for anybody else. */
function toSignIn(thrown: unknown, context: Context): Response | undefined {
  const isMissing = thrown instanceof AppError && thrown.code === 'SESSION.MISSING';
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (!isMissing || !reads || !wantsPage(context)) return undefined;
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`, 303);
}

/**
 * Answers what was thrown: strangers who want a page are sent to sign in, programs get problem details, people a page
 * that says what to do.
 */
export function answerThrown(thrown: unknown, context: Context, stylesheet: string): Response | Promise<Response> {
  const signIn = toSignIn(thrown, context);
  if (signIn !== undefined) return signIn;
  const problem = problemOf(thrown, context);
  const isProgram = context.req.path.startsWith('/v1/') || (problem.code === 'SESSION.MISSING' && !wantsPage(context));
  if (isProgram) return problemResponse(problem);
  return context.html(ProblemPage({ problem, stylesheet }), problem.status as ContentfulStatusCode);
}

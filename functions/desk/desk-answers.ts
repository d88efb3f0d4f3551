import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Caller } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Problem } from '#shared/errors/problem.ts';
import { type FieldErrors, type FormValues, fieldErrorsOf } from '#web/pages/desk/form-text.ts';
import { DeskProblemPage } from '#web/pages/desk/problem.tsx';
import { problemOf, problemResponse } from '../answers.ts';
import { refuseCrossSite } from '../cross-site.ts';
import { formIn, wantsJson } from './desk-requests.ts';
import type { DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

/** What a page answers with: what a component gives. */
export type Page = Parameters<DeskContext['html']>[0];

/** What a command left, as it is answered. */
export interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Why a form is shown again. */
export interface Refusal {
  readonly error: AppError;
  readonly problem: Problem;
  /** What is wrong, by field. */
  readonly errors: FieldErrors;
  /** What the person had entered. */
  readonly typed: FormValues;
}

/** A form's work: what is done with it, where it goes on, and the form again when it is refused. */
export interface Submission {
  readonly form: FormValues;
  readonly act: () => Promise<Saved>;
  /** Address of the page shown next. */
  readonly next: (saved: Saved) => string;
  readonly again: (refusal: Refusal) => Page | Promise<Page>;
}

function asksForJson(context: Context): boolean {
  return context.req.path.startsWith('/v1/') || wantsJson(context);
}

/** Sends who only wants to read to the sign-in, to come back after; what was filled in is not thrown away so. */
function toSignIn(context: Context): Response | undefined {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return undefined;
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`, 303);
}

/**
 * What a form carried that was sent without a session, from our own pages only: another site could else put its own words
 * into a form the person then sends.
 */
async function unsentIn(
  context: DeskContext,
): Promise<{ readonly address: string; readonly form: FormValues } | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header('content-type') ?? '')) return undefined;
  try {
    refuseCrossSite((name) => context.req.header(name));
    return { address: context.req.path, form: await formIn(context) };
  } catch {
    return undefined;
  }
}

/** Answers with what went wrong: problem details to programs, a page to people, the way to sign in to strangers. */
export async function answerProblem(thrown: unknown, context: DeskContext): Promise<Response> {
  const problem = problemOf(thrown, context);
  if (asksForJson(context)) return problemResponse(problem);
  const signIn = problem.code === 'SESSION.MISSING' ? toSignIn(context) : undefined;
  if (signIn !== undefined) return signIn;
  const caller: Caller | undefined = context.get('caller');
  const unsent = problem.code === 'SESSION.MISSING' ? await unsentIn(context) : undefined;
  const page = DeskProblemPage({ problem, caller, assets: deskAssets, unsent });
  return context.html(page, problem.status as ContentfulStatusCode);
}

/** A version as the `ETag` that `If-Match` names. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/** Answers JSON about a thing with its version as `ETag`. */
function answerVersion(context: DeskContext, saved: Saved): Response {
  context.header('etag', versionTag(saved.version));
  return context.json({ id: saved.id, version: saved.version });
}

/** What a person can mend in the form itself; the rest is a page of its own. */
function isMendable({ status }: Problem): boolean {
  return status === 400 || status === 409 || status === 412 || status === 422;
}

/**
 * Carries out a form. Done: programs get `{id, version}`, browsers go on (303). Refused for something the person can mend:
 * the form again, with what was entered, as 422. Anything else is thrown on.
 */
export async function submitForm(context: DeskContext, { form, act, next, again }: Submission): Promise<Response> {
  try {
    const saved = await act();
    if (asksForJson(context)) return answerVersion(context, saved);
    return context.redirect(next(saved), 303);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || asksForJson(context)) throw thrown;
    const problem = problemOf(thrown, context);
    if (!isMendable(problem)) throw thrown;
    const refusal: Refusal = { error: thrown, problem, errors: fieldErrorsOf(problem.errors), typed: form };
    return context.html(await again(refusal), 422);
  }
}

import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '#shared/errors/app-error.ts';
import type { Log } from '#shared/ports/ambient.ts';
import { authenticate } from '#shared/services/access/authenticate.ts';
import { cookieIn, cookieLine, sessionCookie, signinCookie } from '#shared/services/access/session-cookie.ts';
import { endSession, SESSION_SECONDS } from '#shared/services/access/session-item.ts';
import { signIn } from '#shared/services/access/sign-in.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { originOf } from '#web/api/origin.ts';
import { GoingPage } from '#web/pages/signin/going-page.tsx';
import { NoRolePage } from '#web/pages/signin/no-role-page.tsx';
import { SigninProblemPage } from '#web/pages/signin/signin-problem-page.tsx';
import { siteCss } from '#web/site-css.ts';
import { sessionCaller } from './admission.ts';
import { problemOf } from './answers.ts';
import { refuseCrossSite } from './cross-site.ts';
import { PAGE_POLICY } from './guarded.ts';
import { type Issuer, signinFailed } from './signin-issuer.ts';
import {
  challengeOf,
  DESK,
  ownPath,
  readTransaction,
  TRANSACTION_SECONDS,
  type Transaction,
  writeTransaction,
} from './signin-transaction.ts';
import { sha256 } from './wiring.ts';

/** What signing in stands on. */
export interface SigninPorts extends EventPorts {
  readonly issuer: Issuer;
  /** 256 random bits as text that fits a cookie and an address. */
  readonly secret: () => string;
  readonly log: Log;
}

const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;

const CALLBACK = '/sign-in/callback';

/** Where the browser sees us. @throws AppError `ACCESS.SIGNIN_FAILED` where it cannot be told */
function siteOf(context: Context): { readonly origin: string; readonly secure: boolean } {
  const origin = originOf(context.req.raw.headers);
  if (origin === '') throw signinFailed('address');
  return { origin, secure: origin.startsWith('https:') };
}

function setCookie(context: Context, name: string, value: string, secure: boolean, maxAge: number): void {
  context.header('set-cookie', cookieLine(name, value, secure, maxAge), { append: true });
}

async function begin(context: Context, { issuer, secret, clock }: SigninPorts): Promise<Response> {
  const { origin, secure } = siteOf(context);
  const to = ownPath(context.req.query('to'));
  const transaction: Transaction = {
    state: secret(),
    nonce: secret(),
    verifier: secret(),
    to,
    startedAt: clock.now(),
  };
  const { state, nonce, verifier } = transaction;
  const asked = { redirectUri: `${origin}${CALLBACK}`, state, nonce, challenge: challengeOf(verifier) };
  const address = await issuer.begin(asked);
  setCookie(context, signinCookie(secure), writeTransaction(transaction), secure, TRANSACTION_SECONDS);
  return context.redirect(address, 303);
}

/** The code of an answer that is the one this browser waits for. */
async function codeOf(context: Context, issuer: Issuer, { state }: Transaction): Promise<string> {
  const { searchParams } = new URL(context.req.url);
  const only = (name: string) => {
    const values = searchParams.getAll(name);
    if (values.length > 1) throw signinFailed('answer');
    return values[0];
  };
  if (only('state') !== state) throw signinFailed('state');
  if (!(await issuer.isFrom(only('iss')))) throw signinFailed('issuer');
  const error = only('error');
  if (error !== undefined) throw signinFailed('refused', { error: error.replace(/[^\w.-]/g, '').slice(0, 64) });
  const code = only('code');
  if (code === undefined || code === '') throw signinFailed('answer');
  return code;
}

async function finish(context: Context, ports: SigninPorts): Promise<Response> {
  const { origin, secure } = siteOf(context);
  const cookies = context.req.header('cookie');
  // One answer is taken for one sign-in, whatever becomes of it.
  setCookie(context, signinCookie(secure), '', secure, 0);
  const transaction = readTransaction(cookieIn(cookies, signinCookie(secure)), ports.clock.now());
  if (transaction === undefined) throw new AppError('ACCESS.SIGNIN_EXPIRED', 'no sign-in is under way here');
  const code = await codeOf(context, ports.issuer, transaction);
  const { nonce, verifier, to } = transaction;
  const identity = await ports.issuer.redeem({ code, nonce, verifier, redirectUri: `${origin}${CALLBACK}` });
  const token = ports.secret();
  await signIn(ports, identity, token);
  const name = sessionCookie(secure);
  await endSession(ports, cookieIn(cookies, name));
  setCookie(context, name, token, secure, SESSION_SECONDS);
  const caller = await authenticate(ports, { cookies: `${name}=${token}`, secure });
  return context.redirect(caller?.roles.length === 0 ? '/sign-in/no-role' : to, 303);
}

async function signOut(context: Context, ports: SigninPorts): Promise<Response> {
  refuseCrossSite((header) => context.req.header(header));
  const { secure } = siteOf(context);
  const name = sessionCookie(secure);
  await endSession(ports, cookieIn(context.req.header('cookie'), name));
  setCookie(context, name, '', secure, 0);
  return context.redirect('/sign-in?out=1', 303);
}

function answer(thrown: unknown, context: Context, log: Log): Response | Promise<Response> {
  const problem = problemOf(thrown, context);
  const { reason, step } = problem.details;
  if (problem.status < 500) log.warn('sign-in refused', { code: problem.code, reason, step });
  return context.html(SigninProblemPage({ problem, stylesheet }), problem.status as ContentfulStatusCode);
}

/** Signing in and out over given ports. Open to anybody: here people become somebody. */
export function createSignin(given: () => SigninPorts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('content-security-policy', PAGE_POLICY);
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // `no-referrer` would make browsers hide the origin of our own forms; a code in an address stays here all the same.
    context.header('referrer-policy', 'same-origin');
  });

  // A page, not a redirect: a form sent without a session ends up here, and browsers let no form be redirected elsewhere.
  app.get('/sign-in', (context) => {
    const start = `/sign-in/start?to=${encodeURIComponent(ownPath(context.req.query('to')))}`;
    const signedOut = context.req.query('out') !== undefined;
    if (!signedOut) context.header('refresh', `0; url=${start}`);
    return context.html(GoingPage({ start, signedOut, stylesheet }));
  });
  app.get('/sign-in/start', (context) => begin(context, given()));
  app.get(CALLBACK, (context) => finish(context, given()));
  app.get('/sign-in/no-role', async (context) => {
    const caller = await sessionCaller(given(), context);
    if (caller === undefined) return context.redirect('/sign-in', 303);
    if (caller.roles.length > 0) return context.redirect(DESK, 303);
    return context.html(NoRolePage({ caller, stylesheet }));
  });
  app.post('/sign-out', (context) => signOut(context, given()));

  app.onError((thrown, context) => answer(thrown, context, given().log));
  app.notFound((context) => answer(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context, given().log));
  return app;
}

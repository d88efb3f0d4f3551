import type { Context } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { Hono } from 'hono/tiny';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { platforms } from '#adapters/registry.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import { ProblemPage } from '#web/pages/problem-page.tsx';
import { siteCss } from '#web/site-css.ts';
import { problemOf, problemResponse } from './answers.ts';
import type { Bindings } from './callers.ts';
import { PAGE_POLICY } from './guarded.ts';
import { base } from './middleware.ts';
import { officeApi } from './office-api.ts';
import { officePages } from './office-pages.ts';
import type { OfficePorts } from './office-ports.ts';
import { refuseCrossSite } from './office-requests.ts';
import { messageQueue, objectStore, once, recordsStore, sha256, systemClock, systemRandom } from './wiring.ts';

const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;

/** For bytes of strangers: nothing of them may run or load, even when they are opened. */
const RAW_POLICY = "default-src 'none'; sandbox";

const ports = once(
  (): OfficePorts => ({
    records: recordsStore(),
    documents: objectStore('DOCUMENTS_BUCKET'),
    replays: messageQueue('REPLAYS_QUEUE_URL'),
    hash: sha256,
    clock: systemClock,
    ids: timeOrderedIds(systemClock, systemRandom),
    platforms,
  }),
);

function answer(thrown: unknown, context: Context): Response | Promise<Response> {
  const problem = problemOf(thrown, context);
  if (context.req.path.startsWith('/v1/')) return problemResponse(problem);
  return context.html(ProblemPage({ problem, stylesheet }), problem.status as ContentfulStatusCode);
}

/** The office's pages and operator API over given ports. */
export function createOffice(given: () => OfficePorts): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(async (context, next) => {
    if (context.req.method === 'POST') refuseCrossSite((name) => context.req.header(name));
    await next();
  });
  app.use(async (context, next) => {
    await next();
    const isRaw = context.res.headers.has('content-disposition');
    context.header('content-security-policy', isRaw ? RAW_POLICY : PAGE_POLICY);
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // `no-referrer` would make browsers hide the origin of our own forms.
    context.header('referrer-policy', 'same-origin');
  });
  app.route('/', officePages(given, stylesheet));
  app.route('/', officeApi(given));
  app.onError(answer);
  app.notFound((context) => answer(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));
  return app;
}

const serve = handle(createOffice(ports));

/** The office's pages and the operator's API. */
export const handler = base((event: LambdaEvent) => serve(event));

import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { Hono } from 'hono/tiny';
import { platforms } from '#adapters/registry.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import { siteCss } from '#web/site-css.ts';
import { type AdmittedEnv, admission } from './admission.ts';
import { refuseCrossSite } from './cross-site.ts';
import { PAGE_POLICY } from './guarded.ts';
import { base } from './middleware.ts';
import { OFFICE_ACCESS } from './office-access.ts';
import { officeApi } from './office-api.ts';
import { officePages } from './office-pages.ts';
import { officePeople } from './office-people.ts';
import type { OfficePorts } from './office-ports.ts';
import { answerThrown } from './page-problem.ts';
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

/** The office's pages and operator API over given ports. */
export function createOffice(given: () => OfficePorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
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
  app.use(admission(OFFICE_ACCESS, given));
  app.route('/', officePages(given, stylesheet));
  app.route('/', officeApi(given));
  app.route('/', officePeople(given));
  app.onError((thrown, context) => answerThrown(thrown, context, stylesheet));
  app.notFound((context) => answerThrown(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context, stylesheet));
  return app;
}

const serve = handle(createOffice(ports));

/** The office's pages and the operator's API. */
export const handler = base((event: LambdaEvent) => serve(event));

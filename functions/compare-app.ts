import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { type AdmittedEnv, admission } from './admission.ts';
import { COMPARE_ACCESS } from './compare-access.ts';
import { comparisonApi } from './compare-api.ts';
import { comparisonPages, stylesheet } from './compare-pages.ts';
import type { ComparisonPorts } from './compare-view.ts';
import { PAGE_POLICY } from './guarded.ts';
import { answerThrown } from './page-problem.ts';

function isApi({ req }: Context): boolean {
  return req.path.startsWith('/v1/');
}

/** The comparison over given ports: its API and its pages, whose headers are theirs alone. */
export function createComparison(ports: ComparisonPorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
  app.use(async (context, next) => {
    await next();
    if (isApi(context)) return;
    context.header('content-security-policy', PAGE_POLICY);
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'same-origin');
  });
  app.use(admission(COMPARE_ACCESS, () => ports));
  app.route('/', comparisonApi(ports));
  app.route('/', comparisonPages(ports));
  app.onError((thrown, context) => answerThrown(thrown, context, stylesheet));
  app.notFound((context) => answerThrown(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context, stylesheet));
  return app;
}

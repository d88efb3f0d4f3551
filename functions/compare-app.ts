import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { problemOf, problemResponse } from './answers.ts';
import type { Bindings } from './callers.ts';
import { comparisonApi } from './compare-api.ts';
import { comparisonPages } from './compare-pages.ts';
import type { ComparisonPorts } from './compare-view.ts';

/** The comparison over given ports: its API and its pages, whose headers are theirs alone. */
export function createComparison(ports: ComparisonPorts): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.route('/', comparisonApi(ports));
  app.route('/', comparisonPages(ports));
  app.notFound((context) => problemResponse(problemOf(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context)));
  return app;
}

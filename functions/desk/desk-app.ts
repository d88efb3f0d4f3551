import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { admission } from '../admission.ts';
import { refuseCrossSite } from '../cross-site.ts';
import { answerProblem } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { AccessTable, DeskApp, DeskContext, DeskModule } from './desk-routes.ts';
import { addStaticRoutes } from './static.ts';

/** What a desk is made of. */
export interface DeskSetup {
  readonly ports: () => DeskPorts;
  readonly modules: readonly DeskModule[];
  /** Origin that files are uploaded to and shown from. */
  readonly filesOrigin: () => string;
}

/** Forms of text are small. */
const MOST_BODY_BYTES = 1024 * 1024;

/** A form with files in it: what base64 makes of it must pass through a function's 6 MB. */
const MOST_UPLOAD_BYTES = 4 * 1024 * 1024 + 64 * 1024;

/** The security policy of the desk's pages: our style sheet, our script, our files, forms to ourselves. */
export function deskPolicy(filesOrigin: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    `img-src 'self' ${filesOrigin}`,
    `connect-src 'self' ${filesOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The tables of several modules as one; a route that two of them list is our own mistake. */
export function joinAccess(tables: readonly AccessTable[]): AccessTable {
  const entries = tables.flatMap((table) => Object.entries(table));
  const twice = entries.find(([route], index) => entries.findIndex(([other]) => other === route) < index);
  if (twice !== undefined) throw new Error(`two parts of the desk list the route ${twice[0]}`);
  return Object.fromEntries(entries);
}

async function refuseLargeBody(context: DeskContext): Promise<void> {
  const hasFiles = /^multipart\/form-data\b/i.test(context.req.header('content-type') ?? '');
  const most = hasFiles ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES;
  const stated = Number(context.req.header('content-length') ?? 0);
  const size = stated > most ? stated : (await context.req.arrayBuffer()).byteLength;
  if (size > most) {
    throw new AppError(hasFiles ? 'FILE.TOO_LARGE' : 'REQUEST.TOO_LARGE', 'the body is too large', {
      details: { size, most },
    });
  }
}

/** Builds the desk: who asks, from where, whether he may; then the modules; headers and problems on every way out. */
export function createDesk(setup: DeskSetup): DeskApp {
  const app: DeskApp = new Hono();
  const access = joinAccess(setup.modules.map((module) => module.access));
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('content-security-policy')) {
      context.header('content-security-policy', deskPolicy(setup.filesOrigin()));
    }
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
    // `no-referrer` would make browsers hide the origin of our own forms.
    context.header('referrer-policy', 'same-origin');
  });
  addStaticRoutes(app);
  app.use(admission(access, setup.ports));
  app.use(async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      refuseCrossSite((name) => context.req.header(name));
      await refuseLargeBody(context);
    }
    await next();
  });
  for (const module of setup.modules) module.add(app, setup.ports);
  app.onError((thrown, context) => answerProblem(thrown, context));
  app.notFound((context) => answerProblem(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));
  return app;
}

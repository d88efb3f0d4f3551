import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import type { Hash } from '#shared/ports/ambient.ts';
import { hasTag } from '#web/api/etag.ts';
import openApi from '#web/api/openapi.json' with { type: 'json' };
import { originOf } from '#web/api/origin.ts';
import { type ApiDocument, DocsPage } from '#web/pages/docs-page.tsx';
import { siteCss } from '#web/site-css.ts';
import { problemOf, problemResponse } from './answers.ts';
import { guarded } from './guarded.ts';

interface DocsPorts {
  readonly hash: Hash;
}

/** Where an example calls when nobody says where the site is. */
const SOME_HOST = 'https://auctions.example';

/** The document and the page made of it; neither reads anything. */
export function createDocs({ hash }: DocsPorts): Hono {
  const app = guarded(new Hono());
  const stylesheet = `/assets/site-${hash.sha256(siteCss).slice(0, 12)}.css`;
  const document = openApi as unknown as ApiDocument;
  const answer = (context: Context, contentType: string, body: string) => {
    const etag = `"${hash.sha256(body).slice(0, 32)}"`;
    const headers = { etag, 'cache-control': 'no-cache' };
    if (hasTag(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, 'content-type': contentType } });
  };
  app.get('/openapi.json', (context) => answer(context, 'application/json; charset=utf-8', JSON.stringify(openApi)));
  app.get('/docs', (context) => {
    const origin = originOf(context.req.raw.headers);
    const page = DocsPage({ document, origin: origin === '' ? SOME_HOST : origin, stylesheet });
    return answer(context, 'text/html; charset=utf-8', String(page));
  });
  const refuse = (thrown: unknown, context: Context) => problemResponse(problemOf(thrown, context));
  app.onError(refuse);
  app.notFound((context) => refuse(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));
  return app;
}

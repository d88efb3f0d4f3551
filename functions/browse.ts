import type { Context } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { etag } from 'hono/etag';
import { Hono } from 'hono/tiny';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { manifests } from '#adapters/manifests.ts';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { roundsOf } from '#shared/domain/rounds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { catalogueReader, readLot } from '#shared/services/read-catalogue.ts';
import { bidJson, lotJson } from '#web/lot-json.ts';
import { CataloguePage } from '#web/pages/catalogue-page.tsx';
import { LotPage } from '#web/pages/lot-page.tsx';
import { ErrorsPage, ProblemPage } from '#web/pages/problem-page.tsx';
import { siteCss } from '#web/site-css.ts';
import { problemOf, problemResponse } from './answers.ts';
import { base } from './middleware.ts';
import { objectStore, once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = PUBLIC_CALLER;
const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;
const platformNames = new Map(manifests.map(({ id, name }) => [id, name]));

const ports = once(() => ({ records: recordsStore(), snapshots: objectStore('SNAPSHOTS_BUCKET') }));
const readCatalogue = once(() => catalogueReader(ports()));

const app = new Hono();

app.use(etag());
app.use(async (context, next) => {
  context.header('cache-control', 'no-cache');
  await next();
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  context.header('content-security-policy', policy);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
});

app.get('/', async (context) => {
  const { lots } = await readCatalogue()(caller);
  return context.html(CataloguePage({ lots, platforms: platformNames, now: systemClock.now(), stylesheet }));
});

app.get('/lots/:id', async (context) => {
  const { card, state, bids } = await readLot(caller, ports(), context.req.param('id'));
  const rounds = roundsOf(card, (await readCatalogue()(caller)).lots);
  const platform = platformNames.get(card.platform) ?? card.platform;
  return context.html(LotPage({ card, state, bids, rounds, platform, now: systemClock.now(), stylesheet }));
});

app.get('/errors', (context) => context.html(ErrorsPage({ stylesheet })));

app.get('/v1/lots', async (context) => {
  const { lots, upToSeq } = await readCatalogue()(caller);
  return context.json({ upToSeq, lots: lots.map(lotJson) });
});

app.get('/v1/lots/:id', async (context) => {
  const { card, bids } = await readLot(caller, ports(), context.req.param('id'));
  const rounds = roundsOf(card, (await readCatalogue()(caller)).lots);
  return context.json({ ...lotJson(card), bids: bids.map(bidJson), rounds: rounds.map(({ lotId }) => lotId) });
});

app.get(stylesheet, (context) => {
  context.header('cache-control', 'public, max-age=31536000, immutable');
  return context.body(siteCss, 200, { 'content-type': 'text/css; charset=utf-8' });
});

function answer(thrown: unknown, context: Context): Response | Promise<Response> {
  const problem = problemOf(thrown, context.req.path);
  if (context.req.path.startsWith('/v1/')) return problemResponse(problem);
  return context.html(ProblemPage({ problem, stylesheet }), problem.status as ContentfulStatusCode);
}

app.onError(answer);
app.notFound((context) => answer(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));

const serve = handle(app);

/** Pages and read API. */
export const handler = base((event: LambdaEvent) => serve(event));

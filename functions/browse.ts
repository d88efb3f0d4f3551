import type { Context } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { etag } from 'hono/etag';
import { Hono } from 'hono/tiny';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { manifests } from '#adapters/manifests.ts';
import { PUBLIC_CALLER } from '#shared/domain/caller.ts';
import { inRoundOrder } from '#shared/domain/rounds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { readLot } from '#shared/services/read-lot.ts';
import { assetGroups } from '#shared/services/same-asset/asset-groups.ts';
import { sameAssetsReader } from '#shared/services/same-asset/head.ts';
import { readPageAddress } from '#web/catalogue-address.ts';
import { catalogueModel } from '#web/catalogue-model.ts';
import { ICON_PATH, ICON_SVG } from '#web/icon.ts';
import { CataloguePage } from '#web/pages/catalogue-page.tsx';
import { LotPage } from '#web/pages/lot-page.tsx';
import { ErrorsPage, ProblemPage } from '#web/pages/problem-page.tsx';
import { siteCss } from '#web/site-css.ts';
import { problemOf } from './answers.ts';
import { readCatalogue } from './catalogue.ts';
import { guarded } from './guarded.ts';
import { base } from './middleware.ts';
import { once, recordsStore, sha256, systemClock } from './wiring.ts';

const caller = PUBLIC_CALLER;
const stylesheet = `/assets/site-${sha256.sha256(siteCss).slice(0, 12)}.css`;
const platforms = new Map(manifests.map((manifest) => [manifest.id, manifest]));

const ports = once(() => ({ records: recordsStore() }));
const sameAssets = once(() => sameAssetsReader({ ...ports(), clock: systemClock }));

const app = guarded(new Hono());

app.use(etag());
app.use(async (context, next) => {
  context.header('cache-control', 'no-cache');
  await next();
});

app.get('/', async (context) => {
  const { query, page } = readPageAddress(new URL(context.req.url).searchParams);
  const [view, merged] = await Promise.all([readCatalogue()(caller), sameAssets()()]);
  const model = catalogueModel(view, query, page, systemClock.now());
  const groups = assetGroups(view.index, merged);
  return context.html(CataloguePage({ model, platforms, groups, stylesheet }));
});

app.get('/lots/:id', async (context) => {
  const [{ card, state, bids }, { index, staleSince }, merged] = await Promise.all([
    readLot(caller, ports(), context.req.param('id')),
    readCatalogue()(caller),
    sameAssets()(),
  ]);
  const rounds = inRoundOrder(index.sameProperty(card));
  const sameAsset = assetGroups(index, merged)(card);
  const now = systemClock.now();
  return context.html(LotPage({ card, state, bids, rounds, sameAsset, platforms, staleSince, now, stylesheet }));
});

app.get('/errors', (context) => context.html(ErrorsPage({ stylesheet })));

app.get(ICON_PATH, (context) => {
  context.header('cache-control', 'public, max-age=604800');
  return context.body(ICON_SVG, 200, { 'content-type': 'image/svg+xml' });
});

app.get(stylesheet, (context) => {
  context.header('cache-control', 'public, max-age=31536000, immutable');
  return context.body(siteCss, 200, { 'content-type': 'text/css; charset=utf-8' });
});

function answer(thrown: unknown, context: Context): Response | Promise<Response> {
  const problem = problemOf(thrown, context);
  return context.html(ProblemPage({ problem, stylesheet }), problem.status as ContentfulStatusCode);
}

app.onError(answer);
app.notFound((context) => answer(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));

const serve = handle(app);

/** Pages. */
export const handler = base((event: LambdaEvent) => serve(event));

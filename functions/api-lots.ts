import type { Context } from 'hono';
import { fromEpochMs, type Instant, toEpochMs } from '#shared/domain/time.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import type { CatalogueQuery } from '#shared/services/catalogue/catalogue-query.ts';
import type { CatalogueView } from '#shared/services/catalogue/catalogue-view.ts';
import { readCursor, writeCursor } from '#web/api/cursor.ts';
import { fitting } from '#web/api/fitting.ts';
import { LIST_FORMS, type ListForm } from '#web/api/list-forms.ts';
import { FEED_TYPE, lotsAtom, newestChanged } from '#web/api/lots-atom.ts';
import { originOf } from '#web/api/origin.ts';
import { pagedParameters } from '#web/api/parameters.ts';
import { CATALOGUE_PARAMETERS, toCatalogueParams, toCatalogueQuery } from '#web/catalogue-params.ts';
import { restrictionsOf } from '#web/catalogue-restrictions.ts';
import { readParameters } from '#web/query-parameters.ts';
import {
  type AddRoutes,
  API_CALLER,
  type ApiPorts,
  conditionally,
  nextLink,
  paramsOf,
  platformsOf,
  uuids,
} from './api-answers.ts';

const MINUTE_MS = 60_000;

/** The minute that has begun: what depends on the time stays the same for as long. */
function thisMinute({ clock }: ApiPorts): Instant {
  return fromEpochMs(Math.floor(toEpochMs(clock.now()) / MINUTE_MS) * MINUTE_MS);
}

/** What a list depends on besides its address. */
function basisOf({ etag, staleSince, index }: CatalogueView, query: CatalogueQuery, now: Instant): readonly unknown[] {
  const overdue = query.sort === 'ending' ? index.overdue(now) : null;
  return [etag, staleSince, query.endsWithinDays === null ? null : now, overdue];
}

function refuseStrangePlatforms({ filters }: CatalogueQuery, { manifests }: ApiPorts): void {
  const allowed = manifests.map(({ id }) => id);
  const strangers = (filters.platform ?? []).filter((id) => !allowed.includes(id));
  const faults = strangers.map((id) => ({ parameter: 'platform', detail: `没有平台“${id}”`, allowed }));
  if (faults.length > 0) throw invalidRequest('a platform is not known', faults);
}

/** Answers a page of lots in one form. */
async function listLots(context: Context, ports: ApiPorts, form: ListForm): Promise<Response> {
  const values = readParameters(paramsOf(context), pagedParameters(form.limit));
  const query = toCatalogueQuery(values);
  refuseStrangePlatforms(query, ports);
  const digest = (text: string) => ports.hash.sha256(text);
  const [limit = form.limit.usual] = values.limit;
  const [cursor] = values.cursor;
  const start = cursor === undefined ? { offset: 0 } : { after: readCursor(query, cursor, digest) };
  const view = await ports.readCatalogue(API_CALLER);
  const now = thisMinute(ports);
  return conditionally(context, ports, basisOf(view, query, now), () => {
    const { page, next, body } = fitting(limit, (most) => {
      const found = view.index.find(query, { now, limit: most, start });
      const goOn = found.next === null ? null : writeCursor(query, found.next, digest);
      return { page: found, next: goOn, body: form.write(found, view, goOn, platformsOf(ports)) };
    });
    const following = toCatalogueParams(query);
    following.append('limit', String(limit));
    if (next !== null) following.append('cursor', next);
    const link = next === null ? {} : nextLink(context, form.path, following);
    return { body, contentType: form.contentType, headers: { ...form.headers(page), ...link } };
  });
}

/** Answers with the feed of a filter. */
async function feedOfLots(context: Context, ports: ApiPorts): Promise<Response> {
  const query = toCatalogueQuery(readParameters(paramsOf(context), CATALOGUE_PARAMETERS));
  refuseStrangePlatforms(query, ports);
  const view = await ports.readCatalogue(API_CALLER);
  const now = thisMinute(ports);
  const params = toCatalogueParams(query).toString();
  const search = params === '' ? '' : `?${params}`;
  const platforms = platformsOf(ports);
  const restrictions = restrictionsOf(query, platforms).map(({ label }) => label);
  const frame = {
    filter: restrictions.join('、'),
    origin: originOf(context.req.raw.headers),
    self: `/v1/lots.atom${search}`,
    page: `/${search}`,
    platforms,
    uuid: uuids(ports),
  };
  return conditionally(context, ports, basisOf(view, query, now), () => ({
    body: lotsAtom(newestChanged(view.index.all(query, now)), frame),
    contentType: FEED_TYPE,
  }));
}

/** Lists of lots: JSON, CSV, JSON Lines, and the feed. */
export const addLists: AddRoutes = (app, ports) => {
  for (const form of LIST_FORMS) app.get(form.path, (context) => listLots(context, ports, form));
  app.get('/v1/lots.atom', (context) => feedOfLots(context, ports));
};

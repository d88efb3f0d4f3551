import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { readChanges } from '#shared/services/read-changes.ts';
import { readSnapshots } from '#shared/services/read-snapshots.ts';
import { changesJson, snapshotsJson } from '#web/api/answers-json.ts';
import { fitting } from '#web/api/fitting.ts';
import { BEFORE_THE_FIRST, CHANGES_PARAMETERS, LIMITS, NO_PARAMETERS } from '#web/api/parameters.ts';
import { platformsJson } from '#web/api/platforms-json.ts';
import { readParameters } from '#web/query-parameters.ts';
import { problemOf, problemResponse } from './answers.ts';
import { API_CALLER, type ApiPorts, conditionally, JSON_TYPE, jsonAnswer, nextLink, paramsOf } from './api-answers.ts';
import { addLot } from './api-lot.ts';
import { addLists } from './api-lots.ts';
import { guarded } from './guarded.ts';

async function answerPlatforms(context: Context, ports: ApiPorts): Promise<Response> {
  readParameters(paramsOf(context), NO_PARAMETERS);
  const { index, etag } = await ports.readCatalogue(API_CALLER);
  return conditionally(context, ports, [etag], () => {
    const page = { now: ports.clock.now(), limit: 1, start: { offset: 0 } };
    return jsonAnswer(platformsJson(ports.manifests, index.find(WHOLE_CATALOGUE, page).facets.platform));
  });
}

/** A program that is ahead of the feed followed another one and would wait for what it has missed. */
async function refuseAheadOfFeed(ports: ApiPorts, since: number): Promise<void> {
  const { upToSeq, staleSince } = await ports.readCatalogue(API_CALLER);
  if (since <= upToSeq || staleSince !== null) return;
  const detail = `变更流只到 ${upToSeq};请从 since=${BEFORE_THE_FIRST} 重新读取`;
  throw invalidRequest('the feed has not come so far', [{ parameter: 'since', detail }]);
}

async function answerChanges(context: Context, ports: ApiPorts): Promise<Response> {
  const values = readParameters(paramsOf(context), CHANGES_PARAMETERS);
  const [since = BEFORE_THE_FIRST] = values.since;
  const [limit = LIMITS.changes.usual] = values.limit;
  const { changes } = await readChanges(API_CALLER, ports, { since, limit });
  if (changes.length === 0 && since > BEFORE_THE_FIRST) await refuseAheadOfFeed(ports, since);
  return conditionally(context, ports, [changes.at(-1)?.sequence, changes.at(-1)?.at], () => {
    const { nextSince, body } = fitting(changes.length, (most) => {
      const shown = changes.slice(0, most);
      const upTo = shown.at(-1)?.sequence ?? since;
      return { nextSince: upTo, body: JSON.stringify(changesJson(shown, upTo)) };
    });
    const following = new URLSearchParams({ since: String(nextSince), limit: String(limit) });
    const headers = changes.length === 0 ? {} : nextLink(context, '/v1/changes', following);
    return { body, contentType: JSON_TYPE, headers };
  });
}

async function answerSnapshots(context: Context, ports: ApiPorts): Promise<Response> {
  readParameters(paramsOf(context), NO_PARAMETERS);
  const heads = await readSnapshots(API_CALLER, ports);
  const basis = heads.map(({ name, version }) => [name, version]);
  return conditionally(context, ports, basis, () => jsonAnswer(snapshotsJson(heads)));
}

/** The public API. */
export function createApi(ports: ApiPorts): Hono {
  const app = guarded(new Hono());
  addLists(app, ports);
  addLot(app, ports);
  app.get('/v1/platforms', (context) => answerPlatforms(context, ports));
  app.get('/v1/changes', (context) => answerChanges(context, ports));
  app.get('/v1/snapshots', (context) => answerSnapshots(context, ports));
  app.onError((thrown, context) => problemResponse(problemOf(thrown, context)));
  app.notFound((context) => problemResponse(problemOf(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context)));
  return app;
}

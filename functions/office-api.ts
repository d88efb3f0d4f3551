import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { listDocuments } from '#shared/services/quarantine/list-documents.ts';
import { readQuarantine } from '#shared/services/quarantine/read-quarantine.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { readReplay } from '#shared/services/replay/read-replay.ts';
import { requestReplay } from '#shared/services/replay/request-replay.ts';
import { traceLot } from '#shared/services/replay/trace-lot.ts';
import { type AdmittedEnv, callerIn } from './admission.ts';
import type { OfficePorts } from './office-ports.ts';
import { parseListRequest, parseLotAddress, parseReplayRequest } from './office-requests.ts';

function platformIds(ports: OfficePorts, wanted: string | undefined): readonly string[] {
  const known = ports.platforms.map(({ manifest }) => manifest.id);
  if (wanted === undefined) return known;
  if (!known.includes(wanted)) {
    throw new AppError('PLATFORM.UNKNOWN', 'no such platform', { details: { platform: wanted.slice(0, 200) } });
  }
  return [wanted];
}

/** What the operator's programs may ask: the quarantine, stored documents, the story of a lot, and replays. */
export function officeApi(ports: () => OfficePorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();

  app.get('/v1/quarantine', async (context) => {
    const platforms = platformIds(ports(), context.req.query('platform'));
    return context.json(await readQuarantine(callerIn(context), ports(), platforms));
  });

  app.get('/v1/documents', async (context) => {
    const request = parseListRequest(context.req.query());
    platformIds(ports(), request.platform);
    return context.json(await listDocuments(callerIn(context), ports(), request));
  });

  app.get('/v1/lots/:id/trace', async (context) => {
    const lotId = parseLotAddress(context.req.param('id'));
    return context.json(await traceLot(callerIn(context), ports(), lotId));
  });

  app.post('/v1/replays', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const { dryRun, scope, ...what } = parseReplayRequest(body);
    const caller = callerIn(context);
    if (dryRun) return context.json(await previewReplay(caller, ports(), what));
    return context.json(await requestReplay(caller, ports(), { ...what, scope }), 202);
  });

  app.get('/v1/replays/:id', async (context) =>
    context.json(await readReplay(callerIn(context), ports(), context.req.param('id'))),
  );

  return app;
}

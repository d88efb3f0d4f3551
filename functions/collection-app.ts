import { readHealth } from '#shared/services/collection/health.ts';
import { callerIn } from './admission.ts';
import { COLLECTION_ACCESS } from './collection-access.ts';
import { answerReadNow, readNow } from './collection-now.ts';
import type { CollectionDeskPorts } from './collection-ports.ts';
import { saveSource } from './collection-sources.ts';
import { platformIn, showCollection, showPlatform } from './collection-views.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskApp, DeskContext } from './desk/desk-routes.ts';

/** How all platforms are, for programs; of one named, also what is read of it and when. */
async function answerHealth(context: DeskContext, ports: CollectionDeskPorts): Promise<Response> {
  if (context.req.query('platform') === undefined) {
    return context.json({ health: await readHealth(callerIn(context), ports) });
  }
  const { health, tasks } = await platformIn(context, ports);
  return context.json({ health: [health], tasks });
}

function addRoutes(app: DeskApp, given: () => CollectionDeskPorts): void {
  app.get('/desk/collection', (context) => showCollection(context, given()));
  app.get('/desk/collection/:platform', (context) => showPlatform(context, given()));
  app.post('/desk/collection/:platform', (context) => saveSource(context, given()));
  app.post('/desk/collection/:platform/now', (context) => readNow(context, given()));
  app.get('/v1/collection', (context) => answerHealth(context, given()));
  app.post('/v1/collection/:platform', (context) => answerReadNow(context, given()));
}

/** Collection, its pages and what programs may ask, over given ports. */
export function createCollection(given: () => CollectionDeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [{ access: COLLECTION_ACCESS, add: (app) => addRoutes(app, given) }],
  });
}

import { Hono } from 'hono/tiny';
import { type Caller, hasRole } from '#shared/domain/caller.ts';
import { readQuarantine } from '#shared/services/quarantine/read-quarantine.ts';
import { OfficePage } from '#web/pages/office/office-page.tsx';
import { QuarantinePage } from '#web/pages/office/quarantine-page.tsx';
import { type AdmittedEnv, callerIn } from './admission.ts';
import { addDocumentPages } from './office-documents.ts';
import type { OfficePorts } from './office-ports.ts';
import { addReplayPages } from './office-replays.ts';

/** The office's pages (工作台): the board of what waits, each document beside its complaints, and replays. */
export function officePages(ports: () => OfficePorts, stylesheet: string): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
  const platforms = () => new Map(ports().platforms.map(({ manifest }) => [manifest.id, manifest]));
  const quarantineFor = (caller: Caller) => readQuarantine(caller, ports(), [...platforms().keys()]);

  app.get('/office', async (context) => {
    const caller = callerIn(context);
    if (!hasRole(caller, 'office', 'auditor')) return context.redirect('/office/comparison', 303);
    return context.html(OfficePage({ quarantine: await quarantineFor(caller), stylesheet }));
  });

  app.get('/office/quarantine', async (context) => {
    const caller = callerIn(context);
    const quarantine = await quarantineFor(caller);
    const mayReplay = hasRole(caller, 'office');
    return context.html(QuarantinePage({ quarantine, platforms: platforms(), mayReplay, stylesheet }));
  });

  addDocumentPages(app, ports, platforms, stylesheet);
  addReplayPages(app, ports, stylesheet);
  return app;
}

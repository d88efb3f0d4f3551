import type { Hono } from 'hono/tiny';
import type { Caller } from '#shared/domain/caller.ts';
import { parseDocumentId } from '#shared/domain/document.ts';
import { readGroupDocuments } from '#shared/services/quarantine/read-quarantine.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { readReplay } from '#shared/services/replay/read-replay.ts';
import { requestReplay } from '#shared/services/replay/request-replay.ts';
import type { ReplayTarget } from '#web/pages/office/replay-form.tsx';
import { ReplayPage, ReplayPreviewPage } from '#web/pages/office/replay-page.tsx';
import { type AdmittedEnv, callerIn } from './admission.ts';
import type { OfficePorts } from './office-ports.ts';
import { MOST_PREVIEWED } from './office-requests.ts';

/** Seconds after which a page of a running replay looks again. */
const LOOK_AGAIN = '2';

/** What a form of ours names: one document, or all that wait for one reason. */
async function targetOf(caller: Caller, ports: OfficePorts, form: URLSearchParams) {
  const group = form.get('group');
  const target: ReplayTarget = group === null ? { document: parseDocumentId(form.get('document') ?? '') } : { group };
  const documents = 'group' in target ? await readGroupDocuments(caller, ports, target.group) : [target.document];
  const scope = 'group' in target ? `待核数据中的一类问题,${documents.length} 份文件` : '一份文件';
  return { target, documents, scope };
}

/** Adds the pages of replays: what one would change, then, confirmed, the replay itself and how far it is. */
export function addReplayPages(app: Hono<AdmittedEnv>, ports: () => OfficePorts, stylesheet: string): void {
  app.post('/office/replays', async (context) => {
    const caller = callerIn(context);
    const form = new URLSearchParams(await context.req.text());
    const { target, documents, scope } = await targetOf(caller, ports(), form);
    if (form.get('confirmed') === 'yes' && documents.length > 0) {
      const { replayId } = await requestReplay(caller, ports(), { documents, lots: [], scope });
      return context.redirect(`/office/replays/${replayId}`, 303);
    }
    const preview = await previewReplay(caller, ports(), { documents: documents.slice(0, MOST_PREVIEWED), lots: [] });
    return context.html(ReplayPreviewPage({ target, documents: documents.length, preview, stylesheet }));
  });

  app.get('/office/replays/:id', async (context) => {
    const replay = await readReplay(callerIn(context), ports(), context.req.param('id'));
    if (!replay.done) context.header('refresh', LOOK_AGAIN);
    return context.html(ReplayPage({ replay, stylesheet }));
  });
}

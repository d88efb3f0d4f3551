import type { Hono } from 'hono/tiny';
import { type Caller, hasRole } from '#shared/domain/caller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { complaintsOfRefusal } from '#shared/services/quarantine/cause.ts';
import { excerptsOf } from '#shared/services/quarantine/excerpts.ts';
import { readRawDocument, toShownText } from '#shared/services/quarantine/raw-document.ts';
import { readDocumentOutcome } from '#shared/services/read-document.ts';
import type { DocumentOutcome } from '#shared/services/records/document-outcome.ts';
import { previewReplay } from '#shared/services/replay/preview-replay.ts';
import { DocumentPage } from '#web/pages/office/document-page.tsx';
import type { ComplaintView } from '#web/pages/office/excerpts.tsx';
import type { Platforms } from '#web/platforms.ts';
import { type AdmittedEnv, callerIn } from './admission.ts';
import type { OfficePorts } from './office-ports.ts';

/** A function answers with 6 MB at most, a third of it lost to base64. */
const MOST_RAW_BYTES = 4 * 1024 * 1024;

async function outcomeOf(caller: Caller, ports: OfficePorts, documentId: string): Promise<DocumentOutcome | undefined> {
  try {
    return await readDocumentOutcome(caller, ports, documentId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'RESOURCE.NOT_FOUND') return undefined;
    throw error;
  }
}

function complaintsOf(outcome: DocumentOutcome | undefined, bytes: Uint8Array): readonly ComplaintView[] {
  const text = toShownText(bytes);
  const complaints =
    outcome?.outcome === 'refused' ? complaintsOfRefusal(outcome.reason, outcome.details) : outcome?.complaints;
  return (complaints ?? []).map((complaint) => ({
    ...complaint,
    excerpts: text === undefined ? [] : excerptsOf(text, complaint),
  }));
}

/** Adds the page of a stored document and its bytes. */
export function addDocumentPages(
  app: Hono<AdmittedEnv>,
  ports: () => OfficePorts,
  platforms: () => Platforms,
  stylesheet: string,
): void {
  app.get('/office/documents/:id', async (context) => {
    const caller = callerIn(context);
    const { documentId, envelope, bytes } = await readRawDocument(caller, ports(), context.req.param('id'));
    const outcome = await outcomeOf(caller, ports(), documentId);
    const preview = await previewReplay(caller, ports(), { documents: [documentId], lots: [] });
    const complaints = complaintsOf(outcome, bytes);
    const mayReplay = hasRole(caller, 'office');
    const known = { documentId, envelope, size: bytes.length, outcome, complaints, preview, mayReplay };
    return context.html(DocumentPage({ ...known, platforms: platforms(), stylesheet }));
  });

  app.get('/office/documents/:id/raw', async (context) => {
    const caller = callerIn(context);
    const { documentId, envelope, bytes } = await readRawDocument(caller, ports(), context.req.param('id'));
    if (bytes.length > MOST_RAW_BYTES) {
      throw new AppError('DOCUMENT.TOO_LARGE_TO_SEND', 'the document is too large to be sent', {
        details: { documentId, size: bytes.length },
      });
    }
    const ending = /\.[a-z0-9]{1,5}$/i.exec(envelope.source)?.[0] ?? '';
    // Whatever it is, the browser is to keep it, not to open it here.
    context.header('content-type', 'application/octet-stream');
    context.header('content-disposition', `attachment; filename="${documentId}${ending}"`);
    return context.body(new Uint8Array(bytes));
  });
}

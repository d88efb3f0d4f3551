import { AppError } from '#shared/errors/app-error.ts';
import { readFiles, usableFiles } from '#shared/services/desk/files/read-file.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { returnScan } from '#shared/services/desk/listing/return-scan.ts';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { type FormValues, refuseFaults } from '#web/pages/desk/form-text.ts';
import { handoffAddress } from '#web/pages/desk/handoff/documents.tsx';
import { ScanPage } from '#web/pages/desk/handoff/scan-page.tsx';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm } from './desk/desk-answers.ts';
import { commandIn, formIn } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { type HandoffDeskPorts, listingIn } from './handoff-routes.ts';

const CLERKS = ['village-clerk', 'owner-clerk', 'office'] as const;

/** Who may bring back the stamped scan of a document. */
export const SCANS_ACCESS: AccessTable = {
  'GET /desk/handoff/:id/scan': CLERKS,
  'POST /desk/handoff/:id/scan': CLERKS,
};

function textIn(form: FormValues, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

async function pageOf(
  context: DeskContext,
  ports: HandoffDeskPorts,
  number: string,
  fileIds: readonly string[],
  refusal?: Refusal,
) {
  const caller = callerIn(context);
  const { source } = await readHandoff(caller, ports, listingIn(context));
  const { listing } = source;
  if (!listing.documents.some((document) => document.number === number)) {
    throw new AppError('RESOURCE.NOT_FOUND', 'no document has the number');
  }
  const files = await readFiles(caller, ports, fileIds);
  const formKey = ports.ids.next();
  return ScanPage({ listing, number, files, formKey, errors: refusal?.errors, caller, assets: deskAssets });
}

async function fileScan(context: DeskContext, ports: HandoffDeskPorts): Promise<Response> {
  const form = await formIn(context);
  const [number, files] = [textIn(form, 'number'), filesIn(form, 'scan')];
  const caller = callerIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const id = listingIn(context);
      const [file] = files;
      if (file === undefined || files.length > 1) {
        refuseFaults({ scan: '请上传一份扫描件;几页纸请合成一个 PDF' });
        throw new RangeError('faults are refused');
      }
      const { source } = await readHandoff(caller, ports, id);
      await usableFiles(caller, ports, source.listing.ownerId, [file]);
      const { version } = await returnScan(caller, ports, id, commandIn(context, form), { number, file });
      return { id, version };
    },
    next: ({ id }) => handoffAddress(id),
    again: (refusal) => pageOf(context, ports, number, files, refusal),
  });
}

/** Adds the way back for stamped scans. */
export function addScanRoutes(app: DeskApp, given: () => HandoffDeskPorts): void {
  app.get('/desk/handoff/:id/scan', async (context) => {
    const files = withAttached(context.req.url, 'scan', []);
    return context.html(await pageOf(context, given(), context.req.query('number') ?? '', files));
  });
  app.post('/desk/handoff/:id/scan', (context) => fileScan(context, given()));
}

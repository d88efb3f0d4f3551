import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { keptOwners } from '#shared/services/desk/asset/kept-owners.ts';
import { keepTable, keptTable } from '#shared/services/desk/import/kept-table.ts';
import { mappingFaults } from '#shared/services/desk/import/mapping.ts';
import { type ImportOrder, type PlannedRow, planImport } from '#shared/services/desk/import/plan-import.ts';
import { type ImportRun, runImport } from '#shared/services/desk/import/run-import.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import { mappingIn } from '#web/pages/desk/import/mapping-form.ts';
import { ImportPreviewPage } from '#web/pages/desk/import/preview-page.tsx';
import { ImportUploadPage } from '#web/pages/desk/import/upload-page.tsx';
import { callerIn } from '../admission.ts';
import { problemOf } from '../answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { openSheets } from './import-table.ts';
import { deskAssets } from './static.ts';

const IMPORTERS = ['village-clerk', 'owner-clerk', 'office'] as const;

/** Who may import tables; for whom, the services decide. */
export const IMPORT_ACCESS = {
  'GET /desk/assets/import': IMPORTERS,
  'POST /desk/assets/import': IMPORTERS,
  'GET /desk/assets/import/:id': IMPORTERS,
  'POST /desk/assets/import/:id': IMPORTERS,
} as const satisfies AccessTable;

/** A kept table, opened and read as asked. */
interface Opened extends ImportOrder {
  readonly fileName: string;
}

/** The form's file and fields. Read from the bytes: the body was measured before, and can be read only once. */
async function uploadIn(context: DeskContext) {
  const headers = { 'content-type': context.req.header('content-type') ?? '' };
  const form = await new Response(await context.req.arrayBuffer(), { headers }).formData().catch(() => undefined);
  const [file, owner] = [form?.get('file'), form?.get('owner')];
  if (file === undefined || file === null || typeof file === 'string' || file.size === 0) {
    throw invalidRequest('no table was sent', [{ pointer: '/file', detail: '请选择一个表格文件' }]);
  }
  const ownerId = typeof owner === 'string' && owner !== '' ? owner : null;
  return { ownerId, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function showUpload(context: DeskContext, ports: DeskPorts, refused?: string): Promise<Response> {
  const caller = callerIn(context);
  const owners = await keptOwners(caller, ports);
  const page = ImportUploadPage({ caller, assets: deskAssets, owners, formKey: ports.ids.next(), refused });
  return context.html(page, refused === undefined ? 200 : 422);
}

async function upload(context: DeskContext, ports: DeskPorts): Promise<Response> {
  try {
    const table = await uploadIn(context);
    openSheets(table.bytes);
    const { importId } = await keepTable(callerIn(context), ports, table);
    if (wantsJson(context)) return context.json({ id: importId }, 201);
    return context.redirect(`/desk/assets/import/${importId}`, 303);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || wantsJson(context)) throw thrown;
    const { status, title, wayOut, errors } = problemOf(thrown, context);
    if (status !== 400 && status !== 422) throw thrown;
    return showUpload(context, ports, [title, ...errors.map(({ detail }) => detail), wayOut].join('。'));
  }
}

async function open(context: DeskContext, ports: DeskPorts, id: string, asked: FormValues): Promise<Opened> {
  const { importId, ownerId, fileName, bytes } = await keptTable(callerIn(context), ports, id);
  const sheets = openSheets(bytes);
  return { importId, ownerId, fileName, sheets, mapping: mappingIn(asked, sheets) };
}

function answer(
  context: DeskContext,
  ports: DeskPorts,
  { fileName, sheets, mapping, importId }: Opened,
  planned: readonly PlannedRow[],
  run?: ImportRun,
): Response | Promise<Response> {
  const caller = callerIn(context);
  if (wantsJson(context)) {
    const { rows: _, ...counts } = run ?? { rows: [] };
    return context.json({ id: importId, run: run === undefined ? null : counts, mapping, rows: planned });
  }
  const formKey = ports.ids.next();
  const shown = { caller, assets: deskAssets, importId, fileName, sheets, mapping, planned, run, formKey };
  return context.html(ImportPreviewPage(shown));
}

async function preview(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const opened = await open(context, ports, id, context.req.query());
  return answer(context, ports, opened, await planImport(callerIn(context), ports, opened));
}

/** Writes the next rows and shows what is left. A page of its own: sending it again does nothing twice. */
async function run(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const form = await formIn(context);
  commandIn(context, form);
  const opened = await open(context, ports, id, form);
  const faults = mappingFaults(opened.mapping);
  if (faults.length > 0) {
    throw invalidRequest(
      'the table cannot be read so',
      faults.map((detail) => ({ pointer: '/columns', detail })),
    );
  }
  const after = Number(form['after'] ?? 0);
  const done = await runImport(callerIn(context), ports, opened, Number.isSafeInteger(after) ? after : 0);
  return answer(context, ports, opened, done.rows, done);
}

/** Adds the import of tables into the register of assets. */
export function addImportRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/assets/import', (context) => showUpload(context, given()));
  app.post('/desk/assets/import', (context) => upload(context, given()));
  app.get('/desk/assets/import/:id', (context) => preview(context, given(), context.req.param('id')));
  app.post('/desk/assets/import/:id', (context) => run(context, given(), context.req.param('id')));
}

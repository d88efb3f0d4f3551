import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { importOpenings } from '#shared/services/deposits/import-openings.ts';
import { ImportDepositsPage } from '#web/pages/desk/deposits/import-page.tsx';
import { callerIn } from './admission.ts';
import { problemOf } from './answers.ts';
import type { DepositsDeskPorts } from './deposits-ports.ts';
import { wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { openSheets } from './desk/import-table.ts';
import { deskAssets } from './desk/static.ts';

const IMPORTERS = ['office', 'township-reviewer'] as const;

/** Who brings tables of opening balances; which rows he may, the service decides. */
export const DEPOSITS_IMPORT_ACCESS: AccessTable = {
  'GET /desk/deposits/import': IMPORTERS,
  'POST /desk/deposits/import': IMPORTERS,
};

const LONGEST_FILE_NAME = 100;

/** The form's file and platform. Read from the bytes: the body was measured before, and can be read only once. */
async function tableIn(context: DeskContext, ports: DepositsDeskPorts) {
  const headers = { 'content-type': context.req.header('content-type') ?? '' };
  const form = await new Response(await context.req.arrayBuffer(), { headers }).formData().catch(() => undefined);
  const [file, asked] = [form?.get('file'), form?.get('platform')];
  const platform = ports.platforms.find(({ id }) => id === asked)?.id;
  if (platform === undefined) {
    throw invalidRequest('no platform was chosen', [{ pointer: '/platform', detail: '请选择标的所在平台' }]);
  }
  if (file === undefined || file === null || typeof file === 'string' || file.size === 0) {
    throw invalidRequest('no table was sent', [{ pointer: '/file', detail: '请选择一个表格文件' }]);
  }
  const fileName = file.name.slice(0, LONGEST_FILE_NAME).toWellFormed();
  return { platform, fileName, sheets: openSheets(new Uint8Array(await file.arrayBuffer())) };
}

function pageOf(
  context: DeskContext,
  ports: DepositsDeskPorts,
  more: Pick<Parameters<typeof ImportDepositsPage>[0], 'done' | 'refused'> = {},
) {
  const platforms = ports.platforms.map(({ id, name }) => [id, name] as const);
  return ImportDepositsPage({
    caller: callerIn(context),
    assets: deskAssets,
    platforms,
    formKey: ports.ids.next(),
    ...more,
  });
}

/** Takes a table in and shows what became of each lot: sending it again does nothing twice. */
async function bring(context: DeskContext, ports: DepositsDeskPorts): Promise<Response> {
  try {
    const table = await tableIn(context, ports);
    const run = await importOpenings(callerIn(context), ports, table);
    if (wantsJson(context)) return context.json(run);
    return context.html(pageOf(context, ports, { done: { fileName: table.fileName, run } }));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || wantsJson(context)) throw thrown;
    const { status, title, wayOut, errors } = problemOf(thrown, context);
    if (status !== 400 && status !== 422) throw thrown;
    const refused = [title, ...errors.map(({ detail }) => detail), wayOut].join('。');
    return context.html(pageOf(context, ports, { refused }), 422);
  }
}

/** Adds the import of opening balances. */
export function addDepositsImportRoutes(app: DeskApp, given: () => DepositsDeskPorts): void {
  app.get('/desk/deposits/import', (context) => context.html(pageOf(context, given())));
  app.post('/desk/deposits/import', (context) => bring(context, given()));
}

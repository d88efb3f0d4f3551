import type { DeskFile } from '#shared/domain/files/file.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest } from '#shared/errors/problem.ts';
import { bringFile, offerFile, UPLOADERS } from '#shared/services/desk/files/offer-file.ts';
import { type FileSize, fileLink, readFile } from '#shared/services/desk/files/read-file.ts';
import { FileEntry } from '#web/pages/desk/files/file-entry.tsx';
import { FilePage } from '#web/pages/desk/files/file-page.tsx';
import { attachName } from '#web/pages/desk/files/files-in.ts';
import { callerIn } from '../admission.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

const READERS = [...UPLOADERS, 'auditor'] as const;

/** Who may bring and see files; whose files, the services decide. */
export const FILES_ACCESS = {
  'POST /desk/files': UPLOADERS,
  'POST /desk/files/form': UPLOADERS,
  'GET /desk/files/:id': READERS,
  'GET /desk/files/:id/small': READERS,
  'GET /desk/files/:id/entry': READERS,
} as const satisfies AccessTable;

const REFRESH_SECONDS = '3';

function one(form: Readonly<Record<string, string | readonly string[]>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

/** A page of the desk to come back to; anything else would let another site send people anywhere from here. */
function backAddress(back: string): URL {
  const address = new URL(back, 'https://desk.invalid');
  const isDesk = address.origin === 'https://desk.invalid' && /^\/desk(\/|$)/.test(address.pathname);
  if (!isDesk)
    throw invalidRequest('the address to come back to is not of the desk', [
      { pointer: '/back', detail: '返回地址不对' },
    ]);
  return address;
}

/** The form's parts. Read from the bytes: the body was measured before, and can be read only once. */
async function partsIn(context: DeskContext): Promise<FormData> {
  const headers = { 'content-type': context.req.header('content-type') ?? '' };
  const body = new Response(await context.req.arrayBuffer(), { headers });
  return body.formData().catch(() => {
    throw invalidRequest('the form cannot be read', [{ pointer: '', detail: '表单内容不完整,请重新上传' }]);
  });
}

async function bringForm(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const parts = await partsIn(context);
  const fields = Object.fromEntries(
    [...parts].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const chosen = parts.getAll('file').filter((part) => typeof part !== 'string' && part.name !== '');
  const files = chosen.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  if (files.length === 0) throw new AppError('FILE.EMPTY', 'no file was chosen');
  const back = backAddress(one(fields, 'back'));
  const command = commandIn(context, fields);
  for (const [index, part] of files.entries()) {
    const bytes = new Uint8Array(await part.arrayBuffer());
    const brought = { ownerId: one(fields, 'ownerId'), name: part.name, bytes };
    const file = await bringFile(callerIn(context), ports, brought, `${command.id} ${index + 1}`);
    back.searchParams.append(attachName(one(fields, 'field')), file.id);
  }
  return context.redirect(`${back.pathname}${back.search}`, 303);
}

function toJson(file: DeskFile) {
  const { id, name, status, refusal, contentType, size, picture } = file;
  const shown = picture === null ? null : { width: picture.width, height: picture.height };
  return { id, name, status, refusal, contentType, size, picture: shown };
}

async function offer(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const form = await formIn(context);
  const { id } = commandIn(context, form);
  const said = {
    ownerId: one(form, 'ownerId'),
    name: one(form, 'name'),
    size: Number(one(form, 'size') || Number.NaN),
    sha256: one(form, 'sha256'),
  };
  const { file, upload } = await offerFile(callerIn(context), ports, said, id);
  return context.json({ file: toJson(file), upload }, 201);
}

async function show(context: DeskContext, ports: DeskPorts, id: string, size: FileSize): Promise<Response> {
  const caller = callerIn(context);
  const file = await readFile(caller, ports, id);
  if (wantsJson(context)) return context.json(toJson(file));
  if (file.status === 'ready') return context.redirect(await fileLink(caller, ports, id, size), 303);
  if (file.status === 'expected') context.header('refresh', REFRESH_SECONDS);
  return context.html(FilePage({ file, caller, assets: deskAssets }));
}

/** Adds what brings and shows files. */
export function addFileRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.post('/desk/files', (context) => offer(context, given()));
  app.post('/desk/files/form', (context) => bringForm(context, given()));
  app.get('/desk/files/:id', (context) => show(context, given(), context.req.param('id'), 'full'));
  app.get('/desk/files/:id/small', (context) => show(context, given(), context.req.param('id'), 'small'));
  app.get('/desk/files/:id/entry', async (context) => {
    const file = await readFile(callerIn(context), given(), context.req.param('id'));
    const { field = '', position = '1', ordered } = context.req.query();
    return context.html(FileEntry({ name: field, file, position: Number(position), ordered: ordered !== undefined }));
  });
}

import { AppError } from '#shared/errors/app-error.ts';
import { listOwners, readOwner } from '#shared/services/desk/owner/read-owner.ts';
import { amendOwner, registerOwner } from '#shared/services/desk/owner/register-owner.ts';
import { OwnerFormPage, type OwnerFormView } from '#web/pages/desk/owners/owner-form.tsx';
import { OwnerListPage } from '#web/pages/desk/owners/owner-list-page.tsx';
import { OwnerPage } from '#web/pages/desk/owners/owner-page.tsx';
import { ownerValues, readOwnerForm } from '#web/pages/desk/owners/read-owner-form.ts';
import { callerIn } from '../admission.ts';
import { type Refusal, submitForm, versionTag } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { refusedFor } from './refused-for.ts';
import { deskAssets } from './static.ts';

const READERS = ['village-clerk', 'owner-clerk', 'township-reviewer', 'bureau-reviewer', 'office', 'auditor'] as const;

/** Who may do what with owners; entering them is the office's business. */
export const OWNER_ACCESS = {
  'GET /desk/owners': READERS,
  'POST /desk/owners': ['office'],
  'GET /desk/owners/new': ['office'],
  'GET /desk/owners/:id': READERS,
  'GET /desk/owners/:id/edit': ['office'],
  'POST /desk/owners/:id/edit': ['office'],
} as const satisfies AccessTable;

type FormCase = Pick<OwnerFormView, 'known' | 'values' | 'refused'>;

function form(context: DeskContext, ports: DeskPorts, shown: FormCase) {
  const fixed = { caller: callerIn(context), assets: deskAssets, formKey: ports.ids.next(), today: today(ports) };
  return OwnerFormPage({ view: { ...fixed, ...shown } });
}

async function list(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const owners = await listOwners(caller, ports);
  if (wantsJson(context)) return context.json({ owners });
  return context.html(OwnerListPage({ caller, assets: deskAssets, owners }));
}

async function show(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const caller = callerIn(context);
  const view = await readOwner(caller, ports, id);
  context.header('etag', versionTag(view.version));
  if (wantsJson(context)) return context.json(view);
  return context.html(OwnerPage({ caller, assets: deskAssets, view }));
}

async function register(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const values = await formIn(context);
  return submitForm(context, {
    form: values,
    act: () => registerOwner(callerIn(context), ports, commandIn(context, values), readOwnerForm(values)),
    next: ({ id }) => `/desk/owners/${id}`,
    again: ({ problem, errors, typed }: Refusal) =>
      form(context, ports, { values: typed, refused: refusedFor(problem, errors) }),
  });
}

async function showEdit(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const { owner, version, mayAmend } = await readOwner(callerIn(context), ports, id);
  if (!mayAmend) throw new AppError('RESOURCE.NOT_FOUND', 'the caller may not change the owner');
  return context.html(form(context, ports, { known: { id, version }, values: ownerValues(owner) }));
}

async function amend(context: DeskContext, ports: DeskPorts, id: string): Promise<Response> {
  const values = await formIn(context);
  return submitForm(context, {
    form: values,
    act: () => amendOwner(callerIn(context), ports, commandIn(context, values), id, readOwnerForm(values)),
    next: () => `/desk/owners/${id}`,
    again: ({ problem, errors, typed }: Refusal) => {
      // The version the person saw: a form refused for being overtaken stays so until he looks again.
      const known = { id, version: Number(typed['_version'] ?? 0) };
      return form(context, ports, { known, values: typed, refused: refusedFor(problem, errors) });
    },
  });
}

/** Adds the owners. */
export function addOwnerRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/owners/new', (context) => context.html(form(context, given(), { values: {} })));
  app.get('/desk/owners', (context) => list(context, given()));
  app.post('/desk/owners', (context) => register(context, given()));
  app.get('/desk/owners/:id', (context) => show(context, given(), context.req.param('id')));
  app.get('/desk/owners/:id/edit', (context) => showEdit(context, given(), context.req.param('id')));
  app.post('/desk/owners/:id/edit', (context) => amend(context, given(), context.req.param('id')));
}

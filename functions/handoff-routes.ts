import { isTemplateKind, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { handOverPackage, packageOf } from '#shared/services/desk/handoff/hand-over-package.ts';
import type { HandoffPorts } from '#shared/services/desk/handoff/handoff-ports.ts';
import { readHandoffView } from '#shared/services/desk/handoff/handoff-view.ts';
import { issueResult } from '#shared/services/desk/handoff/issue-result.ts';
import { makeLink } from '#shared/services/desk/handoff/one-time-link.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { recordAddress } from '#shared/services/desk/handoff/record-address.ts';
import { printAddress } from '#shared/services/desk/handoff/stored-print.ts';
import { originOf } from '#web/api/origin.ts';
import { printer } from '#web/handoff/printer.ts';
import { sheetOf } from '#web/handoff/sheet.ts';
import { handoffAddress, kindName } from '#web/pages/desk/handoff/documents.tsx';
import { HandoffPage } from '#web/pages/desk/handoff/handoff-page.tsx';
import { LinkPage } from '#web/pages/desk/handoff/link-page.tsx';
import { callerIn } from './admission.ts';
import { type Refusal, type Saved, submitForm } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { placementOf } from './desk/listing-placement.ts';
import { deskAssets } from './desk/static.ts';
import { printPage } from './handoff-answers.ts';

/** What the handing over of listings stands on. */
export type HandoffDeskPorts = DeskPorts & HandoffPorts;

const CLERKS = ['village-clerk', 'owner-clerk', 'office'] as const;
const HANDLERS = [...CLERKS, 'platform-operator'] as const;
const READERS = [...HANDLERS, 'township-reviewer', 'bureau-reviewer', 'auditor'] as const;

/** Who may call what of the handing over; whose listings, the services decide. */
export const HANDOFF_ACCESS: AccessTable = {
  'GET /desk/handoff/:id': READERS,
  'GET /desk/handoff/:id/print/:kind': READERS,
  'GET /desk/handoff/:id/package': READERS,
  'POST /desk/handoff/:id/package': HANDLERS,
  'POST /desk/handoff/:id/link': CLERKS,
  'POST /desk/handoff/:id/address': HANDLERS,
  'GET /desk/handoff/:id/documents/:sha256': READERS,
  'POST /desk/handoff/:id/documents/:kind': CLERKS,
};

/** Which listing a request is about. */
export function listingIn(context: DeskContext): string {
  return context.req.param('id') ?? '';
}

/** @throws AppError `RESOURCE.NOT_FOUND` for a kind there is none of */
export function kindIn(context: DeskContext): TemplateKind {
  const kind = context.req.param('kind') ?? '';
  if (!isTemplateKind(kind)) throw new AppError('RESOURCE.NOT_FOUND', 'no such kind of document');
  return kind;
}

async function pageOf(context: DeskContext, ports: HandoffDeskPorts, refusal?: Refusal) {
  const caller = callerIn(context);
  const view = await readHandoffView(caller, ports, printer, listingIn(context));
  const { form, source } = view.handoff;
  const placement = await placementOf(ports, source.listing);
  return HandoffPage({
    view,
    sheet: sheetOf(form, source),
    hosts: ports.platforms.find(({ id }) => id === form.platform)?.hosts ?? [],
    formKey: ports.ids.next(),
    placement,
    caller,
    assets: deskAssets,
    refused: refusal && { title: refusal.problem.title, errors: refusal.errors, typed: refusal.typed },
  });
}

type Act = (ports: HandoffDeskPorts, command: ReturnType<typeof commandIn>, url: string) => Promise<Saved>;

/** Carries out a form of the page and comes back to it. */
async function change(context: DeskContext, ports: HandoffDeskPorts, act: Act): Promise<Response> {
  const form = await formIn(context);
  const { url } = form;
  return submitForm(context, {
    form,
    act: () => act(ports, commandIn(context, form), typeof url === 'string' ? url : ''),
    next: ({ id }) => handoffAddress(id),
    again: (refusal) => pageOf(context, ports, refusal),
  });
}

async function sendLink(context: DeskContext, ports: HandoffDeskPorts): Promise<Response> {
  const caller = callerIn(context);
  const handoff = await readHandoff(caller, ports, listingIn(context));
  const { token, expiresAt } = await makeLink(caller, ports, handoff);
  const address = `${originOf(context.req.raw.headers)}/handoff/${token}`;
  if (wantsJson(context)) return context.json({ address, expiresAt });
  return context.html(LinkPage({ listingId: listingIn(context), address, expiresAt, caller, assets: deskAssets }));
}

async function sendDocument(context: DeskContext, ports: HandoffDeskPorts): Promise<Response> {
  const { source } = await readHandoff(callerIn(context), ports, listingIn(context));
  const document = source.listing.documents.find(({ sha256 }) => sha256 === context.req.param('sha256'));
  if (document === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such document');
  const { kind, number, sha256 } = document;
  return context.redirect(await printAddress(ports, sha256, 'docx', `${kindName(kind)} ${number}`), 303);
}

/** Adds the handing over of listings. */
export function addHandoffRoutes(app: DeskApp, given: () => HandoffDeskPorts): void {
  app.get('/desk/handoff/:id', async (context) => context.html(await pageOf(context, given())));
  app.get('/desk/handoff/:id/print/:kind', async (context) => {
    const view = await readHandoffView(callerIn(context), given(), printer, listingIn(context));
    return printPage(context, view.handoff, kindIn(context), [...view.packageKinds, ...view.resultKinds]);
  });
  app.get('/desk/handoff/:id/package', async (context) => {
    const handoff = await readHandoff(callerIn(context), given(), listingIn(context));
    const { sha256, name } = packageOf(handoff);
    return context.redirect(await printAddress(given(), sha256, 'zip', name), 303);
  });
  app.post('/desk/handoff/:id/package', (context) =>
    change(context, given(), async (ports, command) => {
      const id = listingIn(context);
      const { version } = await handOverPackage(callerIn(context), ports, printer, id, command);
      return { id, version };
    }),
  );
  app.post('/desk/handoff/:id/link', (context) => sendLink(context, given()));
  app.post('/desk/handoff/:id/address', (context) =>
    change(context, given(), async (ports, command, url) => {
      const id = listingIn(context);
      const handoff = await readHandoff(callerIn(context), ports, id);
      const { version } = await recordAddress(callerIn(context), ports, handoff, command, url);
      return { id, version };
    }),
  );
  app.get('/desk/handoff/:id/documents/:sha256', (context) => sendDocument(context, given()));
  app.post('/desk/handoff/:id/documents/:kind', (context) =>
    change(context, given(), async (ports, command) => {
      const id = listingIn(context);
      const { version } = await issueResult(callerIn(context), ports, printer, id, kindIn(context), command);
      return { id, version };
    }),
  );
}

import { hasRole } from '#shared/domain/caller.ts';
import { NOTICE_KINDS } from '#shared/domain/notices/notice.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RequestFault } from '#shared/errors/problem.ts';
import { changeSettings } from '#shared/services/desk/settings/change-settings.ts';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import { readNoticeBoard } from '#shared/services/notices/notice-board.ts';
import { sendAgain } from '#shared/services/notices/send-again.ts';
import { sendTest } from '#shared/services/notices/send-test.ts';
import type { FormValues } from '#web/pages/desk/form-text.ts';
import { NoticesPage } from '#web/pages/desk/notices/notices-page.tsx';
import { NOTICE_FORMS, type NoticeForm, REMOVABLE, readNoticeForm } from '#web/pages/desk/notices/read-form.ts';
import { callerIn } from './admission.ts';
import { type Page, type Refusal, type Saved, submitForm, versionTag } from './desk/desk-answers.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** The office decides who is told of what; auditors see it, addresses masked. */
const NOTICES_ACCESS: AccessTable = {
  'GET /desk/notices': ['office', 'auditor'],
  ...Object.fromEntries(NOTICE_FORMS.map((part) => [`POST /desk/notices/${part}`, ['office'] as const])),
  'POST /desk/notices/remove': ['office'],
  'POST /desk/notices/test': ['office'],
  'POST /desk/notices/again': ['office'],
};

const PAGE = '/desk/notices';

async function page(
  context: DeskContext,
  ports: DeskPorts,
  refused?: { readonly part: NoticeForm | 'act'; readonly refusal: Refusal },
): Promise<Page> {
  const caller = callerIn(context);
  const board = await readNoticeBoard(caller, ports);
  const { part, refusal } = refused ?? {};
  const view = {
    ...{ caller, assets: deskAssets, board, formKey: ports.ids.next(), mayEdit: hasRole(caller, 'office') },
    // Of a refused form the version the person saw, so that what was overtaken stays refused.
    version: Number(refusal?.typed['_version'] ?? board.stored.version),
    refused:
      part === undefined || refusal === undefined
        ? undefined
        : { part, ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed },
  };
  return NoticesPage({ view });
}

async function show(context: DeskContext, ports: DeskPorts): Promise<Response> {
  if (!wantsJson(context)) return context.html(await page(context, ports));
  const { stored, rules, untold, notices } = await readNoticeBoard(callerIn(context), ports);
  context.header('etag', versionTag(stored.version));
  return context.json({ version: stored.version, rules, untold, notices });
}

/** Faults are told by the place in the whole setting; the form has but one entry of it. */
function inForm(part: NoticeForm, error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'FORM.INVALID') return error;
  const faults = (error.details['errors'] ?? []) as unknown as readonly RequestFault[];
  const errors = faults.map((fault) => {
    if (!('pointer' in fault) || fault.pointer.startsWith(`/${part}/`)) return fault;
    const field = fault.pointer.split('/').at(-1) ?? '';
    return { ...fault, pointer: `/${part}/${field}` };
  });
  return new AppError(error.code, error.message, { details: { ...error.details, errors }, cause: error });
}

async function save(context: DeskContext, ports: DeskPorts, part: NoticeForm): Promise<Response> {
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      try {
        const { reason, change } = readNoticeForm(part, form);
        return await changeSettings(ports, callerIn(context), command, { name: 'notices', reason, change });
      } catch (error) {
        throw inForm(part, error);
      }
    },
    next: () => PAGE,
    again: (refusal) => page(context, ports, { part, refusal }),
  });
}

function indexIn(form: FormValues): number {
  const digits = /^\d{1,4}$/.exec(String(form['index'] ?? ''))?.[0];
  if (digits === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such line');
  return Number(digits);
}

async function remove(context: DeskContext, ports: DeskPorts, form: FormValues): Promise<Saved> {
  const part = REMOVABLE.find((each) => each === form['part']);
  const index = indexIn(form);
  if (part === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such list');
  const { value } = await readSettings(ports, 'notices');
  if (index >= value[part].length) throw new AppError('RESOURCE.NOT_FOUND', 'no such line');
  const reason = part === 'rules' ? `删除第 ${index + 1} 条接收人` : `删除第 ${index + 1} 个群机器人`;
  return changeSettings(ports, callerIn(context), commandIn(context, form), {
    ...{ name: 'notices', reason },
    change: (settings) => ({ ...settings, [part]: settings[part].toSpliced(index, 1) }),
  });
}

function again(context: DeskContext, ports: DeskPorts, form: FormValues): Promise<Saved> {
  const kind = ([...NOTICE_KINDS, 'test'] as const).find((each) => each === form['kind']);
  if (kind === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'no such notice');
  return sendAgain(callerIn(context), ports, { kind, id: String(form['id'] ?? '') });
}

type Act = (context: DeskContext, ports: DeskPorts, form: FormValues) => Promise<Saved>;

const ACTS: Readonly<Record<'remove' | 'again' | 'test', Act>> = {
  remove,
  again,
  test: (context, ports, form) => sendTest(callerIn(context), ports, commandIn(context, form).id, indexIn(form)),
};

async function act(context: DeskContext, ports: DeskPorts, name: keyof typeof ACTS): Promise<Response> {
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => ACTS[name](context, ports, form),
    next: () => PAGE,
    again: (refusal) => page(context, ports, { part: 'act', refusal }),
  });
}

function addRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get(PAGE, (context) => show(context, given()));
  for (const part of NOTICE_FORMS) app.post(`${PAGE}/${part}`, (context) => save(context, given(), part));
  for (const name of ['remove', 'again', 'test'] as const) {
    app.post(`${PAGE}/${name}`, (context) => act(context, given(), name));
  }
}

/** Notices and who gets them, over given ports. */
export function createNotices(given: () => DeskPorts, filesOrigin: () => string): DeskApp {
  return createDesk({
    ports: given,
    filesOrigin,
    modules: [{ access: NOTICES_ACCESS, add: (app) => addRoutes(app, given) }],
  });
}

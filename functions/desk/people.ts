import { hasRole } from '#shared/domain/caller.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { endAssignment, grantAssignment, listPeople, readPerson } from '#shared/services/access/people.ts';
import { formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { type Refused, readAppointmentForm } from '#web/pages/desk/people/appointment-form.tsx';
import { PeoplePage } from '#web/pages/desk/people/people-page.tsx';
import { PersonPage } from '#web/pages/desk/people/person-page.tsx';
import type { Platforms } from '#web/platforms.ts';
import { callerIn } from '../admission.ts';
import { type Refusal, submitForm, versionTag } from './desk-answers.ts';
import { type DeskPorts, today } from './desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { deskAssets } from './static.ts';

/** Who may call what of the pages of people. */
export const PEOPLE_ACCESS: AccessTable = {
  'GET /desk/people': ['office', 'auditor'],
  'GET /desk/people/:id': ['office', 'auditor'],
  'POST /desk/people/:id/assignments': ['office'],
  'POST /desk/people/:id/endings': ['office'],
};

function platformsOf({ platforms }: DeskPorts): Platforms {
  return new Map(platforms.map((manifest) => [manifest.id, manifest]));
}

async function list(context: DeskContext, ports: DeskPorts): Promise<Response> {
  const id = context.req.query('id')?.trim();
  if (id) return context.redirect(`/desk/people/${encodeURIComponent(id)}`, 303);
  const caller = callerIn(context);
  const people = await listPeople(caller, ports);
  if (wantsJson(context)) return context.json({ people });
  const shown = { caller, assets: deskAssets, people, today: today(ports), platforms: platformsOf(ports) };
  return context.html(PeoplePage(shown));
}

/** The person; to the office also one who was never heard of, for it may give him his first role. */
async function personFor(
  context: DeskContext,
  ports: DeskPorts,
  id: string,
): Promise<{ state: Person; version: number }> {
  const caller = callerIn(context);
  try {
    return await readPerson(caller, ports, id);
  } catch (thrown) {
    const isUnknown = thrown instanceof AppError && thrown.code === 'RESOURCE.NOT_FOUND';
    if (!isUnknown || !hasRole(caller, 'office') || !/^[\w~-]{1,255}$/.test(id)) throw thrown;
    return { state: { id, name: null, assignments: [] }, version: 0 };
  }
}

async function show(context: DeskContext, ports: DeskPorts, id: string, refused?: Refused) {
  const caller = callerIn(context);
  const { state: person } = await personFor(context, ports, id);
  return PersonPage({
    caller,
    assets: deskAssets,
    person,
    today: today(ports),
    platforms: platformsOf(ports),
    mayChange: hasRole(caller, 'office') && caller.id !== id,
    formKey: () => ports.ids.next(),
    refused,
  });
}

function again(context: DeskContext, ports: DeskPorts, id: string) {
  return ({ problem, errors, typed }: Refusal) => show(context, ports, id, { title: problem.title, errors, typed });
}

async function grant(context: DeskContext, ports: DeskPorts, personId: string): Promise<Response> {
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const appointment = readAppointmentForm(form, today(ports));
      const platforms = ports.platforms.map(({ id }) => id);
      const what = { personId, appointment, platforms };
      const { version } = await grantAssignment(callerIn(context), ports, commandIn(context, form), what);
      return { id: personId, version };
    },
    next: () => `/desk/people/${personId}`,
    again: again(context, ports, personId),
  });
}

async function end(context: DeskContext, ports: DeskPorts, personId: string): Promise<Response> {
  const form = await formIn(context);
  return submitForm(context, {
    form,
    act: async () => {
      const reader = formReader(form);
      const assignmentId = reader.text('assignment', { required: '请选择停止哪一项' }) ?? '';
      const reason = reader.text('reason', { required: '请写明停止任职的原因' }) ?? '';
      const ending = { personId, assignmentId, reason, lastDay: reader.day('lastDay') };
      refuseFaults(reader.errors);
      const { version } = await endAssignment(callerIn(context), ports, commandIn(context, form), ending);
      return { id: personId, version };
    },
    next: () => `/desk/people/${personId}`,
    again: again(context, ports, personId),
  });
}

/** Adds the pages of people: who there is, and who may do what. */
export function addPeopleRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/people', (context) => list(context, given()));
  app.get('/desk/people/:id', async (context) => {
    const id = context.req.param('id');
    if (!wantsJson(context)) return context.html(await show(context, given(), id));
    const person = await readPerson(callerIn(context), given(), id);
    context.header('etag', versionTag(person.version));
    return context.json({ ...person.state, version: person.version });
  });
  app.post('/desk/people/:id/assignments', (context) => grant(context, given(), context.req.param('id')));
  app.post('/desk/people/:id/endings', (context) => end(context, given(), context.req.param('id')));
}

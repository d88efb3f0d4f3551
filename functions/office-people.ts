import { Hono } from 'hono/tiny';
import * as z from 'zod/mini';
import type { Appointment } from '#shared/domain/people/check-assignment.ts';
import { BUREAUS, PERSON_ROLES } from '#shared/domain/people/role.ts';
import { beijingDate, parseBeijingDate } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { cardPerson, endAssignment, grantAssignment, listPeople, readPerson } from '#shared/services/access/people.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { type AdmittedEnv, callerIn } from './admission.ts';
import type { OfficePorts } from './office-ports.ts';
import { parseBody } from './office-requests.ts';

const Day = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const day = parseBeijingDate(text);
    if (day !== undefined) return day;
    context.issues.push({ code: 'custom', message: 'not a day', input: text });
    return z.NEVER;
  }),
);

const AppointmentBody = z.strictObject({
  role: z.enum(PERSON_ROLES),
  scope: z.string().check(z.minLength(1), z.maxLength(64)),
  onBehalf: z._default(z.boolean(), false),
  bureau: z._default(z.nullable(z.enum(BUREAUS)), null),
  from: z.exactOptional(Day),
  until: z._default(z.nullable(Day), null),
});

const EndingBody = z.strictObject({
  lastDay: z._default(z.nullable(Day), null),
  reason: z.string().check(z.minLength(1), z.maxLength(200)),
});

/** The command a program sends: its key, and all it asks. */
function commandOf(header: (name: string) => string | undefined, path: string, body: unknown): Command {
  const id = header('idempotency-key') ?? '';
  if (!/^[!-~]{8,128}$/.test(id)) throw new AppError('COMMAND.KEY_MISSING', 'the command has no key');
  return { id, body: { address: path, asked: JSON.stringify(body) } };
}

/** The operator's API of people: who there is, and who may do what. */
export function officePeople(given: () => OfficePorts): Hono<AdmittedEnv> {
  const app = new Hono<AdmittedEnv>();
  const events = (): EventPorts => ({ ...given(), effects: { person: cardPerson } });

  app.get('/v1/people', async (context) => context.json({ people: await listPeople(callerIn(context), given()) }));

  app.get('/v1/people/:id', async (context) =>
    context.json(await readPerson(callerIn(context), given(), context.req.param('id'))),
  );

  app.post('/v1/people/:id/assignments', async (context) => {
    const sent: unknown = await context.req.json().catch(() => undefined);
    const { from = beijingDate(given().clock.now()), ...rest } = parseBody(AppointmentBody, sent);
    const appointment: Appointment = { ...rest, from };
    const platforms = given().platforms.map(({ manifest }) => manifest.id);
    const command = commandOf((name) => context.req.header(name), context.req.path, sent);
    const what = { personId: context.req.param('id'), appointment, platforms };
    const { state, version, repeated } = await grantAssignment(callerIn(context), events(), command, what);
    return context.json({ person: state, version }, repeated ? 200 : 201);
  });

  app.post('/v1/people/:id/assignments/:assignment/end', async (context) => {
    const sent: unknown = await context.req.json().catch(() => undefined);
    const { id, assignment } = context.req.param();
    const ending = { personId: id, assignmentId: assignment, ...parseBody(EndingBody, sent) };
    const command = commandOf((name) => context.req.header(name), context.req.path, sent);
    const { state, version } = await endAssignment(callerIn(context), events(), command, ending);
    return context.json({ person: state, version });
  });

  return app;
}

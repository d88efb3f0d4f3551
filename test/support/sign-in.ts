import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '#shared/domain/caller.ts';
import type { Appointment } from '#shared/domain/people/check-assignment.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import type { Instant, LocalDate } from '#shared/domain/time.ts';
import type { AccessPorts } from '#shared/services/access/authenticate.ts';
import { grantAssignment } from '#shared/services/access/people.ts';
import { startSession } from '#shared/services/access/session-item.ts';
import { sha256, steppedClock } from './fixed-ambient.ts';
import { memoryItemStore } from './memory-item-store.ts';

/** As much of an event as is read of it. */
function anEvent(requestContext: object): APIGatewayProxyEventV2 {
  return { requestContext } as APIGatewayProxyEventV2;
}

/** A program with the operator's credentials. */
export const OPERATOR: Caller = { id: 'arn:aws:iam::1:user/operator', roles: ['operator'] };

/** An event the gateway let pass as an operator's. */
export const OPERATOR_EVENT = anEvent({ authorizer: { iam: { userArn: OPERATOR.id } } });

/** An event of anybody. */
export const PUBLIC_EVENT = anEvent({});

/** What sessions are checked against, in memory. */
export function memoryAccess(at?: Instant): AccessPorts {
  return { records: memoryItemStore(), hash: sha256, clock: steppedClock(at) };
}

/** Platforms the tests' people may work for. */
export const PLATFORMS = ['virtual', 'east', 'west'];

/** An appointment that may be made in the role, as far-reaching as the role allows. */
export function anAppointment(role: PersonRole, changes: Partial<Appointment> = {}): Appointment {
  const scopes: Readonly<Record<PersonRole, string>> = {
    'village-clerk': '330502100237',
    'owner-clerk': 'owner-1',
    'township-reviewer': '330502100',
    'bureau-reviewer': '330502',
    office: '330502',
    'platform-operator': 'virtual',
    auditor: '330502',
  };
  const bureau = role === 'bureau-reviewer' ? 'agriculture' : null;
  const from = '2020-01-01' as LocalDate;
  return { role, scope: scopes[role], onBehalf: false, bureau, from, until: null, ...changes };
}

/** Gives a person of the record a role, as the operator does. */
export async function appoint(ports: AccessPorts, personId: string, appointment: Appointment): Promise<void> {
  const command = { id: `${personId}-${JSON.stringify(appointment)}`, body: null };
  const what = { personId, appointment, platforms: PLATFORMS };
  await grantAssignment(OPERATOR, { ...ports, effects: {} }, command, what);
}

/**
 * Signs somebody in without an issuer: his roles in the record, and a session of his.
 * @returns the `cookie` header of his browser
 */
export async function signedIn(ports: AccessPorts, person: string, ...roles: readonly PersonRole[]): Promise<string> {
  for (const role of roles) await appoint(ports, person, anAppointment(role));
  const token = `token-of-${person}`;
  await startSession(ports, token, { person, name: `${person}的姓名` });
  return `session=${token}`;
}

/** Cookies of a browser, sent to whatever host and path. */
function jar() {
  const cookies = new Map<string, string>();
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep(response: Response) {
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
    },
  };
}

/** What a browser saw last on its way through a sign-in. */
export interface SignedInThrough {
  /** The `cookie` header from then on. */
  readonly cookie: string;
  /** Where it was sent in the end. */
  readonly landed: string;
}

/** Signs in at a running host as a person does: our page, the issuer's, the account's button, and back. */
export async function signInThrough(host: string, account: string, to = '/desk'): Promise<SignedInThrough> {
  const cookies = jar();
  const visit = async (url: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, cookie: cookies.header(), accept: 'text/html' };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    cookies.keep(response);
    return response;
  };
  const next = (response: Response, from: string) => new URL(response.headers.get('location') ?? '', from).href;
  const start = `${host}/sign-in/start?to=${encodeURIComponent(to)}`;
  const authorization = next(await visit(start), start);
  const interaction = next(await visit(authorization), authorization);
  await visit(interaction);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const chosen = await visit(interaction, { method: 'POST', headers, body: `account=${account}` });
  const resumed = next(chosen, interaction);
  const callback = next(await visit(resumed), resumed);
  const finished = await visit(callback);
  const { pathname, search } = new URL(next(finished, callback));
  const session = cookies
    .header()
    .split('; ')
    .find((pair) => pair.startsWith('session='));
  if (finished.status !== 303 || session === undefined)
    throw new Error(`not signed in: ${finished.status} ${callback}`);
  return { cookie: session, landed: `${pathname}${search}` };
}

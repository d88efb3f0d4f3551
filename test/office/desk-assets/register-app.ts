import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ASSET_ACCESS, addAssetRoutes } from '#functions/desk/assets.ts';
import { createDesk } from '#functions/desk/desk-app.ts';
import type { DeskPorts } from '#functions/desk/desk-ports.ts';
import { addOwnerRoutes, OWNER_ACCESS } from '#functions/desk/owners.ts';
import { type Caller, systemCaller } from '#shared/domain/caller.ts';
import type { PersonEvent } from '#shared/domain/people/person.ts';
import { personAggregate } from '#shared/services/access/person-aggregate.ts';
import { startSession } from '#shared/services/access/session-item.ts';
import { commit } from '#shared/services/events/commit.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { aRegisterDesk } from '#test/services/desk-assets/register-desk.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { countingIds, seededRandom } from '#test/support/fixed-ambient.ts';

const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** Lets a caller have his assignments and a session under his id. */
async function signIn(ports: EventPorts, { id, name = id, assignments = [] }: Caller): Promise<void> {
  const actor = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false } as const;
  for (const assignment of assignments) {
    const event: PersonEvent = { type: 'assigned', data: { assignment } };
    const command = { id: 'assign-0001', body: {} };
    await commit(ports, personAggregate, id, { caller: systemCaller('setup'), actor }, command, () => event);
  }
  await startSession(ports, id, { person: id, name });
}

/** The pages of the register over memory, asked as the caller given. */
export async function aRegisterApp() {
  const desk = await aRegisterDesk();
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ids = countingIds('form-key-');
  const ports = {
    ...desk.ports,
    ids,
    random: seededRandom(1),
    log: quiet,
    platforms: [],
    fees: {},
  } as unknown as DeskPorts;
  const app = createDesk({
    ports: () => ports,
    modules: [
      { access: ASSET_ACCESS, add: addAssetRoutes },
      { access: OWNER_ACCESS, add: addOwnerRoutes },
    ],
    filesOrigin: () => 'https://files.invalid',
  });
  for (const caller of Object.values(PEOPLE)) await signIn(ports, caller);
  const request = async (path: string, init: RequestInit = {}, caller: Caller = PEOPLE.clerk): Promise<Response> => {
    const headers = { ...SAME_SITE, cookie: `session=${caller.id}`, ...Object.fromEntries(new Headers(init.headers)) };
    return app.request(`http://desk.invalid${path}`, { ...init, headers }, { event: {} as APIGatewayProxyEventV2 });
  };
  const page = async (path: string, caller?: Caller) => (await request(path, {}, caller)).text();
  /** Sends a form as a browser without scripts does. */
  const send = (path: string, fields: Readonly<Record<string, string>>, caller?: Caller) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields), headers: FORM }, caller);
  return { ...desk, request, page, send };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

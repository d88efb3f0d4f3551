import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createDesk } from '#functions/desk/desk-app.ts';
import type { DeskPorts } from '#functions/desk/desk-ports.ts';
import { addFileRoutes, FILES_ACCESS } from '#functions/desk/files.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import type { PersonEvent } from '#shared/domain/people/person.ts';
import { personAggregate } from '#shared/services/access/person-aggregate.ts';
import { startSession } from '#shared/services/access/session-item.ts';
import { takeIn } from '#shared/services/desk/files/take-in.ts';
import { commit } from '#shared/services/events/commit.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { aFilesDesk, CLERK, NEIGHBOUR } from '#test/services/desk-files/files-desk.ts';
import { countingIds, seededRandom } from '#test/support/fixed-ambient.ts';

const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** Lets a caller have his assignments and a session under his id. */
async function signIn(ports: EventPorts, { id, assignments = [] }: Caller): Promise<void> {
  const actor = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false } as const;
  for (const assignment of assignments) {
    const event: PersonEvent = { type: 'assigned', data: { assignment } };
    const command = { id: 'assign-0001', body: {} };
    await commit(ports, personAggregate, id, { caller: systemCaller('setup'), actor }, command, () => event);
  }
  await startSession(ports, id, { person: id, name: '张三' });
}

/** The file routes over memory, asked as the caller given. */
export async function aFilesApp() {
  const desk = await aFilesDesk();
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const rest = { ids: countingIds(), random: seededRandom(1), log: quiet, platforms: [], fees: {} };
  const ports = { ...rest, ...desk.ports } as unknown as DeskPorts;
  const app = createDesk({
    ports: () => ports,
    modules: [{ access: FILES_ACCESS, add: addFileRoutes }],
    filesOrigin: () => 'https://files.invalid',
  });
  for (const caller of [CLERK, NEIGHBOUR]) await signIn(ports, caller);
  const request = async (path: string, init: RequestInit = {}, caller: Caller = CLERK): Promise<Response> => {
    const headers = { ...SAME_SITE, cookie: `session=${caller.id}`, ...Object.fromEntries(new Headers(init.headers)) };
    return app.request(`http://desk.invalid${path}`, { ...init, headers }, { event: {} as APIGatewayProxyEventV2 });
  };
  const look = (id: string) => takeIn(systemCaller('intake'), desk.ports, id);
  return { ...desk, request, look };
}

/** A body as it comes: bytes, and the type that names the boundary. */
export async function sent(init: { method: string; body: FormData }): Promise<RequestInit> {
  const response = new Response(init.body);
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  return { method: init.method, headers, body: await response.arrayBuffer() };
}

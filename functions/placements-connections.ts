import { hasRole } from '#shared/domain/caller.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RequestFault } from '#shared/errors/problem.ts';
import { changeSettings } from '#shared/services/desk/settings/change-settings.ts';
import { readSettings } from '#shared/services/desk/settings/read-settings.ts';
import {
  type ConnectionTestPorts,
  lastConnectionTest,
  testConnection,
} from '#shared/services/placement/connection-test.ts';
import { goOnWithPlatform } from '#shared/services/placement/go-on-with-platform.ts';
import type { PlacementPorts } from '#shared/services/placement/placement-ports.ts';
import { originOf } from '#web/api/origin.ts';
import { ConnectionPage } from '#web/pages/desk/connections/connection-page.tsx';
import { ConnectionsPage } from '#web/pages/desk/connections/list-page.tsx';
import { readConnectionForm } from '#web/pages/desk/connections/read-connection.ts';
import { type ConnectionView, connectionAddress } from '#web/pages/desk/connections/view.ts';
import { callerIn } from './admission.ts';
import { type Refusal, submitForm, versionTag } from './desk/desk-answers.ts';
import type { DeskPorts } from './desk/desk-ports.ts';
import { commandIn, formIn, wantsJson } from './desk/desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk/desk-routes.ts';
import { refusedFor } from './desk/refused-for.ts';
import { deskAssets } from './desk/static.ts';

/** What the connections of platforms stand on. */
export type ConnectionDeskPorts = DeskPorts & ConnectionTestPorts & PlacementPorts;

const READERS = ['office', 'auditor'] as const;

/** The office connects platforms, auditors read how. */
export const CONNECTIONS_ACCESS: AccessTable = {
  'GET /desk/connections': READERS,
  'GET /desk/connections/:platform': READERS,
  'POST /desk/connections/:platform': ['office'],
  'POST /desk/connections/:platform/test': ['office'],
};

/** @throws AppError `RESOURCE.NOT_FOUND` for a platform that cannot be published to */
function publishingIn(context: DeskContext, { publishing }: ConnectionDeskPorts): Publishing {
  const found = publishing.find(({ platform }) => platform === context.req.param('platform'));
  if (found === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the platform has no interface to publish by');
  return found;
}

async function viewOf(
  ports: ConnectionDeskPorts,
  publishing: Publishing,
  connections: readonly PlatformConnection[],
): Promise<ConnectionView> {
  const { platform } = publishing;
  return {
    publishing,
    name: ports.platforms.find(({ id }) => id === platform)?.name ?? platform,
    connection: connections.find((each) => each.platform === platform),
    test: await lastConnectionTest(ports, platform),
  };
}

/** Where the platform is to push to; `null` where it pushes nothing. */
function eventsAddressOf(context: DeskContext, { platform, eventsSecret }: Publishing): string | null {
  return eventsSecret === null ? null : `${originOf(context.req.raw.headers)}/v1/platforms/${platform}/events`;
}

async function listPage(context: DeskContext, ports: ConnectionDeskPorts): Promise<Response> {
  const { version, value } = await readSettings(ports, 'connections');
  const views = await Promise.all(ports.publishing.map((publishing) => viewOf(ports, publishing, value)));
  if (!wantsJson(context)) {
    return context.html(ConnectionsPage({ caller: callerIn(context), assets: deskAssets, views }));
  }
  const connections = views.map(({ publishing: { platform, untried }, name, connection = null, test = null }) => {
    return { platform, name, untried, connection, test };
  });
  return context.json({ version, connections });
}

async function pageOf(context: DeskContext, ports: ConnectionDeskPorts, refusal?: Refusal) {
  const publishing = publishingIn(context, ports);
  const { version, value } = await readSettings(ports, 'connections');
  const caller = callerIn(context);
  const view = {
    ...(await viewOf(ports, publishing, value)),
    ...{ caller, assets: deskAssets, formKey: ports.ids.next(), mayEdit: hasRole(caller, 'office') },
    // Of a refused form the version the person saw, so that what was overtaken stays refused.
    version: Number(refusal?.typed['_version'] ?? version),
    eventsAddress: eventsAddressOf(context, publishing),
    refused: refusal && { ...refusedFor(refusal.problem, refusal.errors), typed: refusal.typed },
  };
  return ConnectionPage({ view });
}

async function showConnection(context: DeskContext, ports: ConnectionDeskPorts): Promise<Response> {
  const publishing = publishingIn(context, ports);
  const { version, value } = await readSettings(ports, 'connections');
  context.header('etag', versionTag(version));
  if (!wantsJson(context)) return context.html(await pageOf(context, ports));
  const { name, connection = null, test = null } = await viewOf(ports, publishing, value);
  return context.json({
    version,
    name,
    publishing,
    connection,
    test,
    eventsAddress: eventsAddressOf(context, publishing),
  });
}

/** Faults are told by the place in the list of all connections; the form has but one of them. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== 'FORM.INVALID') return error;
  const faults = (error.details['errors'] ?? []) as unknown as readonly RequestFault[];
  const errors = faults.map((fault) => {
    return 'pointer' in fault ? { ...fault, pointer: fault.pointer.replace(/^\/\d+/, '') } : fault;
  });
  return new AppError(error.code, error.message, { details: { ...error.details, errors }, cause: error });
}

async function saveConnection(context: DeskContext, ports: ConnectionDeskPorts): Promise<Response> {
  const publishing = publishingIn(context, ports);
  const form = await formIn(context);
  const { reason } = form;
  return submitForm(context, {
    form,
    act: async () => {
      const command = commandIn(context, form);
      const connection = readConnectionForm(form, publishing);
      const { platform } = connection;
      const change = (all: readonly PlatformConnection[]) => [
        ...all.filter((each) => each.platform !== platform),
        connection,
      ];
      const why = typeof reason === 'string' ? reason : '';
      return changeSettings(ports, callerIn(context), command, { name: 'connections', reason: why, change }).catch(
        (error: unknown) => {
          throw withoutPlace(error);
        },
      );
    },
    next: () => connectionAddress(publishing.platform),
    again: (refusal) => pageOf(context, ports, refusal),
  });
}

async function test(context: DeskContext, ports: ConnectionDeskPorts): Promise<Response> {
  const { platform } = publishingIn(context, ports);
  const found = await testConnection(callerIn(context), ports, platform);
  if (found.ok) await goOnWithPlatform(ports, platform);
  return wantsJson(context) ? context.json(found) : context.redirect(connectionAddress(platform), 303);
}

/** Adds how platforms are connected. */
export function addConnectionRoutes(app: DeskApp, given: () => ConnectionDeskPorts): void {
  app.get('/desk/connections', (context) => listPage(context, given()));
  app.get('/desk/connections/:platform', (context) => showConnection(context, given()));
  app.post('/desk/connections/:platform', (context) => saveConnection(context, given()));
  app.post('/desk/connections/:platform/test', (context) => test(context, given()));
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createDesk } from '#functions/desk/desk-app.ts';
import type { DeskApp } from '#functions/desk/desk-routes.ts';
import { addConnectionRoutes, CONNECTIONS_ACCESS } from '#functions/placements-connections.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { ConnectionReport, PlatformPublisher, PublisherSettings } from '#shared/ports/platform-publisher.ts';
import { aDesk, BROWSER } from '#test/office/desk-app.ts';
import { HOUSE, PUBLIC } from '#test/support/desk.ts';
import { aPublishing } from './a-publishing.ts';
import { memorySecrets } from './memory-secrets.ts';

const PUBLISHING = [aPublishing(PUBLIC), aPublishing(HOUSE, { eventsSecret: null })];

/** A connection as its form says it. */
export const FORM = {
  base: 'https://open.example.invalid/api',
  enabled: 'true',
  requestsPerMinute: '60',
  'options.shop': '吴兴公共资产',
  'secrets.key': '/platforms/public-desk/key',
  reason: '与平台签订对接协议〔2026〕3号',
} as const;

const GOOD: ConnectionReport = { ok: true, name: '样例平台', isDemo: false, clockAheadMs: 0, lines: ['可以发布。'] };

/** A publisher that answers a test as told, and shows what it was connected with. */
function aPublisher(publishing: Publishing, answer: () => Promise<ConnectionReport> = () => Promise.resolve(GOOD)) {
  const connected: PublisherSettings[] = [];
  const unasked = () => Promise.reject(new RangeError('nobody asked for this'));
  const publisher: PlatformPublisher = {
    publishing,
    connect: (settings) => {
      connected.push(settings);
      return { publish: unasked, look: unasked, amend: unasked, withdraw: unasked, read: unasked, test: answer };
    },
  };
  return { publisher, connected };
}

export const CONNECTION_PAGE = `/desk/connections/${PUBLIC}`;
export const SECRET = 'nobody-may-see-this-value';

/** The pages of connections, over memory, with everybody signed in. */
export async function aConnectionDesk(
  answer?: () => Promise<ConnectionReport>,
  kept: Readonly<Record<string, string>> = { [FORM['secrets.key']]: SECRET },
) {
  const { deskPorts } = await aDesk();
  const { publisher, connected } = aPublisher(aPublishing(PUBLIC), answer);
  const ports = {
    ...deskPorts,
    publishing: PUBLISHING,
    publishers: [publisher],
    secrets: memorySecrets(kept),
    wake: async () => {},
  };
  const modules = [{ access: CONNECTIONS_ACCESS, add: (app: DeskApp) => addConnectionRoutes(app, () => ports) }];
  const app = createDesk({ ports: () => ports, modules, filesOrigin: () => 'https://files.invalid' });
  const request = async (person: Caller, path: string, { headers, ...init }: RequestInit) => {
    const cookie = `session=token-of-${person.id}`;
    const all = { host: 'localhost', cookie, ...Object.fromEntries(new Headers(headers)) };
    return app.request(
      `http://desk.invalid${path}`,
      { ...init, headers: all },
      { event: {} as APIGatewayProxyEventV2 },
    );
  };
  return {
    connected,
    open: async (person: Caller, path = CONNECTION_PAGE, accept = 'text/html') =>
      request(person, path, { headers: { accept } }),
    send: (person: Caller, path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ _key: deskPorts.ids.next(), ...fields }).toString();
      return request(person, path, { method: 'POST', headers: BROWSER, body });
    },
    sendJson: (person: Caller, path: string, body: unknown) => {
      const headers = {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': deskPorts.ids.next(),
      };
      return request(person, path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
  };
}

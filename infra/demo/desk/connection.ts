import type { HostAddress } from '#infra/cli/host-client.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { PLATFORM_IDS } from '../wuxing-2023/platforms.ts';
import { visitAs } from './visitor.ts';

const PLATFORM = PLATFORM_IDS.district;
const OFFICE = 'office-centre';
const CONNECTION = `/desk/connections/${PLATFORM}`;
/** Fast enough to publish fifty listings within a minute or so, slow enough that the budget is seen at work. */
const REQUESTS_PER_MINUTE = 120;

/** Names under which the desk asks for the secrets the sandbox shares with the district's platform. */
export const SANDBOX_SECRETS = { key: `/platforms/${PLATFORM}/key`, events: `/platforms/${PLATFORM}/events` } as const;

/** Whether a lot of the record is one of the sandbox's own, invented like the demo's. */
export function isSandboxLot(lotId: string): boolean {
  return lotId.startsWith(`${PLATFORM}.DEMO-`);
}

interface Connections {
  /** Counts the changes of all connections. */
  readonly version: number;
  readonly connection: { readonly enabled: boolean; readonly base: string } | null;
}

/** The office connects the district's platform to the sandbox; a connection it made or switched off itself stays. */
async function connect({ url }: HostAddress): Promise<void> {
  const office = await visitAs(url, OFFICE);
  const { version, connection } = (await office.read(CONNECTION)) as unknown as Connections;
  const base = `${url}/sandbox`;
  const isOurs = connection === null || (connection.enabled && /^http:.*\/sandbox$/.test(connection.base));
  if (!isOurs || connection?.base === base) return;
  await office.send(CONNECTION, `demo-connection-${version}-${new URL(url).port}`, {
    enabled: true,
    base,
    secrets: SANDBOX_SECRETS,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    reason: '演示:对接本机的演示平台',
  });
}

/** The sandbox pushes to where the host takes the events of the district's platform. */
async function register({ url, token }: HostAddress): Promise<void> {
  const response = await fetch(`${url}/sandbox/control/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${url}/v1/platforms/${PLATFORM}/events` }),
  });
  await response.body?.cancel();
  if (!response.ok) {
    throw new AppError('HOST.UNREACHABLE', 'the sandbox does not take the address', {
      details: { status: response.status },
    });
  }
}

/**
 * Lets the sandbox be the district's platform of the demo: it can be published at, and its auctions reach the catalogue.
 * Asked again it finds what it did; a host that moved to another port is connected anew.
 *
 * @throws AppError when the desk or the sandbox refuses
 */
export async function connectSandbox(host: HostAddress): Promise<void> {
  await connect(host);
  await register(host);
}

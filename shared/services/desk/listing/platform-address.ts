import type { PlatformManifest } from '../../../ports/auction-platform.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { readSettings } from '../settings/read-settings.ts';

const WEB_ADDRESS = /^https?:\/\/([a-z0-9.-]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const LONGEST_ADDRESS = 1_000;

/** Whether an address lies on the platform: on one of its hosts or below it. */
export function isAddressOf({ hosts }: Pick<PlatformManifest, 'hosts'>, url: string): boolean {
  const host = hostOf(url);
  return host !== undefined && hosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/**
 * Whether an address lies on the very host at which the office connected the platform: a platform of the district may show
 * its lots where it is called.
 */
export async function isConnectedAddressOf(
  ports: Pick<EventPorts, 'records'>,
  platform: Pick<PlatformManifest, 'id'>,
  url: string,
): Promise<boolean> {
  const { value } = await readSettings(ports, 'connections');
  const connection = value.find((known) => known.platform === platform.id && known.enabled);
  return connection !== undefined && hostOf(url) !== undefined && hostOf(url) === hostOf(connection.base);
}

function hostOf(url: string): string | undefined {
  return url.length > LONGEST_ADDRESS ? undefined : WEB_ADDRESS.exec(url)?.[1]?.toLowerCase();
}

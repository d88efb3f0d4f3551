import { AppError } from '../../errors/app-error.ts';
import type { FetcherSession } from '../../ports/platform-fetcher.ts';
import type { ActiveSource } from './active-sources.ts';
import type { CollectPorts } from './collection-ports.ts';

type Ports = Pick<CollectPorts, 'fetchers' | 'publishing' | 'secrets'>;

/**
 * Makes a session of what the office switched on or connected. Nothing is sent by it. The secret that signs pushed events is
 * the door's business: requests are made without it.
 *
 * @throws AppError `PLATFORM.UNKNOWN` for a platform this function cannot read, `SECRET.MISSING`, `SECRET.UNAVAILABLE`
 */
export async function openSession(ports: Ports, source: ActiveSource): Promise<FetcherSession> {
  const { platform } = source.fetching;
  const fetcher = ports.fetchers.find(({ fetching }) => fetching.platform === platform);
  if (fetcher === undefined) throw new AppError('PLATFORM.UNKNOWN', 'nothing here reads this platform');
  const eventsSecret = ports.publishing.find((each) => each.platform === platform)?.eventsSecret;
  const secrets: Record<string, string> = {};
  for (const [field, name] of Object.entries(source.secretNames)) {
    if (field !== eventsSecret) secrets[field] = await ports.secrets.read(name);
  }
  return fetcher.connect({ base: source.base, options: source.options, secrets });
}

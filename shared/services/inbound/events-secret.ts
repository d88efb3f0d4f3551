import { AppError } from '../../errors/app-error.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import type { InboundPorts } from './inbound-ports.ts';

/**
 * The secret a platform signs what it pushes with. Whoever asks for a platform there is none of, one that pushes nothing or
 * one that is not connected gets the same answer, so that a stranger learns nothing of who is.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`; `SECRET.UNAVAILABLE` when it cannot be read or is not there: the platform sends again
 */
export async function eventsSecret(
  ports: Pick<InboundPorts, 'records' | 'publishing' | 'secrets'>,
  platform: string,
): Promise<string> {
  const field = ports.publishing.find((known) => known.platform === platform)?.eventsSecret ?? undefined;
  const { value: connections } = await readSettings(ports, 'connections');
  const connection = connections.find((known) => known.platform === platform && known.enabled);
  const name = field === undefined ? undefined : connection?.secrets[field];
  if (name === undefined || name === '') throw new AppError('RESOURCE.NOT_FOUND', 'no such address');
  return ports.secrets.read(name).catch((cause: unknown) => {
    // What it is called is nobody's business out there.
    throw new AppError('SECRET.UNAVAILABLE', 'the secret that signs events cannot be read', { cause });
  });
}

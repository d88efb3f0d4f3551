import { type Offer, type OfferFile, offerKey } from '../../../domain/placement/offer.ts';
import type { PlatformConnection } from '../../../domain/settings/connection.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { PublisherSession } from '../../../ports/platform-publisher.ts';
import { readSettings } from '../../desk/settings/read-settings.ts';
import type { PlacePorts } from './place-ports.ts';

/** A platform ready to be called, and how often it may be. */
export interface Connected {
  readonly session: PublisherSession;
  readonly requestsPerMinute: number;
  /** Whether an error came from our own files: then nothing of what needs them was sent. */
  readonly isOurs: (error: unknown) => boolean;
}

/**
 * Makes a session of the connection the office saved and of its secrets. Nothing is sent by it.
 * @throws AppError `CONNECTION.MISSING`, `SECRET.MISSING`, `SECRET.UNAVAILABLE`
 */
export async function connect(ports: PlacePorts): Promise<Connected> {
  const { records, publisher, offers } = ports;
  const { platform } = publisher.publishing;
  const { value } = await readSettings({ records }, 'connections');
  const connection = value.find((each) => each.platform === platform && each.enabled);
  if (connection === undefined) {
    throw new AppError('CONNECTION.MISSING', 'the platform is not connected', { details: { platform } });
  }
  const failed = new Set<unknown>();
  const readFile = (file: OfferFile) =>
    readBytes(offers, file).catch((error: unknown) => {
      failed.add(error);
      throw error;
    });
  const session = publisher.connect({ connection, secrets: await valuesOf(connection, ports), readFile });
  const { requestsPerMinute } = connection;
  return { session, requestsPerMinute, isOurs: (error) => failed.has(error) };
}

/** The offer a placement was validated with. @throws AppError `DOCUMENT.DAMAGED` when it is not there as it was stored */
export async function readOffer({ offers, hash }: Pick<PlacePorts, 'offers' | 'hash'>, sha256: string): Promise<Offer> {
  const stored = await offers.get(offerKey(sha256));
  if (stored === undefined || hash.sha256(stored.bytes) !== sha256) {
    throw new AppError('DOCUMENT.DAMAGED', 'the offer is not there as it was stored', { details: { sha256 } });
  }
  return JSON.parse(new TextDecoder().decode(stored.bytes));
}

/** The secret that signs pushed events is the door's business: calls are made without it. */
async function valuesOf(
  { secrets: names }: PlatformConnection,
  { publisher, secrets }: Pick<PlacePorts, 'publisher' | 'secrets'>,
): Promise<Readonly<Record<string, string>>> {
  const { eventsSecret } = publisher.publishing;
  const values: Record<string, string> = {};
  for (const [field, name] of Object.entries(names)) {
    if (field !== eventsSecret) values[field] = await secrets.read(name);
  }
  return values;
}

async function readBytes(offers: ObjectStore, { key, sha256 }: OfferFile): Promise<Uint8Array> {
  const stored = await offers.get(key);
  if (stored !== undefined) return stored.bytes;
  throw new AppError('DOCUMENT.DAMAGED', 'a file of the offer is missing', { details: { sha256 } });
}

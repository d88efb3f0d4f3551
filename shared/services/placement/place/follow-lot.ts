import type { Placement } from '../../../domain/placement/placement.ts';
import { AppError, toAppError } from '../../../errors/app-error.ts';
import type { PlaceMessage } from '../../../messages/place.ts';
import type { PublisherSession } from '../../../ports/platform-publisher.ts';
import { readBreaker, recordSuccess } from '../../platform-calls/breaker.ts';
import { putFetched } from '../../put-fetched.ts';
import { isOfConnection } from '../connection-codes.ts';
import { followRecord } from '../follow.ts';
import { type Connected, connect } from './connect.ts';
import { healthOf } from './outcome-of.ts';
import type { PlacePorts } from './place-ports.ts';
import { recordHealth } from './record-health.ts';
import { READING_WITHIN_MS, takeSlot } from './take-slot.ts';

/** Who brought what was fetched for a placement, as envelopes say. */
const BROUGHT_BY = 'placement';

/** Requests that the newest documents of a lot may take. */
const REQUESTS_TO_READ = 4;

/**
 * Fetches what the platform now shows of a lot, puts it among the raw documents, and compares the record with what was
 * approved. Where the platform cannot be called, the record still grows by the pages that people and events bring, and is
 * compared all the same.
 */
export async function followLot(ports: PlacePorts, placement: Placement, message: PlaceMessage): Promise<void> {
  // Events or a saved page may have brought it already: then nobody needs to be asked.
  if (placement.state === 'accepted' && (await followRecord(ports, placement))) return;
  const connected = await connectIfPossible(ports, placement);
  if (connected !== undefined) {
    const { requestsPerMinute, session } = connected;
    const budget = { requestsPerMinute, requests: REQUESTS_TO_READ, withinMs: READING_WITHIN_MS };
    if (!(await takeSlot(ports, placement, message, budget))) return;
    await readShown(ports, session, placement);
  }
  await followRecord(ports, placement);
}

/** Undefined while the platform is left alone, or cannot be called. */
async function connectIfPossible(ports: PlacePorts, { platform }: Placement): Promise<Connected | undefined> {
  if ((await readBreaker(ports, platform)) !== null) return undefined;
  try {
    return await connect(ports);
  } catch (error) {
    if (error instanceof AppError && isOfConnection(error.code)) return undefined;
    throw error;
  }
}

async function readShown(ports: PlacePorts, session: PublisherSession, placement: Placement): Promise<void> {
  const { id, platform, lot } = placement;
  if (lot === null) return;
  const read = await session.read(lot).catch((thrown: unknown) => toAppError(thrown));
  if (read instanceof Error) {
    ports.log.warn('a lot could not be read', { placement: id, code: read.code });
    return recordHealth(ports, platform, healthOf(read));
  }
  await recordSuccess(ports, platform);
  await putFetched(ports, { platform, broughtBy: BROUGHT_BY, correlationId: `${BROUGHT_BY}-${id}` }, read);
}

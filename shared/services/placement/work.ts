import type { Placement } from '../../domain/placement/placement.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { keys } from '../records/keys.ts';

/** The partition of the index of what is to be done in which placements lie. */
export const PLACEMENTS_DUE = 'placements';

const ATTEMPTS = 8;

/**
 * Notes when something is due for a placement (`null`: nothing is), so that a lost message is made up for. A note made of an
 * older version never replaces one of a newer.
 * @throws AppError `STORE.CONTENTION` after eight lost races
 */
export async function putWork(
  { records }: Pick<EventPorts, 'records'>,
  { id, version, platform }: Pick<Placement, 'id' | 'version' | 'platform'>,
  dueAt: Instant | null,
): Promise<void> {
  const key = keys.placementWork(id);
  const due = dueAt === null ? {} : { duePartition: PLACEMENTS_DUE, dueAt };
  const item = { ...key, v: version, placement: id, platform, ...due };
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const known = (await records.get(key))?.['v'] as number | undefined;
    if (known !== undefined && known > version) return;
    const condition = known === undefined ? 'absent' : { version: known };
    if ((await records.put(item, condition)) === 'written') return;
  }
  throw new AppError('STORE.CONTENTION', 'the work of a placement changed under every attempt', { details: { id } });
}
